package nadhir.geofence.zone.grid;

/** Puts places that lie in one square behind each other. */
final class CellOrder {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private CellOrder() {}

  /**
   * The positions sorted by key, equal ones in their order (a radix sort from the last digit).
   *
   * @param keys 0 to {@code most}
   */
  static int[] sorted(int[] keys, int most) {
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int[] next = new int[keys.length];
    for (int shift = 0; most >> shift > 0; shift += DIGIT_BITS) {
      int[] starts = new int[DIGITS + 1];
      for (int key : keys) {
        starts[(key >> shift & DIGITS - 1) + 1]++;
      }
      for (int digit = 1; digit < DIGITS; digit++) {
        starts[digit] += starts[digit - 1];
      }
      for (int i : order) {
        next[starts[keys[i] >> shift & DIGITS - 1]++] = i;
      }
      int[] swapped = order;
      order = next;
      next = swapped;
    }
    return order;
  }
}
