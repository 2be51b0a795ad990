package nadhir.geofence.impact.quake;

/**
 * Straight rays at one speed each: 6.0 km/s and 3.5 km/s, assumed means for the crust of the Dead
 * Sea transform. Beyond about 100 km waves that dive into the mantle come first, and these times
 * are some seconds late.
 */
record ConstantSpeeds() implements TravelTimes {
  static final double P_KM_PER_S = 6.0;
  static final double S_KM_PER_S = 3.5;

  @Override
  public double pS(double epicentralKm, double depthKm) {
    return Intensity.hypocentralKm(epicentralKm, depthKm) / P_KM_PER_S;
  }

  @Override
  public double sS(double epicentralKm, double depthKm) {
    return Intensity.hypocentralKm(epicentralKm, depthKm) / S_KM_PER_S;
  }
}
