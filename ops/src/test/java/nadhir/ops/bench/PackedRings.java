package nadhir.ops.bench;

import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Zone;

/** The outlines of zones behind each other in one array, and the plain loop over one's edges. */
final class PackedRings {
  private final double[] places;
  private final int[] starts;

  PackedRings(List<Zone> zones) {
    starts = new int[zones.size() + 1];
    for (int i = 0; i < zones.size(); i++) {
      starts[i + 1] = starts[i] + 2 * outer(zones.get(i)).size();
    }
    places = new double[starts[zones.size()]];
    int at = 0;
    for (Zone zone : zones) {
      for (LatLon place : outer(zone)) {
        places[at++] = place.lonDeg();
        places[at++] = place.latDeg();
      }
    }
  }

  static List<LatLon> outer(Zone zone) {
    return zone.area().polygons().getFirst().outer();
  }

  /** Counts crossings in doubles; a place on an edge gets either answer. */
  boolean holds(int zone, double latDeg, double lonDeg) {
    boolean inside = false;
    double x1 = places[starts[zone]];
    double y1 = places[starts[zone] + 1];
    for (int at = starts[zone] + 2; at < starts[zone + 1]; at += 2) {
      double x2 = places[at];
      double y2 = places[at + 1];
      if (y1 > latDeg != y2 > latDeg && lonDeg < x1 + (latDeg - y1) / (y2 - y1) * (x2 - x1)) {
        inside = !inside;
      }
      x1 = x2;
      y1 = y2;
    }
    return inside;
  }
}
