package nadhir.geofence.impact.quake;

/**
 * Peak ground acceleration that goes with an intensity: Worden, Gerstenberger, Rhoades and Wald
 * (2012), "Probabilistic relationships between ground-motion parameters and modified Mercalli
 * intensity in California", BSSA 102, 204–221, table 1.
 */
public final class Acceleration {
  /** Where the two straight lines of the relation meet. */
  private static final double HINGE_MMI = 4.22;

  private Acceleration() {}

  /** In m/s². */
  public static double pgaMps2(double mmi) {
    double log10Cmps2 = mmi <= HINGE_MMI ? (mmi - 1.78) / 1.55 : (mmi + 1.6) / 3.7;
    return StrictMath.pow(10, log10Cmps2) / 100;
  }
}
