package nadhir.alerting.audience.grid;

import java.util.BitSet;

/**
 * What has changed since people were packed, one line after the other. One thread at a time writes;
 * others read the lines that are there when they look, and wait for nobody.
 */
final class Moves {
  /** Room for one line for so many people, so that it stays small beside them. */
  private static final int PEOPLE_PER_LINE = 64;

  /** A question reads all lines, some 40 ns each: no more than finding five million takes. */
  private static final int MOST_LINES = 32_768;

  private static final int LEAST_LINES = 64;

  /** Latitude of somebody who is gone. */
  private static final double GONE = Double.NaN;

  private final int[] persons;

  /** Where each stood when they were packed. */
  private final int[] stands;

  private final double[] latDeg;
  private final double[] lonDeg;

  /** Lines before it are complete and never change. */
  private volatile int size;

  Moves(int lines) {
    persons = new int[lines];
    stands = new int[lines];
    latDeg = new double[lines];
    lonDeg = new double[lines];
  }

  static int linesFor(int people) {
    return Math.clamp(people / PEOPLE_PER_LINE, LEAST_LINES, MOST_LINES);
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == persons.length;
  }

  /** Time to pack people anew: as many lines again come in meanwhile before anybody waits. */
  boolean isHalfFull() {
    return size >= persons.length / 2;
  }

  void put(PackedPeople packed, int person, double lat, double lon) {
    int line = size;
    persons[line] = person;
    stands[line] = packed.stand(person);
    latDeg[line] = lat;
    lonDeg[line] = lon;
    size = line + 1;
  }

  void remove(PackedPeople packed, int person) {
    put(packed, person, GONE, 0);
  }

  /** Writes down the lines from {@code first} for people who are packed anew. */
  void copy(int first, PackedPeople packed, Moves into) {
    for (int line = first; line < size; line++) {
      into.put(packed, persons[line], latDeg[line], lonDeg[line]);
    }
  }

  int person(int line) {
    return persons[line];
  }

  double latDeg(int line) {
    return latDeg[line];
  }

  double lonDeg(int line) {
    return lonDeg[line];
  }

  /** What of the first {@code known} lines still holds. */
  Newest newest(int known, PackedPeople packed) {
    long[] left = new long[known == 0 ? 0 : (packed.size() + Long.SIZE - 1) / Long.SIZE];
    var others = new BitSet();
    int[] lines = new int[known];
    int count = 0;
    for (int line = known - 1; line >= 0; line--) {
      boolean newest =
          stands[line] == PackedPeople.NOWHERE
              ? isFirst(others, persons[line])
              : isFirst(left, stands[line]);
      if (newest && !Double.isNaN(latDeg[line])) {
        lines[count++] = line;
      }
    }
    return new Newest(left, lines, count);
  }

  private static boolean isFirst(BitSet seen, int person) {
    boolean first = !seen.get(person);
    seen.set(person);
    return first;
  }

  private static boolean isFirst(long[] seen, int stand) {
    long bit = 1L << stand;
    boolean first = (seen[stand / Long.SIZE] & bit) == 0;
    seen[stand / Long.SIZE] |= bit;
    return first;
  }

  long bytes() {
    return 24L * persons.length;
  }

  /**
   * Nobody is in it twice.
   *
   * @param left the stands of those who have moved away or are gone, as bits; empty when nobody has
   * @param lines who is where now; the first {@code count} of them
   */
  record Newest(long[] left, int[] lines, int count) {
    boolean hasLeft(int stand) {
      return left.length > 0 && (left[stand / Long.SIZE] & 1L << stand) != 0;
    }

    /** Adds those of the stands whose people are still there. */
    void addStaying(int from, int to, Ranges into) {
      if (left.length == 0) {
        into.add(from, to);
        return;
      }
      int at = from;
      while (at < to) {
        int gone = Math.min(to, nextLeft(at, to));
        into.add(at, gone);
        at = gone + 1;
      }
    }

    /**
     * The first stand from {@code from} that somebody left; {@code to} or more if there is none.
     */
    private int nextLeft(int from, int to) {
      int word = from / Long.SIZE;
      long bits = left[word] & -1L << from;
      while (bits == 0 && (word + 1) * Long.SIZE < to) {
        bits = left[++word];
      }
      return word * Long.SIZE + Long.numberOfTrailingZeros(bits);
    }
  }
}
