package nadhir.geofence.impact.quake;

/**
 * Flat layers with the speeds of IASP91 (Kennett and Engdahl 1991, "Traveltimes for global
 * earthquake location and phase identification", Geophysical Journal International 105, 429–465):
 * to 20 km 5.80 and 3.36 km/s, to 35 km 6.50 and 3.75, below 8.04 and 4.47.
 *
 * <p>The first arrival is the earliest of the direct ray and of the rays that run along the top of
 * a faster layer (head waves). The earth's curvature is left out, which makes 0.2 s (P) and 0.35 s
 * (S) at 300 km.
 */
record LayeredCrust() implements TravelTimes {
  private static final double[] TOP_KM = {0, 20, 35};
  private static final double[] P_KM_PER_S = {5.80, 6.50, 8.04};
  private static final double[] S_KM_PER_S = {3.36, 3.75, 4.47};

  /** So often the direct ray's slowness is halved in: far finer than a millisecond. */
  private static final int HALVINGS = 60;

  @Override
  public double pS(double epicentralKm, double depthKm) {
    return firstS(epicentralKm, StrictMath.max(0, depthKm), P_KM_PER_S);
  }

  @Override
  public double sS(double epicentralKm, double depthKm) {
    return firstS(epicentralKm, StrictMath.max(0, depthKm), S_KM_PER_S);
  }

  private static double firstS(double distanceKm, double depthKm, double[] kmPerS) {
    double first = directS(distanceKm, depthKm, kmPerS);
    for (int layer = 1; layer < TOP_KM.length; layer++) {
      if (depthKm <= TOP_KM[layer]) {
        first = StrictMath.min(first, alongS(layer, distanceKm, depthKm, kmPerS));
      }
    }
    return first;
  }

  /** The ray that goes up all the way: its slowness is found by halving. */
  private static double directS(double distanceKm, double depthKm, double[] kmPerS) {
    double[] thickKm = thickKm(0, depthKm);
    double fastest = kmPerS[0];
    for (int i = 0; i < thickKm.length; i++) {
      fastest = thickKm[i] > 0 ? StrictMath.max(fastest, kmPerS[i]) : fastest;
    }
    double low = 0;
    double high = 1 / fastest;
    if (depthKm == 0) {
      return distanceKm / kmPerS[0];
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (offsetKm(middle, thickKm, kmPerS) < distanceKm) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low * distanceKm + delayS(low, thickKm, kmPerS);
  }

  /** Down to the top of {@code layer}, along it, and up; infinite where it cannot come up yet. */
  private static double alongS(int layer, double distanceKm, double depthKm, double[] kmPerS) {
    double slowness = 1 / kmPerS[layer];
    double[] downKm = thickKm(depthKm, TOP_KM[layer]);
    double[] upKm = thickKm(0, TOP_KM[layer]);
    double shortestKm = offsetKm(slowness, downKm, kmPerS) + offsetKm(slowness, upKm, kmPerS);
    return distanceKm < shortestKm
        ? Double.POSITIVE_INFINITY
        : slowness * distanceKm + delayS(slowness, downKm, kmPerS) + delayS(slowness, upKm, kmPerS);
  }

  /** How much of each layer lies between two depths. */
  private static double[] thickKm(double fromKm, double toKm) {
    double[] thick = new double[TOP_KM.length];
    for (int i = 0; i < thick.length; i++) {
      double bottom = i + 1 < TOP_KM.length ? TOP_KM[i + 1] : Double.POSITIVE_INFINITY;
      thick[i] =
          StrictMath.max(0, StrictMath.min(toKm, bottom) - StrictMath.max(fromKm, TOP_KM[i]));
    }
    return thick;
  }

  /** How far to the side a ray of this slowness comes on its way through the layers. */
  private static double offsetKm(double slowness, double[] thickKm, double[] kmPerS) {
    double sum = 0;
    for (int i = 0; i < thickKm.length; i++) {
      if (thickKm[i] > 0) {
        double sine = slowness * kmPerS[i];
        sum += thickKm[i] * sine / StrictMath.sqrt(1 - sine * sine);
      }
    }
    return sum;
  }

  /** The part of the time that the way to the side does not make. */
  private static double delayS(double slowness, double[] thickKm, double[] kmPerS) {
    double sum = 0;
    for (int i = 0; i < thickKm.length; i++) {
      double sine = slowness * kmPerS[i];
      sum += thickKm[i] > 0 ? thickKm[i] * StrictMath.sqrt(1 - sine * sine) / kmPerS[i] : 0;
    }
    return sum;
  }
}
