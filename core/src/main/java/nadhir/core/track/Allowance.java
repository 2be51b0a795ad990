package nadhir.core.track;

/** So many in a time, counted anew when that time is over. */
final class Allowance {
  private final int most;
  private final long overMs;
  private long sinceMs = Partition.NEVER;
  private int taken;

  Allowance(int most, long overMs) {
    this.most = most;
    this.overMs = overMs;
  }

  boolean take(long nowMs) {
    if (sinceMs == Partition.NEVER || nowMs - sinceMs >= overMs) {
      sinceMs = nowMs;
      taken = 0;
    }
    if (taken == most) {
      return false;
    }
    taken++;
    return true;
  }
}
