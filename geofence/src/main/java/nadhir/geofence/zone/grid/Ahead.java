package nadhir.geofence.zone.grid;

/**
 * Some places whose squares are fetched before any is answered: a processor waits for many cache
 * misses at once as gladly as for one, when no guess at a branch stands between them.
 */
final class Ahead {
  static final int MANY = 32;

  private final int[] places = new int[MANY];
  private final int[][] squares = new int[MANY][];
  private final int[] cells = new int[MANY];
  private final int[] xs = new int[MANY];
  private final int[] ys = new int[MANY];
  private final int[] touched = new int[MANY];

  void look(int k, int place, int[] square, int cell, int x, int y) {
    places[k] = place;
    squares[k] = square;
    cells[k] = cell;
    xs[k] = x;
    ys[k] = y;
  }

  /** Reads the first number of each one's cell; what is read does not matter. */
  void touch(int count) {
    for (int k = 0; k < count; k++) {
      touched[k] = squares[k][cells[k]];
    }
    for (int k = 0; k < count; k++) {
      touched[k] = squares[k][Math.max(0, touched[k])];
    }
  }

  int place(int k) {
    return places[k];
  }

  int find(int k, Shape[] shapes, double latDeg, double lonDeg, int[] into, int found) {
    return Lookup.find(squares[k], cells[k], xs[k], ys[k], shapes, latDeg, lonDeg, into, found);
  }
}
