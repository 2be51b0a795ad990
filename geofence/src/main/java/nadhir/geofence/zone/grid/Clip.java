package nadhir.geofence.zone.grid;

/** The part of an edge within a cell and its {@link Edges#PAD}; units from the cell's corner. */
final class Clip {
  private static final double LEAST = -Edges.PAD;
  private static final double MOST = Lattice.CELL_UNITS + Edges.PAD;

  /**
   * What ends here is rounded to the eastern border. Near one of its corners that can be said of an
   * edge that leaves elsewhere; then it is continued for all places of the cell or none.
   */
  private static final double EAST = MOST - 0.5;

  double x1;
  double y1;
  double x2;
  double y2;

  /** Whether its ends lie where the edge's own do, and not on the border of the pad. */
  boolean begins;

  boolean ends;

  /** Direction of the whole edge. */
  double dx;

  double dy;

  /** False when the edge does not come into the cell (Liang and Barsky 1984). */
  boolean cut(double fromX, double fromY, double toX, double toY) {
    dx = toX - fromX;
    dy = toY - fromY;
    double in = 0;
    double out = 1;
    for (int side = 0; side < 4; side++) {
      double step = side < 2 ? dx : dy;
      double start = side < 2 ? fromX : fromY;
      boolean low = (side & 1) == 0;
      double room = low ? start - LEAST : MOST - start;
      double towards = low ? -step : step;
      if (towards == 0) {
        if (room < 0) {
          return false;
        }
      } else if (towards < 0) {
        in = Math.max(in, room / towards);
      } else {
        out = Math.min(out, room / towards);
      }
    }
    begins = isInside(fromX, fromY);
    ends = isInside(toX, toY);
    x1 = begins ? fromX : within(fromX + in * dx);
    y1 = begins ? fromY : within(fromY + in * dy);
    x2 = ends ? toX : within(fromX + out * dx);
    y2 = ends ? toY : within(fromY + out * dy);
    return in <= out;
  }

  /** The same for both edges that meet there, so that neither ends without the other beginning. */
  private static boolean isInside(double x, double y) {
    return x >= LEAST && x <= MOST && y >= LEAST && y <= MOST;
  }

  private static double within(double at) {
    return Math.clamp(at, LEAST, MOST);
  }

  boolean goesThrough() {
    return !begins && !ends;
  }

  boolean leavesEastAtStart() {
    return !begins && x1 >= EAST;
  }

  boolean leavesEastAtEnd() {
    return !ends && x2 >= EAST;
  }

  Line line() {
    return Line.along(dx, dy, (x1 + x2) / 2, (y1 + y2) / 2);
  }
}
