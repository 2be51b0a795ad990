package nadhir.alerting.audience.grid;

import java.util.Arrays;

/** Stands, as ranges that do not touch, in rising order. */
final class Ranges {
  /** Where each range begins, and before which stand it ends, in turn. */
  private int[] ends = new int[256];

  private int size;
  private int count;

  /** None of them may be before what was added already. */
  void add(int from, int to) {
    if (from == to) {
      return;
    }
    count += to - from;
    if (size > 0 && ends[size - 1] == from) {
      ends[size - 1] = to;
      return;
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ends[size++] = from;
    ends[size++] = to;
  }

  /** How many ranges. */
  int size() {
    return size / 2;
  }

  int from(int range) {
    return ends[2 * range];
  }

  int to(int range) {
    return ends[2 * range + 1];
  }

  /** How many stands in all. */
  int count() {
    return count;
  }
}
