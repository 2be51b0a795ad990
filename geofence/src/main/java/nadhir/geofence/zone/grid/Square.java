package nadhir.geofence.zone.grid;

import java.util.Arrays;

/**
 * One square of a {@link Grid} as whole numbers, never changed once made:
 *
 * <pre>
 *  0..15  of each cell where it begins, 0 when nothing stands in it, or the complement of the
 *         number of the one shape that it is full of
 *  16     how many shapes hold the whole square
 *  17…    their numbers
 * a cell: how many are full, halves, wedges, edges: a byte each from the lowest, or ~0 and four
 *         numbers when one has 255 and more
 *         full:   number
 *         half:   number, line
 *         wedge:  2 × number + flip, line, line
 *         edges:  2 × number + flip, how many edges, (from, to)…
 * </pre>
 *
 * <p>Kinds stand together so that the loop over each has no branches to guess.
 */
final class Square {
  static final int WHOLES = Lattice.CELLS;
  static final int HALF_LENGTH = 3;
  static final int WEDGE_LENGTH = 5;

  static final int[] NOTHING = new int[WHOLES + 1];

  static final int HEAD_OF_MANY = ~0;

  private static final int MANY = 255;
  private static final int KINDS = 4;

  private Square() {}

  /** Puts the number of a shape behind the head of each of its entries. */
  static void add(Ints into, int number, Ints all, int from, int to) {
    for (int at = from; at < to; at = Entry.next(all, at)) {
      into.add(all.get(at));
      into.add(number);
      into.add(all, at + 1, Entry.next(all, at));
    }
  }

  /** From entries that have the shape's number behind their head. */
  static int[] encode(Ints entries) {
    int wholes = 0;
    int[] counts = new int[Lattice.CELLS * KINDS];
    int[] lengths = new int[Lattice.CELLS * KINDS];
    for (int at = 0; at < entries.size(); at = next(entries, at)) {
      int head = entries.get(at);
      if (Entry.kind(head) == Entry.WHOLE) {
        wholes++;
      } else {
        int slot = slot(head);
        counts[slot]++;
        lengths[slot] += length(head);
      }
    }
    int[] starts = new int[Lattice.CELLS * KINDS];
    int size = WHOLES + 1 + wholes;
    for (int cell = 0; cell < Lattice.CELLS; cell++) {
      size = place(cell, counts, lengths, starts, size);
    }
    int[] square = new int[size];
    square[WHOLES] = wholes;
    fill(square, entries, starts.clone());
    for (int cell = 0; cell < Lattice.CELLS; cell++) {
      int first = cell * KINDS;
      int start = starts[first];
      if (isOneFull(counts, first)) {
        square[cell] = ~square[start];
      } else if (start > 0) {
        square[cell] = start - headLength(counts, first);
        writeHead(square, square[cell], counts, first);
      }
    }
    return square;
  }

  private static boolean isOneFull(int[] counts, int first) {
    return counts[first] == 1 && Arrays.stream(counts, first + 1, first + KINDS).sum() == 0;
  }

  private static int headLength(int[] counts, int first) {
    return Arrays.stream(counts, first, first + KINDS).max().getAsInt() < MANY ? 1 : 1 + KINDS;
  }

  private static void writeHead(int[] square, int at, int[] counts, int first) {
    if (headLength(counts, first) == 1) {
      for (int kind = 0; kind < KINDS; kind++) {
        square[at] |= counts[first + kind] << 8 * kind;
      }
    } else {
      square[at] = HEAD_OF_MANY;
      System.arraycopy(counts, first, square, at + 1, KINDS);
    }
  }

  /** How many of each kind are in the cell that begins there. */
  static int[] counts(int[] square, int at) {
    int[] counts = new int[KINDS];
    for (int kind = 0; kind < KINDS; kind++) {
      counts[kind] =
          square[at] == HEAD_OF_MANY ? square[at + 1 + kind] : square[at] >>> 8 * kind & 0xFF;
    }
    return counts;
  }

  /** Where its entries begin. */
  static int entries(int[] square, int at) {
    return square[at] == HEAD_OF_MANY ? at + 1 + KINDS : at + 1;
  }

  private static int place(int cell, int[] counts, int[] lengths, int[] starts, int size) {
    int first = cell * KINDS;
    if (Arrays.stream(counts, first, first + KINDS).allMatch(count -> count == 0)) {
      return size;
    }
    int at = size + headLength(counts, first);
    for (int slot = first; slot < first + KINDS; slot++) {
      starts[slot] = at;
      at += lengths[slot];
    }
    return at;
  }

  private static void fill(int[] square, Ints entries, int[] starts) {
    int whole = WHOLES + 1;
    for (int at = 0; at < entries.size(); at = next(entries, at)) {
      int head = entries.get(at);
      int number = entries.get(at + 1);
      int kind = Entry.kind(head);
      if (kind == Entry.WHOLE) {
        square[whole++] = number;
        continue;
      }
      int to = starts[slot(head)];
      starts[slot(head)] += length(head);
      int data = at + 2;
      int left = Entry.length(head);
      if (kind >= Entry.WEDGE) {
        square[to++] = 2 * number + entries.get(data++);
        left--;
      } else {
        square[to++] = number;
      }
      if (kind == Entry.EDGES) {
        square[to++] = left / 2;
      }
      for (int i = 0; i < left; i++) {
        square[to + i] = entries.get(data + i);
      }
    }
  }

  /** Adds all entries of a square, except those of one shape. */
  static void decode(int[] square, int without, Ints into) {
    for (int i = 0; i < square[WHOLES]; i++) {
      add(into, Entry.WHOLE, 0, square[WHOLES + 1 + i], without);
    }
    for (int cell = 0; cell < Lattice.CELLS; cell++) {
      if (square[cell] < 0) {
        add(into, Entry.FULL, cell, ~square[cell], without);
      } else if (square[cell] > 0) {
        decode(square, cell, without, into);
      }
    }
  }

  private static void decode(int[] square, int cell, int without, Ints into) {
    int at = entries(square, square[cell]);
    int[] counts = counts(square, square[cell]);
    for (int kind = Entry.FULL; kind <= Entry.EDGES; kind++) {
      for (int i = 0; i < counts[kind - 1]; i++) {
        int number = kind >= Entry.WEDGE ? square[at] >> 1 : square[at];
        int from = kind == Entry.EDGES ? at + 2 : at + 1;
        int to =
            switch (kind) {
              case Entry.FULL -> from;
              case Entry.HALF -> from + 2;
              case Entry.WEDGE -> from + 4;
              default -> from + 2 * square[at + 1];
            };
        if (number != without) {
          boolean flips = kind >= Entry.WEDGE;
          into.add(Entry.head(kind, cell, to - from + (flips ? 1 : 0)));
          into.add(number);
          if (flips) {
            into.add(square[at] & 1);
          }
          for (int k = from; k < to; k++) {
            into.add(square[k]);
          }
        }
        at = to;
      }
    }
  }

  private static void add(Ints into, int kind, int cell, int number, int without) {
    if (number != without) {
      into.add(Entry.head(kind, cell, 0));
      into.add(number);
    }
  }

  /** The most shapes that can be named for a place in it. */
  static int most(int[] square) {
    int most = 0;
    for (int cell = 0; cell < Lattice.CELLS; cell++) {
      int at = square[cell];
      int here = at > 0 ? Arrays.stream(counts(square, at)).sum() : at < 0 ? 1 : 0;
      most = Math.max(most, here);
    }
    return most + square[WHOLES];
  }

  private static int slot(int head) {
    return Entry.cell(head) * KINDS + Entry.kind(head) - 1;
  }

  /** In the square: edges have their count added, and flips stand with the number. */
  private static int length(int head) {
    return switch (Entry.kind(head)) {
      case Entry.WEDGE -> Entry.length(head);
      default -> Entry.length(head) + 1;
    };
  }

  private static int next(Ints entries, int at) {
    return at + 2 + Entry.length(entries.get(at));
  }
}
