package nadhir.geofence.engine;

import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Zone;

/**
 * The zones' centres in the three dimensions of the WGS 84 ellipsoid, in kilometres from its
 * middle. A geodesic is at least as long as the straight line between its ends, and at most as long
 * as the arc over it of a circle with the least radius of curvature that there is (Schur's
 * comparison theorem). Within a site these are decimetres apart, so that nearly all comparisons of
 * a distance are decided without the geodesic itself.
 */
final class Centres {
  private static final double EQUATOR_KM = 6_378.137;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double ECCENTRICITY2 = FLATTENING * (2 - FLATTENING);

  /** Of a meridian at the equator, rounded down. */
  private static final double LEAST_RADIUS_KM = 6_335.43;

  /** Facts are rounded to a thousandth. */
  private static final double ROUNDING_KM = 0.001;

  /** Where a place lies is known so well. */
  static final double PLACE_KM = 1e-4;

  private static final double ROOM_KM = ROUNDING_KM + PLACE_KM;

  /** An arc up to here is the short way around. */
  private static final double MOST_ARC_KM = 10_000;

  private final double[] x;
  private final double[] y;
  private final double[] z;

  Centres(List<Zone> zones) {
    x = new double[zones.size()];
    y = new double[zones.size()];
    z = new double[zones.size()];
    for (int i = 0; i < zones.size(); i++) {
      var at = Point.of(zones.get(i).centre());
      x[i] = at.x;
      y[i] = at.y;
      z[i] = at.z;
    }
  }

  /** A place on the ellipsoid, off by at most {@link #PLACE_KM}. */
  record Point(double x, double y, double z) {
    static Point of(LatLon place) {
      double lat = StrictMath.toRadians(place.latDeg());
      double lon = StrictMath.toRadians(place.lonDeg());
      double outKm = outKm(lat);
      return new Point(outKm * StrictMath.cos(lon), outKm * StrictMath.sin(lon), northKm(lat));
    }

    /** From the axis of the earth. */
    static double outKm(double lat) {
      return normalKm(lat) * StrictMath.cos(lat);
    }

    /** From the plane of the equator. */
    static double northKm(double lat) {
      return normalKm(lat) * (1 - ECCENTRICITY2) * StrictMath.sin(lat);
    }

    private static double normalKm(double lat) {
      double sin = StrictMath.sin(lat);
      return EQUATOR_KM / StrictMath.sqrt(1 - ECCENTRICITY2 * sin * sin);
    }
  }

  Point at(int zone) {
    return new Point(x[zone], y[zone], z[zone]);
  }

  /** Square of the straight line between a place and a zone's centre. */
  double line2(Point place, int zone) {
    double dx = x[zone] - place.x;
    double dy = y[zone] - place.y;
    double dz = z[zone] - place.z;
    return dx * dx + dy * dy + dz * dz;
  }

  /** With a line of at most this the distance is surely at most so; negative for none. */
  static double surelyWithin(double km) {
    double arcKm = StrictMath.min(km - ROOM_KM, MOST_ARC_KM);
    double lineKm = 2 * LEAST_RADIUS_KM * StrictMath.sin(arcKm / (2 * LEAST_RADIUS_KM));
    return arcKm > 0 ? lineKm * lineKm : -1;
  }

  /** With a longer line than this the distance is surely more. */
  static double surelyBeyond(double km) {
    double lineKm = StrictMath.max(km, 0) + ROOM_KM;
    return lineKm * lineKm;
  }
}
