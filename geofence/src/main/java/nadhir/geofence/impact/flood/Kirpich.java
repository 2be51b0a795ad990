package nadhir.geofence.impact.flood;

/**
 * Kirpich (1940), "Time of concentration of small agricultural watersheds", Civil Engineering 10:
 * how long the water of the farthest corner of a small, steep catchment is on its way.
 */
final class Kirpich {
  private Kirpich() {}

  /** In minutes, for a length in metres and a slope as fall over length. */
  static double concentrationMin(double lengthM, double slope) {
    return 0.0195 * StrictMath.pow(lengthM, 0.77) * StrictMath.pow(slope, -0.385);
  }
}
