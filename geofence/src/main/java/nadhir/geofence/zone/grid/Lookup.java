package nadhir.geofence.zone.grid;

/** Reads one cell of a {@link Square}. */
final class Lookup {
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
    int wholes = square[Square.WHOLES];
    System.arraycopy(square, Square.WHOLES + 1, into, found, wholes);
    int n = found + wholes;
    int at = square[cell];
    if (at == 0) {
      return n;
    }
    int full = square[at];
    int halves = square[at + 1];
    int wedges = square[at + 2];
    int edges = square[at + 3];
    at += 4;
    System.arraycopy(square, at, into, n, full);
    n += full;
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
    int looked = square[Square.WHOLES];
    int at = square[cell];
    if (at > 0) {
      looked += square[at] + square[at + 1] + 2 * square[at + 2];
      int next =
          at
              + 4
              + square[at]
              + Square.HALF_LENGTH * square[at + 1]
              + Square.WEDGE_LENGTH * square[at + 2];
      for (int i = 0; i < square[at + 3]; i++) {
        looked += square[next + 1];
        next += 2 + 2 * square[next + 1];
      }
    }
    return looked;
  }
}
