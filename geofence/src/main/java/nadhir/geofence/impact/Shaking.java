package nadhir.geofence.impact;

/**
 * Ground shaking of an earthquake at one place.
 *
 * <p>Intensity: Allen, Wald and Worden (2012), "Intensity attenuation for active crustal regions",
 * J. Seismology 16, hypocentral-distance form. Acceleration: Worden, Gerstenberger, Rhoades and
 * Wald (2012), "Probabilistic relationships between ground-motion parameters and modified Mercalli
 * intensity in California", BSSA 102. Wave speeds are assumed means for the crust of the Dead Sea
 * transform.
 */
public final class Shaking {
  public static final double P_KM_PER_S = 6.0;
  public static final double S_KM_PER_S = 3.5;

  /** The ends of the scale that the formula speaks of. */
  private static final double LEAST_MMI = 1;

  private static final double MOST_MMI = 10;

  private Shaking() {}

  /** Straight-line distance from the hypocentre, over flat ground. Depths above ground count 0. */
  public static double hypocentralKm(double epicentralKm, double depthKm) {
    double depth = StrictMath.max(0, depthKm);
    return StrictMath.sqrt(epicentralKm * epicentralKm + depth * depth);
  }

  /**
   * Modified Mercalli intensity, 1 to 10.
   *
   * @param siteTerm added for soft ground, 0 for rock
   */
  public static double mmi(double magnitude, double hypocentralKm, double siteTerm) {
    double saturationKm = -0.209 + 2.042 * StrictMath.exp(magnitude - 5);
    double effectiveKm =
        StrictMath.sqrt(hypocentralKm * hypocentralKm + saturationKm * saturationKm);
    double far = hypocentralKm > 50 ? 0.078 * StrictMath.log(hypocentralKm / 50) : 0;
    double mmi = 2.085 + 1.428 * magnitude - 1.402 * StrictMath.log(effectiveKm) + far + siteTerm;
    return StrictMath.clamp(mmi, LEAST_MMI, MOST_MMI);
  }

  /** Peak ground acceleration in m/s² that goes with an intensity. */
  public static double pgaMps2(double mmi) {
    double log10Cmps2 = mmi <= 4.22 ? (mmi - 1.78) / 1.55 : (mmi + 1.6) / 3.7;
    return StrictMath.pow(10, log10Cmps2) / 100;
  }

  /** Seconds from the origin to the first (P) waves. */
  public static double pArrivalS(double hypocentralKm) {
    return hypocentralKm / P_KM_PER_S;
  }

  /** Seconds from the origin to the strong (S) waves. */
  public static double sArrivalS(double hypocentralKm) {
    return hypocentralKm / S_KM_PER_S;
  }
}
