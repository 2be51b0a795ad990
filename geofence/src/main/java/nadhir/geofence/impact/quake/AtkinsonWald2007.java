package nadhir.geofence.impact.quake;

/**
 * Atkinson and Wald (2007), "Did You Feel It? intensity data: a surprisingly good measure of
 * earthquake ground motion", Seismological Research Letters 78, 362–368: the relation for
 * California, with h = 14 km, a hinge at 30 km and a standard deviation of 0.4 of averaged reports.
 *
 * <p>Their distance is the nearest one to the fault; for want of a fault the hypocentral one is put
 * in, which tells too little beside a long rupture. It is held to the 300 km of {@link Allen2012}
 * here: for want of a distance limit that we could verify, the stricter one.
 */
record AtkinsonWald2007() implements Intensity {
  private static final double SATURATION_KM = 14;
  private static final double HINGE_KM = 30;

  @Override
  public double farthestKm() {
    return 300;
  }

  @Override
  public double mean(double magnitude, double hypocentralKm) {
    double r = StrictMath.sqrt(hypocentralKm * hypocentralKm + SATURATION_KM * SATURATION_KM);
    double beyond = r > HINGE_KM ? StrictMath.log10(r / HINGE_KM) : 0;
    double over = magnitude - 6;
    return 12.27
        + 2.270 * over
        + 0.1304 * over * over
        - 1.30 * StrictMath.log10(r)
        - 0.0007070 * r
        + 1.95 * beyond
        - 0.577 * magnitude * StrictMath.log10(r);
  }

  @Override
  public double sigma(double hypocentralKm) {
    return 0.4;
  }
}
