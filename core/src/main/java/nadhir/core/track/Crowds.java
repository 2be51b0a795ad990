package nadhir.core.track;

import java.util.Arrays;

/**
 * Places to which false satellite signals carry many ships at once, seen in two ways: several ships
 * jump to the neighbourhood of one place (as in "SeaSpoofFinder", 2026: single jumps are errors,
 * jumps that share their target are not), or more ships stand on one spot than it can hold.
 */
final class Crowds {
  /** So many ships jump to one neighbourhood within {@link #RECENT_MS}. One or two are errors. */
  static final int JUMPERS = 5;

  static final double NEIGHBOURHOOD_M = 1_000;
  static final long RECENT_MS = 600_000;

  /** So many ships on a square of {@link #SPOT_DEG}; ten hulls need more than 500 m². */
  static final int ON_A_SPOT = 10;

  /** 22 m of latitude. */
  static final double SPOT_DEG = 0.0002;

  /** Jumps that are remembered; a newer one takes the place of the oldest. */
  static final int MAX_JUMPS = 64;

  private static final int BUCKETS = 65_536;
  private static final int NO_SPOT = -1;

  private final TrackTable table;
  private final int[] jumper = new int[MAX_JUMPS];
  private final double[] toLatDeg = new double[MAX_JUMPS];
  private final double[] toLonDeg = new double[MAX_JUMPS];
  private final long[] jumpedMs = new long[MAX_JUMPS];
  private int nextJump;
  private final short[] onSpot = new short[BUCKETS];
  private final int[] spot = new int[TrackTable.SLOTS];

  Crowds(TrackTable table) {
    this.table = table;
    Arrays.fill(jumpedMs, Partition.NEVER);
    Arrays.fill(spot, NO_SPOT);
  }

  /** A ship has jumped; whether it is one of a crowd that did. */
  boolean jumped(Fix fix) {
    remember(fix);
    int near = 0;
    for (int i = 0; i < MAX_JUMPS; i++) {
      if (jumpedMs[i] != Partition.NEVER
          && fix.atMs - jumpedMs[i] <= RECENT_MS
          && Plane.distanceM(fix.latDeg, fix.lonDeg, toLatDeg[i], toLonDeg[i]) <= NEIGHBOURHOOD_M) {
        near++;
      }
    }
    return near >= JUMPERS;
  }

  /** One entry for each ship. */
  private void remember(Fix fix) {
    int at = nextJump;
    for (int i = 0; i < MAX_JUMPS; i++) {
      if (jumpedMs[i] != Partition.NEVER && jumper[i] == fix.mmsi) {
        at = i;
      }
    }
    if (at == nextJump) {
      nextJump = (nextJump + 1) % MAX_JUMPS;
    }
    jumper[at] = fix.mmsi;
    toLatDeg[at] = fix.latDeg;
    toLonDeg[at] = fix.lonDeg;
    jumpedMs[at] = fix.atMs;
  }

  /** A ship stands at {@code fix}; whether too many others do. */
  boolean stands(int slot, Fix fix) {
    int bucket = bucket(fix.latDeg, fix.lonDeg);
    if (spot[slot] != bucket) {
      leave(slot);
      spot[slot] = bucket;
      onSpot[bucket]++;
    }
    return onSpot[bucket] >= ON_A_SPOT && counted(bucket, fix) >= ON_A_SPOT;
  }

  void leave(int slot) {
    if (spot[slot] != NO_SPOT) {
      onSpot[spot[slot]]--;
      spot[slot] = NO_SPOT;
    }
  }

  /** Two spots can share a bucket, so that those that really stand here are counted: seldom. */
  private int counted(int bucket, Fix fix) {
    int count = 0;
    for (int i = 0; i < spot.length; i++) {
      if (spot[i] == bucket && (table.mmsi(i) == fix.mmsi || isOn(i, fix))) {
        count++;
      }
    }
    return count;
  }

  private boolean isOn(int slot, Fix fix) {
    return cell(table.latDeg(slot)) == cell(fix.latDeg)
        && cell(table.lonDeg(slot)) == cell(fix.lonDeg);
  }

  private static int bucket(double latDeg, double lonDeg) {
    return Mmsi.mixed(cell(latDeg) * 1_800_001 + cell(lonDeg)) & (BUCKETS - 1);
  }

  private static int cell(double deg) {
    return (int) StrictMath.floor(deg / SPOT_DEG);
  }
}
