package nadhir.geofence.zone.grid;

/**
 * Edges in a cell, each as two packed places, and how often a line eastwards from a place crosses
 * them. What leaves the cell eastwards is continued down along its border, so that all that is to
 * the east of a place in the cell is known.
 */
final class Edges {
  /** How far around a cell edges are listed in it; rounding never moves one as far. */
  static final int PAD = 32;

  /** Both ends are rounded and the place is cut to units: 2.2 at most. */
  private static final int DOUBT = 4;

  static final int IN_DOUBT = -1;

  private Edges() {}

  /** From −PAD to a cell and PAD, in each direction. */
  static int pack(double x, double y) {
    return ((int) StrictMath.rint(x) + PAD) << 16 | (int) StrictMath.rint(y) + PAD;
  }

  static int dropped(int packed) {
    return packed & 0xFFFF0000;
  }

  /** 0 or 1, or {@link #IN_DOUBT} when an edge is within a few units. */
  static int parity(int[] packed, int from, int to, int x, int y) {
    int px = x + PAD;
    int py = y + PAD;
    int parity = 0;
    for (int at = from; at < to; at += 2) {
      int y1 = (packed[at] & 0xFFFF) - py;
      int y2 = (packed[at + 1] & 0xFFFF) - py;
      if (y1 > DOUBT && y2 > DOUBT || y1 < -DOUBT && y2 < -DOUBT) {
        continue;
      }
      int x1 = (packed[at] >>> 16) - px;
      int x2 = (packed[at + 1] >>> 16) - px;
      if (x1 < -DOUBT && x2 < -DOUBT) {
        continue;
      }
      long turn = (long) x1 * y2 - (long) y1 * x2;
      boolean beside = x1 > DOUBT && x2 > DOUBT;
      int span = Math.abs(x2 - x1) + Math.abs(y2 - y1);
      if (!beside && Math.abs(turn) <= (long) DOUBT * span) {
        return IN_DOUBT;
      }
      if (y1 > 0 != y2 > 0 && turn > 0 == y2 > y1) {
        parity ^= 1;
      }
    }
    return parity;
  }
}
