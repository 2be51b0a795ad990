package nadhir.geofence.zone;

import java.util.List;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;

/**
 * Distances and sizes on the WGS 84 ellipsoid (GeographicLib; Karney 2013, "Algorithms for
 * geodesics").
 */
public final class Geodesy {
  private static final int INVERSE = GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH;

  private Geodesy() {}

  /** Length of the shortest way in metres. */
  public static double distanceM(LatLon a, LatLon b) {
    return inverse(a, b).s12;
  }

  /**
   * Metres from {@code from} to the nearest place of {@code area}, 0 inside it.
   *
   * <p>Edges are measured in the azimuthal equidistant projection around {@code from}, exact at
   * their ends and good to about a metre within 50 km.
   */
  public static double distanceM(LatLon from, Area area) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Area.Polygon polygon : area.polygons()) {
      nearest = Math.min(nearest, toPolygonM(from, polygon));
    }
    for (Area.Circle circle : area.circles()) {
      nearest = Math.min(nearest, distanceM(from, circle.centre()) - circle.radiusM());
    }
    return Math.max(0, nearest);
  }

  /** Size in square metres of what a closed ring encloses, whichever way round it runs. */
  public static double areaM2(List<LatLon> ring) {
    var polygon = new PolygonArea(Geodesic.WGS84, false);
    ring.stream().skip(1).forEach(place -> polygon.AddPoint(place.latDeg(), place.lonDeg()));
    return Math.abs(polygon.Compute(false, true).area);
  }

  private static GeodesicData inverse(LatLon a, LatLon b) {
    return Geodesic.WGS84.Inverse(a.latDeg(), a.lonDeg(), b.latDeg(), b.lonDeg(), INVERSE);
  }

  private static double toPolygonM(LatLon from, Area.Polygon polygon) {
    var outer = Ring.around(from, polygon.outer());
    if (!outer.enclosesOrigin()) {
      return outer.distanceM();
    }
    for (List<LatLon> hole : polygon.holes()) {
      var inner = Ring.around(from, hole);
      if (inner.enclosesOrigin()) {
        return inner.distanceM();
      }
    }
    return 0;
  }

  /** A ring in metres east and north of a place. */
  private record Ring(double[] eastM, double[] northM) {
    static Ring around(LatLon from, List<LatLon> places) {
      double[] eastM = new double[places.size()];
      double[] northM = new double[places.size()];
      for (int i = 0; i < places.size(); i++) {
        GeodesicData way = inverse(from, places.get(i));
        double azimuth = StrictMath.toRadians(way.azi1);
        eastM[i] = way.s12 * StrictMath.sin(azimuth);
        northM[i] = way.s12 * StrictMath.cos(azimuth);
      }
      return new Ring(eastM, northM);
    }

    /** Counts how often the ring crosses the line that runs east from the origin. */
    boolean enclosesOrigin() {
      boolean inside = false;
      for (int i = 1; i < eastM.length; i++) {
        boolean crosses = northM[i] > 0 != northM[i - 1] > 0;
        if (crosses && crossingM(i) > 0) {
          inside = !inside;
        }
      }
      return inside;
    }

    private double crossingM(int i) {
      double share = northM[i] / (northM[i] - northM[i - 1]);
      return eastM[i] - share * (eastM[i] - eastM[i - 1]);
    }

    double distanceM() {
      double nearest = Double.POSITIVE_INFINITY;
      for (int i = 1; i < eastM.length; i++) {
        nearest = Math.min(nearest, edgeM(i));
      }
      return nearest;
    }

    private double edgeM(int i) {
      double dx = eastM[i] - eastM[i - 1];
      double dy = northM[i] - northM[i - 1];
      double length2 = dx * dx + dy * dy;
      double along = length2 == 0 ? 0 : -(eastM[i - 1] * dx + northM[i - 1] * dy) / length2;
      double share = Math.clamp(along, 0, 1);
      double x = eastM[i - 1] + share * dx;
      double y = northM[i - 1] + share * dy;
      return Math.sqrt(x * x + y * y);
    }
  }
}
