package nadhir.core.track;

/**
 * Closest point of approach of two that keep their course and speed, on a plane that touches the
 * earth between them: with {@code r} from one to the other and {@code v} their relative velocity,
 * TCPA = −(r·v)/(v·v), and CPA = |r + v·TCPA| (Sang, Yan, Wall, Wang, Mao 2016, "CPA calculation
 * method based on AIS position prediction", Journal of Navigation 69(6), 1409–1426, the linear
 * case; Lenart 1983, Journal of Navigation 36(3), 404–410). Filled again for each pair.
 */
final class Approach {
  /** Slower than this against each other, they have no closest point worth naming. */
  private static final double STILL_MPS = 0.05;

  double distanceM;
  double closingMps;

  /** Relative speed, whatever its direction. */
  double relativeMps;

  /** Seconds until they are closest; negative when that is past, 0 when it does not change. */
  double tcpaS;

  double cpaM;

  /**
   * @param eastM from the first to the second, as {@code northM}
   * @param eastMps the second's velocity less the first's, as {@code northMps}
   */
  void of(double eastM, double northM, double eastMps, double northMps) {
    double along = eastM * eastMps + northM * northMps;
    double speed2 = eastMps * eastMps + northMps * northMps;
    distanceM = StrictMath.sqrt(eastM * eastM + northM * northM);
    relativeMps = StrictMath.sqrt(speed2);
    closingMps = distanceM == 0 ? 0 : -along / distanceM;
    tcpaS = relativeMps < STILL_MPS ? 0 : -along / speed2;
    double atEastM = eastM + eastMps * tcpaS;
    double atNorthM = northM + northMps * tcpaS;
    cpaM = StrictMath.sqrt(atEastM * atEastM + atNorthM * atNorthM);
  }
}
