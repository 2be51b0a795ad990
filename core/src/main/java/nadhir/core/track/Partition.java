package nadhir.core.track;

import java.util.concurrent.locks.StampedLock;

/**
 * The tracks whose MMSI falls to one partition, one column an attribute. One thread writes; others
 * read slot by slot without stopping it, and only when it overtook a reader several times does that
 * reader make it wait for the copy of one slot.
 */
final class Partition {
  /**
   * A sixteenth of 20,000 is 1,250; with MMSIs spread evenly the most that one partition gets stays
   * below 1,450 (six standard deviations). More come only when somebody invents MMSIs for it, and
   * then they push out each other and nobody else.
   */
  static final int SLOTS = 1_536;

  /** AIS names have 20 letters of six bits. */
  static final int NAME_LETTERS = 20;

  /** A time: no position yet. */
  static final long NEVER = Long.MIN_VALUE;

  private static final int LOOKS_BEFORE_LOCKING = 3;

  private final StampedLock lock = new StampedLock();
  private final int[] mmsi = new int[SLOTS];
  private final long[] heardMs = new long[SLOTS];
  private final long[] placedMs = new long[SLOTS];
  private final double[] latDeg = new double[SLOTS];
  private final double[] lonDeg = new double[SLOTS];
  private final float[] courseDeg = new float[SLOTS];
  private final float[] speedMps = new float[SLOTS];
  private final short[] headingDeg = new short[SLOTS];
  private final byte[] navStatus = new byte[SLOTS];
  private final byte[] shipType = new byte[SLOTS];
  private final byte[] doubt = new byte[SLOTS];
  private final byte[] messageType = new byte[SLOTS];
  private final byte[] nameLength = new byte[SLOTS];
  private final byte[] names = new byte[SLOTS * NAME_LETTERS];
  private final short[] free = new short[SLOTS];
  private final MmsiIndex index = new MmsiIndex(mmsi);
  private int freeCount = SLOTS;

  Partition() {
    for (int i = 0; i < SLOTS; i++) {
      free[i] = (short) (SLOTS - 1 - i);
      placedMs[i] = NEVER;
    }
  }

  /** The slot, or −1. For the writer. */
  int find(int number) {
    return index.find(number);
  }

  boolean isFull() {
    return freeCount == 0;
  }

  /** A new slot, without a position; there must be a free one. */
  int add(int number) {
    int slot = free[--freeCount];
    long stamp = lock.writeLock();
    mmsi[slot] = number;
    placedMs[slot] = NEVER;
    shipType[slot] = 0;
    doubt[slot] = 0;
    nameLength[slot] = 0;
    lock.unlockWrite(stamp);
    index.add(slot);
    return slot;
  }

  void remove(int slot) {
    index.remove(slot);
    long stamp = lock.writeLock();
    placedMs[slot] = NEVER;
    lock.unlockWrite(stamp);
    mmsi[slot] = 0;
    free[freeCount++] = (short) slot;
  }

  /** The slot in use that was heard longest ago. Looks at all: for a full partition only. */
  int silentLongest() {
    int longest = 0;
    for (int i = 1; i < SLOTS; i++) {
      longest = heardMs[i] < heardMs[longest] ? i : longest;
    }
    return longest;
  }

  void heard(int slot, long atMs) {
    heardMs[slot] = atMs;
  }

  void place(int slot, Fix fix, Doubt how) {
    long stamp = lock.writeLock();
    placedMs[slot] = fix.atMs;
    latDeg[slot] = fix.latDeg;
    lonDeg[slot] = fix.lonDeg;
    courseDeg[slot] = (float) fix.courseDeg;
    speedMps[slot] = (float) fix.speedMps;
    headingDeg[slot] = (short) fix.headingDeg;
    navStatus[slot] = (byte) fix.navStatus;
    messageType[slot] = (byte) fix.messageType;
    doubt[slot] = (byte) how.ordinal();
    lock.unlockWrite(stamp);
  }

  void doubt(int slot, Doubt how) {
    if (doubt[slot] != how.ordinal()) {
      long stamp = lock.writeLock();
      doubt[slot] = (byte) how.ordinal();
      lock.unlockWrite(stamp);
    }
  }

  void shipType(int slot, int type) {
    if (shipType(slot) != type) {
      long stamp = lock.writeLock();
      shipType[slot] = (byte) type;
      lock.unlockWrite(stamp);
    }
  }

  void name(int slot, String name) {
    int length = Math.min(name.length(), NAME_LETTERS);
    if (isNamed(slot, name, length)) {
      return;
    }
    long stamp = lock.writeLock();
    nameLength[slot] = (byte) length;
    for (int i = 0; i < length; i++) {
      names[slot * NAME_LETTERS + i] = (byte) name.charAt(i);
    }
    lock.unlockWrite(stamp);
  }

  private boolean isNamed(int slot, String name, int length) {
    if (nameLength[slot] != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (names[slot * NAME_LETTERS + i] != (byte) name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  int mmsi(int slot) {
    return mmsi[slot];
  }

  long heardMs(int slot) {
    return heardMs[slot];
  }

  long placedMs(int slot) {
    return placedMs[slot];
  }

  double latDeg(int slot) {
    return latDeg[slot];
  }

  double lonDeg(int slot) {
    return lonDeg[slot];
  }

  int shipType(int slot) {
    return shipType[slot] & 0xff;
  }

  /** Copies a slot, whole, from any thread. */
  void read(int slot, Row into) {
    for (int i = 0; i < LOOKS_BEFORE_LOCKING; i++) {
      long stamp = lock.tryOptimisticRead();
      copy(slot, into);
      if (lock.validate(stamp)) {
        return;
      }
    }
    long stamp = lock.readLock();
    try {
      copy(slot, into);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  private void copy(int slot, Row into) {
    into.mmsi = mmsi[slot];
    into.placedMs = placedMs[slot];
    into.latDeg = latDeg[slot];
    into.lonDeg = lonDeg[slot];
    into.courseDeg = courseDeg[slot];
    into.speedMps = speedMps[slot];
    into.headingDeg = headingDeg[slot];
    into.navStatus = navStatus[slot];
    into.shipType = shipType[slot] & 0xff;
    into.doubt = doubt[slot];
    into.messageType = messageType[slot];
    into.nameLength = nameLength[slot];
    System.arraycopy(names, slot * NAME_LETTERS, into.name, 0, NAME_LETTERS);
  }
}
