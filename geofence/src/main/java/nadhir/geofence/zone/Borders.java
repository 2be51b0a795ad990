package nadhir.geofence.zone;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;

/**
 * The borders of one zone, for distances from places near by: straight edges on the plane that
 * touches the ellipsoid's mean sphere at the place. Good to 1 % within 10 km, and without anything
 * left on the heap, where {@link Geodesy} is exact and a thousand times slower.
 */
final class Borders {
  private static final double M_PER_DEG = StrictMath.toRadians(1) * 6_371_008.8;

  private final double[][] latDeg;
  private final double[][] lonDeg;
  private final List<Area.Circle> circles;

  Borders(Area area) {
    List<List<LatLon>> rings = new ArrayList<>();
    for (Area.Polygon polygon : area.polygons()) {
      rings.add(polygon.outer());
      rings.addAll(polygon.holes());
    }
    latDeg = new double[rings.size()][];
    lonDeg = new double[rings.size()][];
    for (int i = 0; i < rings.size(); i++) {
      latDeg[i] = rings.get(i).stream().mapToDouble(LatLon::latDeg).toArray();
      lonDeg[i] = rings.get(i).stream().mapToDouble(LatLon::lonDeg).toArray();
    }
    circles = area.circles();
  }

  /** Metres to the nearest place on a border, from inside or outside. */
  double distanceM(LatLon from) {
    double cosLat = StrictMath.cos(StrictMath.toRadians(from.latDeg()));
    double nearest2 = Double.POSITIVE_INFINITY;
    for (int i = 0; i < latDeg.length; i++) {
      nearest2 = StrictMath.min(nearest2, toRing2(from, cosLat, latDeg[i], lonDeg[i]));
    }
    double nearestM = StrictMath.sqrt(nearest2);
    for (Area.Circle circle : circles) {
      double toRimM = Geodesy.distanceM(from, circle.centre()) - circle.radiusM();
      nearestM = StrictMath.min(nearestM, StrictMath.abs(toRimM));
    }
    return nearestM;
  }

  /** The square of the distance to a ring. */
  private static double toRing2(LatLon from, double cosLat, double[] latDeg, double[] lonDeg) {
    double nearest2 = Double.POSITIVE_INFINITY;
    double ax = eastM(from, lonDeg[0], cosLat);
    double ay = northM(from, latDeg[0]);
    for (int i = 1; i < latDeg.length; i++) {
      double bx = eastM(from, lonDeg[i], cosLat);
      double by = northM(from, latDeg[i]);
      double dx = bx - ax;
      double dy = by - ay;
      double length2 = dx * dx + dy * dy;
      double along = length2 == 0 ? 0 : Math.clamp(-(ax * dx + ay * dy) / length2, 0, 1);
      double x = ax + along * dx;
      double y = ay + along * dy;
      nearest2 = StrictMath.min(nearest2, x * x + y * y);
      ax = bx;
      ay = by;
    }
    return nearest2;
  }

  private static double eastM(LatLon from, double lonDeg, double cosLat) {
    return (lonDeg - from.lonDeg()) * cosLat * M_PER_DEG;
  }

  private static double northM(LatLon from, double latDeg) {
    return (latDeg - from.latDeg()) * M_PER_DEG;
  }
}
