package nadhir.core.track;

/**
 * For each track, whether a condition has held for long enough to be said, and has been gone for
 * long enough to be unsaid: what is said once is not said again before it was unsaid.
 */
final class Latch {
  /**
   * When it turns.
   *
   * @param beginsMs it must hold so long
   * @param least in so many messages
   * @param gapMs at most so long between two of them; else it begins anew
   * @param forgivesMs before it is said, so long without it does not make it begin anew
   * @param endsMs it must be gone so long
   */
  record Terms(long beginsMs, int least, long gapMs, long forgivesMs, long endsMs) {}

  /** What a message did to it. */
  enum Turn {
    NOTHING,
    BEGINS,
    GOES_ON,
    ENDS
  }

  private static final byte OFF = 0;
  private static final byte RISING = 1;
  private static final byte OPEN = 2;

  private final Terms terms;
  private final byte[] state = new byte[TrackTable.SLOTS];
  private final byte[] count = new byte[TrackTable.SLOTS];
  private final long[] sinceMs = new long[TrackTable.SLOTS];
  private final long[] lastMs = new long[TrackTable.SLOTS];

  Latch(Terms terms) {
    this.terms = terms;
  }

  /**
   * It holds.
   *
   * @param ripe whether it may be said now, should it have held for long enough
   */
  Turn on(int slot, long nowMs, boolean ripe) {
    if (state[slot] == OFF || state[slot] == RISING && nowMs - lastMs[slot] > terms.gapMs) {
      state[slot] = RISING;
      count[slot] = 0;
      sinceMs[slot] = nowMs;
    }
    lastMs[slot] = nowMs;
    if (state[slot] == OPEN) {
      return Turn.GOES_ON;
    }
    count[slot] = (byte) StrictMath.min(count[slot] + 1, terms.least);
    if (!ripe || count[slot] < terms.least || nowMs - sinceMs[slot] < terms.beginsMs) {
      return Turn.NOTHING;
    }
    state[slot] = OPEN;
    return Turn.BEGINS;
  }

  /** It holds no more. */
  Turn off(int slot, long nowMs) {
    if (state[slot] == RISING && nowMs - lastMs[slot] > terms.forgivesMs) {
      state[slot] = OFF;
    }
    if (state[slot] == OPEN && nowMs - lastMs[slot] >= terms.endsMs) {
      state[slot] = OFF;
      return Turn.ENDS;
    }
    return Turn.NOTHING;
  }

  boolean isOpen(int slot) {
    return state[slot] == OPEN;
  }

  /** Whether it held at the last message, or was said. */
  boolean isRising(int slot) {
    return state[slot] == RISING;
  }

  /** When it began to hold. */
  long sinceMs(int slot) {
    return sinceMs[slot];
  }

  /** Neither said nor unsaid: nothing is known any more. */
  void forget(int slot) {
    state[slot] = OFF;
  }
}
