package nadhir.geofence.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;

/** Sets of small numbers as bare words, for loops over several sets at once. */
final class Bits {
  private Bits() {}

  static int words(int size) {
    return (size + Long.SIZE - 1) / Long.SIZE;
  }

  static void set(long[] bits, int index) {
    bits[index >> 6] |= 1L << index;
  }

  static boolean has(long[] bits, int index) {
    return (bits[index >> 6] & 1L << index) != 0;
  }

  static void addAll(long[] bits, long[] others) {
    for (int word = 0; word < bits.length; word++) {
      bits[word] |= others[word];
    }
  }

  /** 1 where any bit is set, else 0, without a branch. */
  static long isSome(long word) {
    return (word | -word) >>> Long.SIZE - 1;
  }

  static boolean isEmpty(long[] bits) {
    return Arrays.stream(bits).allMatch(word -> word == 0);
  }

  /** The one number in a set with no other. */
  static OptionalInt only(long[] bits) {
    BitSet set = BitSet.valueOf(bits);
    return set.cardinality() == 1 ? OptionalInt.of(set.nextSetBit(0)) : OptionalInt.empty();
  }

  /** What is in two sets of the same size. */
  static long[] both(long[] some, long[] others) {
    long[] both = some.clone();
    for (int word = 0; word < both.length; word++) {
      both[word] &= others[word];
    }
    return both;
  }

  static long[] of(BitSet set, int size) {
    return Arrays.copyOf(set.toLongArray(), words(size));
  }

  /** The numbers below {@code size}. */
  static long[] all(int size) {
    BitSet all = new BitSet();
    all.set(0, size);
    return of(all, size);
  }
}
