package nadhir.core.track;

import java.util.Arrays;

/**
 * Whether a ship can be where it is told to be, and if not, where else it may be.
 *
 * <p>A position within reach of the last one moves the track. One out of reach is kept aside: when
 * the ship goes on from there and no more from the old place, the track follows; when both go on by
 * turns, two ships use one MMSI and the track stays with the first.
 */
final class Plausibility {
  /** Lines wait in receivers and networks; their times of receipt are so much apart at most. */
  static final long RECEIPT_MS = 30_000;

  /** The aerial is not where the ship's middle is, and fixes scatter. */
  static final double SCATTER_M = 100;

  /** So many positions in a row from a new place, and the ship is there. */
  static final int CONFIRMED = 3;

  /** So many returns from one of two places to the other: two ships. */
  static final int RETURNS = 3;

  /** A place that a ship was not heard from for so long is nothing that it returns to. */
  static final long FORGET_MS = 600_000;

  private final TrackTable table;
  private final Crowds crowds;
  private final double[] otherLatDeg = new double[TrackTable.SLOTS];
  private final double[] otherLonDeg = new double[TrackTable.SLOTS];
  private final long[] otherMs = new long[TrackTable.SLOTS];
  private final byte[] fromOther = new byte[TrackTable.SLOTS];
  private final byte[] inARow = new byte[TrackTable.SLOTS];
  private final byte[] returns = new byte[TrackTable.SLOTS];
  private final long[] returnedMs = new long[TrackTable.SLOTS];

  /** What is to be done with a position. */
  enum Verdict {
    /** The track goes there. */
    MOVES,
    /** The track goes there, and there is a {@link Doubt}. */
    MOVES_IN_DOUBT,
    /** The track stays where it is. */
    HELD
  }

  private Doubt doubt = Doubt.NONE;

  Plausibility(TrackTable table, Crowds crowds) {
    this.table = table;
    this.crowds = crowds;
    Arrays.fill(otherMs, Partition.NEVER);
    Arrays.fill(returnedMs, Partition.NEVER);
  }

  /** Why the position last judged is in doubt. */
  Doubt doubt() {
    return doubt;
  }

  Verdict judge(int slot, Fix fix) {
    if (fix.place.isEmpty()) {
      return held(Doubt.NO_FIX);
    }
    if (!table.isPlaced(slot)) {
      return moves(slot, fix);
    }
    double mostMps = table.craft(slot).mostMps;
    double fromTrackM =
        Plane.distanceM(table.latDeg(slot), table.lonDeg(slot), fix.latDeg, fix.lonDeg);
    boolean ofOther = isOfOther(slot, fix, mostMps, fromTrackM);
    if (!ofOther && fromTrackM <= reachM(mostMps, fix.atMs - table.placedMs(slot))) {
      returned(slot, fix.atMs);
      return moves(slot, fix);
    }
    return elsewhere(slot, fix, ofOther);
  }

  /** Near the place that was kept aside, and nearer to it than to the track. */
  private boolean isOfOther(int slot, Fix fix, double mostMps, double fromTrackM) {
    if (!recent(otherMs[slot], fix.atMs)) {
      return false;
    }
    double fromOtherM =
        Plane.distanceM(otherLatDeg[slot], otherLonDeg[slot], fix.latDeg, fix.lonDeg);
    return fromOtherM < fromTrackM && fromOtherM <= reachM(mostMps, fix.atMs - otherMs[slot]);
  }

  private static double reachM(double mostMps, long ms) {
    return mostMps * (ms + RECEIPT_MS) / 1_000 + SCATTER_M;
  }

  private void returned(int slot, long atMs) {
    if (inARow[slot] > 0 && fromOther[slot] > 1 && recent(otherMs[slot], atMs)) {
      returns[slot] = recent(returnedMs[slot], atMs) ? plusOne(returns[slot]) : 1;
      returnedMs[slot] = atMs;
    }
    inARow[slot] = 0;
  }

  private Verdict elsewhere(int slot, Fix fix, boolean ofOther) {
    fromOther[slot] = ofOther ? plusOne(fromOther[slot]) : 1;
    inARow[slot] = ofOther ? plusOne(inARow[slot]) : 1;
    otherLatDeg[slot] = fix.latDeg;
    otherLonDeg[slot] = fix.lonDeg;
    otherMs[slot] = fix.atMs;
    if (crowds.jumped(fix)) {
      return held(Doubt.CROWD);
    }
    if (isTwo(slot, fix.atMs) && recent(table.placedMs(slot), fix.atMs)) {
      return held(Doubt.TWO_SHIPS);
    }
    if (inARow[slot] < CONFIRMED) {
      return held(Doubt.JUMP);
    }
    forget(slot);
    return moves(slot, fix);
  }

  private Verdict moves(int slot, Fix fix) {
    boolean crowded = crowds.stands(slot, fix);
    if (crowded || isTwo(slot, fix.atMs)) {
      doubt = crowded ? Doubt.CROWD : Doubt.TWO_SHIPS;
      return Verdict.MOVES_IN_DOUBT;
    }
    doubt = Doubt.NONE;
    return Verdict.MOVES;
  }

  private Verdict held(Doubt why) {
    doubt = why;
    return Verdict.HELD;
  }

  private boolean isTwo(int slot, long atMs) {
    return returns[slot] >= RETURNS && recent(returnedMs[slot], atMs);
  }

  private static boolean recent(long ms, long nowMs) {
    return ms != Partition.NEVER && nowMs - ms <= FORGET_MS;
  }

  private static byte plusOne(byte count) {
    return count == Byte.MAX_VALUE ? count : (byte) (count + 1);
  }

  /** The slot is another ship's from now on, or its ship's past is of no use. */
  void forget(int slot) {
    otherMs[slot] = Partition.NEVER;
    fromOther[slot] = 0;
    inARow[slot] = 0;
    returns[slot] = 0;
    returnedMs[slot] = Partition.NEVER;
  }
}
