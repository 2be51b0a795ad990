package nadhir.geofence.zone.grid;

/** Reads one cell of a {@link Square}. */
final class Lookup {
  private static final int FEW = 8;

  private Lookup() {}

  /**
   * Adds the numbers of all shapes that hold a place.
   *
   * @param x units from the cell's western border, and {@code y} from its southern
   * @param shapes asked where the place is next to an edge
   * @return how many there are, {@code found} among them
   */
  static int find(
      int[] square,
      int cell,
      int x,
      int y,
      Shape[] shapes,
      double latDeg,
      double lonDeg,
      int[] into,
      int found) {
    int at = square[cell];
    int n = copy(square, Square.WHOLES + 1, square[Square.WHOLES], into, found);
    if (at <= 0) {
      into[n] = ~at;
      return at == 0 ? n : n + 1;
    }
    int head = square[at++];
    int full = head & 0xFF;
    int halves = head >>> 8 & 0xFF;
    int wedges = head >>> 16 & 0xFF;
    int edges = head >>> 24;
    if (head == Square.HEAD_OF_MANY) {
      full = square[at++];
      halves = square[at++];
      wedges = square[at++];
      edges = square[at++];
    }
    n = copy(square, at, full, into, n);
    at += full;
    for (int end = at + Square.HALF_LENGTH * halves; at < end; at += Square.HALF_LENGTH) {
      int number = square[at];
      int value = Line.value(square[at + 1], square[at + 2], x, y);
      into[n] = number;
      if (Math.abs(value) > Line.DOUBT) {
        n += ~value >>> 31;
      } else {
        n += shapes[number].covers(latDeg, lonDeg) ? 1 : 0;
      }
    }
    for (int end = at + Square.WEDGE_LENGTH * wedges; at < end; at += Square.WEDGE_LENGTH) {
      int number = square[at] >> 1;
      int one = Line.value(square[at + 1], square[at + 2], x, y);
      int other = Line.value(square[at + 3], square[at + 4], x, y);
      int least = Math.min(one, other);
      into[n] = number;
      // clearly on the wrong side of one line is enough, whatever the other says
      if (Math.abs(least) > Line.DOUBT) {
        n += ~least >>> 31 ^ square[at] & 1;
      } else {
        n += shapes[number].covers(latDeg, lonDeg) ? 1 : 0;
      }
    }
    return edges == 0 ? n : edges(square, at, edges, x, y, shapes, latDeg, lonDeg, into, n);
  }

  /** A loop while there are few: a call takes longer than they do. */
  private static int copy(int[] from, int at, int count, int[] into, int n) {
    if (count > FEW) {
      System.arraycopy(from, at, into, n, count);
    } else {
      for (int i = 0; i < count; i++) {
        into[n + i] = from[at + i];
      }
    }
    return n + count;
  }

  private static int edges(
      int[] square,
      int first,
      int count,
      int x,
      int y,
      Shape[] shapes,
      double latDeg,
      double lonDeg,
      int[] into,
      int found) {
    int n = found;
    int at = first;
    for (int i = 0; i < count; i++) {
      int number = square[at] >> 1;
      int flip = square[at] & 1;
      int from = at + 2;
      at = from + 2 * square[at + 1];
      int parity = from == at ? Edges.IN_DOUBT : Edges.parity(square, from, at, x, y);
      boolean in =
          parity == Edges.IN_DOUBT ? shapes[number].covers(latDeg, lonDeg) : (parity ^ flip) == 1;
      into[n] = number;
      n += in ? 1 : 0;
    }
    return n;
  }

  /** How many shapes and edges are looked at for a place in the cell, for tests of the cost. */
  static int looked(int[] square, int cell) {
    int at = square[cell];
    int looked = square[Square.WHOLES] + (at < 0 ? 1 : 0);
    if (at > 0) {
      int[] counts = Square.counts(square, at);
      looked += counts[0] + counts[1] + 2 * counts[2];
      int next =
          Square.entries(square, at)
              + counts[0]
              + Square.HALF_LENGTH * counts[1]
              + Square.WEDGE_LENGTH * counts[2];
      for (int i = 0; i < counts[3]; i++) {
        looked += square[next + 1];
        next += 2 + 2 * square[next + 1];
      }
    }
    return looked;
  }
}
