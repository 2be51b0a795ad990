package nadhir.geofence.impact.flood;

import java.util.OptionalDouble;

/**
 * How much of a rain runs off: the curve number of the SCS (NRCS, National Engineering Handbook
 * 630, chapter 10), with the first losses at a fifth of what the ground can take in.
 *
 * <p>A curve number is for average wetness; those for dry and wet ground come from it by the
 * formulas in Chow, Maidment and Mays (1988), "Applied Hydrology", equations 5.5.9 and 5.5.10. What
 * counts as dry and wet is the rain of the five days before, by the handbook's limits for the
 * season when nothing grows: below 12.7 mm and above 27.9 mm. A sum that is weighted by age, as
 * gauges' wetness is, counts less than a plain one, so that it calls ground wet a little later.
 */
final class CurveNumber {
  static final double DRY_BELOW_MM = 12.7;
  static final double WET_ABOVE_MM = 27.9;

  private static final double FIRST_LOSSES = 0.2;

  private CurveNumber() {}

  /**
   * @param wetnessMm rain of the days before; unknown counts as average
   */
  static double at(double average, OptionalDouble wetnessMm) {
    if (wetnessMm.isEmpty()) {
      return average;
    }
    if (wetnessMm.getAsDouble() < DRY_BELOW_MM) {
      return 4.2 * average / (10 - 0.058 * average);
    }
    return wetnessMm.getAsDouble() > WET_ABOVE_MM ? 23 * average / (10 + 0.13 * average) : average;
  }

  /** Millimetres that run off of {@code rainMm}. */
  static double runoffMm(double rainMm, double curveNumber) {
    double retentionMm = 25_400 / curveNumber - 254;
    double over = rainMm - FIRST_LOSSES * retentionMm;
    return over <= 0 ? 0 : over * over / (over + retentionMm);
  }
}
