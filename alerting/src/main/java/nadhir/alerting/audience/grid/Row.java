package nadhir.alerting.audience.grid;

import java.util.Arrays;

/** What the parts of an area make of the cells of one row. */
final class Row {
  private static final byte OUTSIDE = 0;
  private static final byte MIXED = 1;
  private static final byte FULL = 2;

  private final byte[] cells;
  private int first;
  private int last;

  Row(int columns) {
    cells = new byte[columns];
    first = columns;
    last = -1;
  }

  void clear() {
    if (first <= last) {
      Arrays.fill(cells, first, last + 1, OUTSIDE);
    }
    first = cells.length;
    last = -1;
  }

  /** All places in these cells are inside. */
  void full(int from, int to) {
    widen(from, to);
    Arrays.fill(cells, from, to + 1, FULL);
  }

  /** Each place must be asked about, unless another part holds the whole cell. */
  void mixed(int from, int to) {
    widen(from, to);
    for (int column = from; column <= to; column++) {
      cells[column] = cells[column] == FULL ? FULL : MIXED;
    }
  }

  private void widen(int from, int to) {
    first = Math.min(first, from);
    last = Math.max(last, to);
  }

  /** What is told of each run of cells that are not outside: the first, and the one behind it. */
  interface Taker {
    void run(int from, int to, boolean full);
  }

  void runs(Taker taker) {
    int from = first;
    while (from <= last) {
      byte state = cells[from];
      int to = from + 1;
      while (to <= last && cells[to] == state) {
        to++;
      }
      if (state != OUTSIDE) {
        taker.run(from, to, state == FULL);
      }
      from = to;
    }
  }
}
