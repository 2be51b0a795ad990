package nadhir.geofence.zone.grid;

/**
 * How one shape stands in one cell, as whole numbers: a head with kind, cell and length, and the
 * data of the kind. In a square's list the number of the shape follows the head.
 *
 * <p>Lines and edges are rounded to units of the cell. What is said of a place holds when it is
 * more than a few units from all of them; nearer ones are asked of the shape itself. That is right
 * because moving an edge by less than its distance from the place does not change on which side of
 * it the place is.
 */
final class Entry {
  /** The whole square; no data. */
  static final int WHOLE = 0;

  /** The whole cell; no data. */
  static final int FULL = 1;

  /** One edge goes through: a {@link Line} with the inside on its positive side. */
  static final int HALF = 2;

  /** Two edges: 1 when inside is out; then two lines, and in is where both are positive. */
  static final int WEDGE = 3;

  /**
   * Any number of edges: 1 when the inside has an even count; then from and to of each edge that a
   * line eastwards can cross. Without edges: the shape itself must be asked.
   */
  static final int EDGES = 4;

  private static final int CELL_SHIFT = 3;
  private static final int LENGTH_SHIFT = 7;

  private Entry() {}

  static int head(int kind, int cell, int length) {
    return length << LENGTH_SHIFT | cell << CELL_SHIFT | kind;
  }

  static int kind(int head) {
    return head & (1 << CELL_SHIFT) - 1;
  }

  static int cell(int head) {
    return head >> CELL_SHIFT & Lattice.CELLS - 1;
  }

  static int length(int head) {
    return head >>> LENGTH_SHIFT;
  }

  /** Where the next entry of a footprint begins. */
  static int next(Ints all, int at) {
    return at + 1 + length(all.get(at));
  }
}
