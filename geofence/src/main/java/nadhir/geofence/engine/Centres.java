package nadhir.geofence.engine;

import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Zone;

/**
 * The zones' centres on a unit sphere, by geographic latitude. A geodesic of the WGS 84 ellipsoid
 * is between 6,335.4 and 6,399.6 km for each radian on it, the least and the most radius of
 * curvature; so most comparisons of a distance are decided without the geodesic itself.
 */
final class Centres {
  /** Rounded outwards. */
  private static final double LEAST_KM = 6_335;

  private static final double MOST_KM = 6_400;

  /** Facts are rounded to a thousandth. */
  private static final double ROUNDING_KM = 0.001;

  private final double[] x;
  private final double[] y;
  private final double[] z;

  Centres(List<Zone> zones) {
    x = new double[zones.size()];
    y = new double[zones.size()];
    z = new double[zones.size()];
    for (int i = 0; i < zones.size(); i++) {
      var at = new Point(zones.get(i).centre());
      x[i] = at.x;
      y[i] = at.y;
      z[i] = at.z;
    }
  }

  /** A place on the unit sphere. */
  static final class Point {
    private final double x;
    private final double y;
    private final double z;

    Point(LatLon place) {
      double lat = StrictMath.toRadians(place.latDeg());
      double lon = StrictMath.toRadians(place.lonDeg());
      x = StrictMath.cos(lat) * StrictMath.cos(lon);
      y = StrictMath.cos(lat) * StrictMath.sin(lon);
      z = StrictMath.sin(lat);
    }
  }

  /** Square of the chord between a place and a zone's centre. */
  double chord2(Point place, int zone) {
    double dx = x[zone] - place.x;
    double dy = y[zone] - place.y;
    double dz = z[zone] - place.z;
    return dx * dx + dy * dy + dz * dz;
  }

  /** With a chord of at most this the distance is surely at most so; negative for none. */
  static double surelyWithin(double km) {
    return km > ROUNDING_KM ? chord2((km - ROUNDING_KM) / MOST_KM) : -1;
  }

  /** With a longer chord than this the distance is surely more. */
  static double surelyBeyond(double km) {
    return chord2((StrictMath.max(km, 0) + ROUNDING_KM) / LEAST_KM);
  }

  private static double chord2(double radians) {
    double half = StrictMath.sin(StrictMath.min(radians, StrictMath.PI) / 2);
    return 4 * half * half;
  }
}
