package nadhir.geofence.zone.grid;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where on the lattice one shape stands: square by square, each with its {@link Entry}s, behind
 * each other in whole numbers.
 *
 * <pre>
 * column, row, length, (head, data…)…
 * </pre>
 */
final class Footprint {
  private static final int HEAD = 3;

  private final Ints all = new Ints();
  private int open;

  interface SquareTaker {
    /** The entries are in {@code all}, between two places. */
    void square(int column, int row, Ints all, int from, int to);
  }

  void begin(int column, int row) {
    open = all.size();
    all.add(column);
    all.add(row);
    all.add(0);
  }

  void entry(int kind, int cell, int... data) {
    all.add(Entry.head(kind, cell, data.length));
    for (int value : data) {
      all.add(value);
    }
  }

  void end() {
    all.set(open + 2, all.size() - open - HEAD);
  }

  void forEach(SquareTaker taker) {
    for (int at = 0; at < all.size(); ) {
      int from = at + HEAD;
      int to = from + all.get(at + 2);
      if (to > from) {
        taker.square(all.get(at), all.get(at + 1), all, from, to);
      }
      at = to;
    }
  }

  int size() {
    return all.size();
  }

  /**
   * Of the parts of one shape. Where several have edges in one cell, the shape is asked itself: an
   * area is the union of its parts, and parity does not tell that.
   */
  static Footprint union(Iterable<Footprint> parts) {
    SortedMap<Long, SortedMap<Integer, Ints>> squares = new TreeMap<>();
    for (Footprint part : parts) {
      part.forEach((column, row, all, from, to) -> add(squares, column, row, all, from, to));
    }
    var union = new Footprint();
    for (Map.Entry<Long, SortedMap<Integer, Ints>> square : squares.entrySet()) {
      union.begin((int) (square.getKey() >> 32), (int) (long) square.getKey());
      square.getValue().values().forEach(entry -> union.all.add(entry, 0, entry.size()));
      union.end();
    }
    return union;
  }

  /** A whole square is kept as its cell −1. */
  private static void add(
      SortedMap<Long, SortedMap<Integer, Ints>> squares,
      int column,
      int row,
      Ints all,
      int from,
      int to) {
    var cells = squares.computeIfAbsent((long) column << 32 | row, _ -> new TreeMap<>());
    for (int at = from; at < to; at = Entry.next(all, at)) {
      var entry = new Ints();
      entry.add(all, at, Entry.next(all, at));
      int kind = Entry.kind(all.get(at));
      if (kind == Entry.WHOLE || cells.containsKey(-1)) {
        cells.clear();
        cells.put(-1, kind == Entry.WHOLE ? entry : whole());
      } else {
        cells.merge(Entry.cell(all.get(at)), entry, Footprint::both);
      }
    }
  }

  private static Ints whole() {
    var entry = new Ints();
    entry.add(Entry.head(Entry.WHOLE, 0, 0));
    return entry;
  }

  private static Ints both(Ints one, Ints other) {
    if (Entry.kind(one.get(0)) == Entry.FULL) {
      return one;
    }
    if (Entry.kind(other.get(0)) == Entry.FULL) {
      return other;
    }
    var asked = new Ints();
    asked.add(Entry.head(Entry.EDGES, Entry.cell(one.get(0)), 1));
    asked.add(0);
    return asked;
  }
}
