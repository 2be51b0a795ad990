package nadhir.geofence.zone.grid;

import java.util.Arrays;

/** Whole numbers behind each other, as many as come. */
final class Ints {
  private int[] values = new int[32];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  void add(Ints other, int from, int to) {
    while (size + to - from > values.length) {
      values = Arrays.copyOf(values, values.length * 2);
    }
    System.arraycopy(other.values, from, values, size, to - from);
    size += to - from;
  }

  int get(int at) {
    return values[at];
  }

  void set(int at, int value) {
    values[at] = value;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
