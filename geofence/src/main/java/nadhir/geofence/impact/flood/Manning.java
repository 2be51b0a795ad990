package nadhir.geofence.impact.flood;

/**
 * Water in a wide channel, whose hydraulic radius is its depth. Speed by Manning's formula; a wave
 * that keeps its form runs 5/3 times as fast, as Lighthill and Whitham (1955, "On kinematic waves
 * I") found (Chow, Maidment and Mays 1988, "Applied Hydrology", section 9.3).
 */
final class Manning {
  /** What a wave's speed is to the water's, in a wide channel. */
  static final double CELERITY = 5.0 / 3;

  private Manning() {}

  /** Mean speed of the water in m/s. */
  static double speedMps(double depthM, double slope, double roughness) {
    return StrictMath.pow(depthM, 2.0 / 3) * StrictMath.sqrt(slope) / roughness;
  }

  /** Speed of a wave in m/s: nothing of it comes sooner. */
  static double celerityMps(double depthM, double slope, double roughness) {
    return CELERITY * speedMps(depthM, slope, roughness);
  }

  /**
   * Depth below a confluence of channels that are like each other: discharges add up, and go with
   * depth to the power of 5/3.
   */
  static double joinedM(double... depthsM) {
    double sum = 0;
    for (double depthM : depthsM) {
      sum += StrictMath.pow(depthM, CELERITY);
    }
    return StrictMath.pow(sum, 1 / CELERITY);
  }
}
