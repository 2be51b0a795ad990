package nadhir.core.track;

/** Two ships, or a ship and a fixed point, of which something is remembered. */
final class Encounter {
  /** Where it stands. */
  enum State {
    /** On a collision course, not yet for long enough. */
    RISING,
    /** Told. */
    OPEN,
    /** They belong together. */
    TOGETHER
  }

  /** The slot of the ship with the smaller MMSI. */
  final int a;

  /** The other's slot, or −1 less the number of a fixed point. */
  final int b;

  final long sinceMs;
  State state;

  /** When it was on a collision course last. */
  long onMs;

  /** When the two were looked at last, or one of them had stopped. */
  long seenMs;

  /** Since when they are close, or {@link Partition#NEVER}. */
  long closeMs = Partition.NEVER;

  /** When it was told last, or {@link Partition#NEVER}: then its end is not told either. */
  long toldMs = Partition.NEVER;

  double cpaM;
  long closestMs;

  /** Its place in the list of all. */
  int index;

  Encounter(int a, int b, State state, long nowMs) {
    this.a = a;
    this.b = b;
    this.state = state;
    this.sinceMs = nowMs;
    this.onMs = nowMs;
    this.seenMs = nowMs;
  }

  boolean isWithPoint() {
    return b < 0;
  }

  boolean isOf(int slot) {
    return a == slot || b == slot;
  }
}
