package nadhir.core.track;

import nadhir.core.geo.Sphere;

/**
 * Metres on a plane that touches the sphere, for places near each other. East–west is shortened by
 * the cosine of the latitude; within 50 km and below 60° the error stays under 1 %.
 */
final class Plane {
  static final double M_PER_DEG = StrictMath.toRadians(1) * Sphere.RADIUS_M;

  /**
   * Cosines of tenths of a degree; between them a straight line, wrong by 4·10⁻⁷ at most. Looked up
   * because {@code StrictMath} makes an array for every angle above 45°, thousands a second here.
   */
  private static final double[] COS = new double[3_602];

  static {
    for (int i = 0; i < COS.length; i++) {
      COS[i] = StrictMath.cos(StrictMath.toRadians(i / 10.0));
    }
  }

  private Plane() {}

  /** Shortening of a degree of longitude. */
  static double cos(double deg) {
    double tenths = StrictMath.abs(deg) * 10 % 3_600;
    int i = (int) tenths;
    return COS[i] + (COS[i + 1] - COS[i]) * (tenths - i);
  }

  static double sin(double deg) {
    return cos(deg - 90);
  }

  static double eastM(double fromLonDeg, double toLonDeg, double cosLat) {
    double deg = toLonDeg - fromLonDeg;
    if (deg > 180) {
      deg -= 360;
    } else if (deg < -180) {
      deg += 360;
    }
    return deg * cosLat * M_PER_DEG;
  }

  static double northM(double fromLatDeg, double toLatDeg) {
    return (toLatDeg - fromLatDeg) * M_PER_DEG;
  }

  static double distanceM(double aLatDeg, double aLonDeg, double bLatDeg, double bLonDeg) {
    double eastM = eastM(aLonDeg, bLonDeg, cos((aLatDeg + bLatDeg) / 2));
    double northM = northM(aLatDeg, bLatDeg);
    return StrictMath.sqrt(eastM * eastM + northM * northM);
  }
}
