package nadhir.geofence.zone.grid;

/**
 * Draws the edges of one polygon in one cell after the other, in the cheapest kind of {@link Entry}
 * that can tell all places in the cell. Which side is inside is taken from one place whose answer
 * is known.
 */
final class CellDrawing {
  /** Places across a cell that are tried for one away from all edges. */
  private static final int TRIES = 13;

  private final Lattice lattice;
  private final Rings rings;
  private final double[] edges;
  private final RowCrossings crossings;

  private final Clip[] clips = {new Clip(), new Clip()};
  private int column;
  private int row;
  private int count;
  private Ints packed = new Ints();

  CellDrawing(Lattice lattice, Rings rings, double[] edges, RowCrossings crossings) {
    this.lattice = lattice;
    this.rings = rings;
    this.edges = edges;
    this.crossings = crossings;
  }

  void begin(int cellColumn, int cellRow) {
    column = cellColumn;
    row = cellRow;
    count = 0;
    packed.clear();
  }

  void edge(int edge) {
    double east = (double) column * Lattice.CELL_UNITS;
    double north = (double) row * Lattice.CELL_UNITS;
    Clip clip = clips[count == 0 ? 0 : 1];
    boolean comes =
        clip.cut(
            edges[4 * edge] - east,
            edges[4 * edge + 1] - north,
            edges[4 * edge + 2] - east,
            edges[4 * edge + 3] - north);
    if (comes) {
      count++;
      pack(clip);
    }
  }

  private void pack(Clip clip) {
    int from = Edges.pack(clip.x1, clip.y1);
    int to = Edges.pack(clip.x2, clip.y2);
    packed.add(from);
    packed.add(to);
    if (clip.leavesEastAtStart()) {
      packed.add(from);
      packed.add(Edges.dropped(from));
    }
    if (clip.leavesEastAtEnd()) {
      packed.add(to);
      packed.add(Edges.dropped(to));
    }
  }

  void end(Footprint footprint, int cell) {
    boolean drawn =
        switch (count) {
          case 0 -> full(footprint, cell);
          case 1 -> clips[0].goesThrough() && half(footprint, cell);
          case 2 -> wedge(footprint, cell);
          default -> false;
        };
    if (!drawn && !edges(footprint, cell)) {
      footprint.entry(Entry.EDGES, cell, 0);
    }
  }

  private boolean full(Footprint footprint, int cell) {
    if (crossings.inside(row, (column + 0.5) * Lattice.CELL_UNITS)) {
      footprint.entry(Entry.FULL, cell);
    }
    return true;
  }

  private boolean half(Footprint footprint, int cell) {
    Line line = clips[0].line();
    for (int i = 0; i < TRIES * TRIES; i++) {
      int x = tryX(i);
      int y = tryY(i);
      int value = Line.value(line.normal(), line.offset(), x, y);
      if (Math.abs(value) > Line.DOUBT) {
        Line inside = value > 0 == inside(x, y) ? line : line.turned();
        footprint.entry(Entry.HALF, cell, inside.normal(), inside.offset());
        return true;
      }
    }
    return false;
  }

  /**
   * Two edges that both go through without meeting, or that meet in one place: what is on each
   * one's side of the other is one region, all else the other.
   */
  private boolean wedge(Footprint footprint, int cell) {
    Clip one = clips[0];
    Clip two = clips[1];
    boolean meet = one.ends && two.begins && one.x2 == two.x1 && one.y2 == two.y1;
    boolean meetAgain = two.ends && one.begins && two.x2 == one.x1 && two.y2 == one.y1;
    if (meet == meetAgain && !(one.goesThrough() && two.goesThrough())) {
      return false;
    }
    Line first = towards(one.line(), two);
    Line second = towards(two.line(), one);
    if (!holds(first, two) || !holds(second, one)) {
      return false;
    }
    for (int i = 0; i < TRIES * TRIES; i++) {
      int x = tryX(i);
      int y = tryY(i);
      int a = Line.value(first.normal(), first.offset(), x, y);
      int b = Line.value(second.normal(), second.offset(), x, y);
      if (Math.abs(a) > Line.DOUBT && Math.abs(b) > Line.DOUBT) {
        int flip = inside(x, y) == (a > 0 && b > 0) ? 0 : 1;
        footprint.entry(
            Entry.WEDGE,
            cell,
            flip,
            first.normal(),
            first.offset(),
            second.normal(),
            second.offset());
        return true;
      }
    }
    return false;
  }

  /** With the other edge on its positive side. */
  private static Line towards(Line line, Clip other) {
    int start = line.value(other.x1, other.y1);
    int end = line.value(other.x2, other.y2);
    return (Math.abs(start) > Math.abs(end) ? start : end) > 0 ? line : line.turned();
  }

  /** Neither end is beyond the line, and one is clearly off it. */
  private static boolean holds(Line line, Clip other) {
    int start = line.value(other.x1, other.y1);
    int end = line.value(other.x2, other.y2);
    return Math.min(start, end) >= -Line.DOUBT && Math.max(start, end) > Line.DOUBT;
  }

  private boolean edges(Footprint footprint, int cell) {
    int[] all = packed.toArray();
    for (int i = 0; i < TRIES * TRIES; i++) {
      int x = tryX(i);
      int y = tryY(i);
      int parity = Edges.parity(all, 0, all.length, x, y);
      if (parity != Edges.IN_DOUBT) {
        int[] data = new int[1 + all.length];
        data[0] = inside(x, y) == (parity == 1) ? 0 : 1;
        System.arraycopy(all, 0, data, 1, all.length);
        footprint.entry(Entry.EDGES, cell, data);
        return true;
      }
    }
    return false;
  }

  /** The middle line comes first: what is inside there is known already. */
  private static int tryY(int i) {
    int step = (i / TRIES + TRIES / 2) % TRIES;
    return (2 * step + 1) * Lattice.CELL_UNITS / (2 * TRIES);
  }

  private static int tryX(int i) {
    return (2 * (i % TRIES) + 1) * Lattice.CELL_UNITS / (2 * TRIES);
  }

  private boolean inside(int x, int y) {
    double east = (double) column * Lattice.CELL_UNITS + x + 0.5;
    if (y == Lattice.CELL_UNITS / 2) {
      return crossings.inside(row, east);
    }
    double north = (double) row * Lattice.CELL_UNITS + y + 0.5;
    return rings.covers(lattice.latDeg(north), lattice.lonDeg(east));
  }
}
