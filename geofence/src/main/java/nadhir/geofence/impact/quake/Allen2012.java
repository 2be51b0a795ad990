package nadhir.geofence.impact.quake;

/**
 * Allen, Wald and Worden (2012), "Intensity attenuation for active crustal regions", Journal of
 * Seismology 16, 409–433: the form for hypocentral distance, with its standard deviation that falls
 * with distance. Their range: magnitudes 5 to 7.9, hypocentral distances up to 300 km.
 */
record Allen2012() implements Intensity {
  @Override
  public double farthestKm() {
    return 300;
  }

  @Override
  public double mean(double magnitude, double hypocentralKm) {
    double saturationKm = -0.209 + 2.042 * StrictMath.exp(magnitude - 5);
    double effectiveKm =
        StrictMath.sqrt(hypocentralKm * hypocentralKm + saturationKm * saturationKm);
    double far = hypocentralKm > 50 ? 0.078 * StrictMath.log(hypocentralKm / 50) : 0;
    return 2.085 + 1.428 * magnitude - 1.402 * StrictMath.log(effectiveKm) + far;
  }

  @Override
  public double sigma(double hypocentralKm) {
    double scaled = hypocentralKm / 22.9;
    return 0.82 + 0.37 / (1 + scaled * scaled);
  }
}
