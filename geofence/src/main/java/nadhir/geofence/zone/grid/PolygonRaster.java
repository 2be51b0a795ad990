package nadhir.geofence.zone.grid;

import java.util.Arrays;
import java.util.Optional;

/**
 * Draws one polygon on the lattice. Edges mark the cells that they come near; all others are inside
 * or outside as a whole, which the crossings of the line through the middle of their row tell.
 */
final class PolygonRaster {
  /** An edge's number has 20 bits in a mark, a square's column and row 19 bits each. */
  private static final int EDGE_BITS = 20;

  private static final int CELL_BITS = 4;
  private static final int COLUMN_BITS = 19;

  private final Lattice lattice;
  private final Rings rings;

  /** From and to of each edge, four numbers, in units. */
  private double[] edges = new double[64];

  private int edgeCount;

  /** Square's row and column, cell, edge; sorted. */
  private long[] marks = new long[64];

  private int markCount;

  private final int westSquare;
  private final int southSquare;
  private final int eastSquare;
  private final int northSquare;
  private final RowCrossings crossings;

  private PolygonRaster(Lattice lattice, Rings rings) {
    this.lattice = lattice;
    this.rings = rings;
    Bounds bounds = rings.bounds();
    westSquare = Lattice.square(lattice.eastUnits(bounds.westDeg()) - Edges.PAD);
    eastSquare = Lattice.square(lattice.eastUnits(bounds.eastDeg()) + Edges.PAD);
    southSquare = Lattice.square(lattice.northUnits(bounds.southDeg()) - Edges.PAD);
    northSquare = Lattice.square(lattice.northUnits(bounds.northDeg()) + Edges.PAD);
    rings.edges(this::take);
    crossings =
        new RowCrossings(
            southSquare * Lattice.SIDE, (northSquare - southSquare + 1) * Lattice.SIDE);
  }

  /** Empty when it would take more than {@code most} squares and edges in cells. */
  static Optional<Footprint> draw(Lattice lattice, Rings rings, long most) {
    var raster = new PolygonRaster(lattice, rings);
    if (raster.squares() > most || !raster.mark(most)) {
      return Optional.empty();
    }
    raster.crossings.fill(raster.edges, raster.edgeCount);
    return Optional.of(raster.footprint());
  }

  private long squares() {
    return (eastSquare - westSquare + 1L) * (northSquare - southSquare + 1L);
  }

  private void take(double fromLon, double fromLat, double toLon, double toLat) {
    if (4 * edgeCount == edges.length) {
      edges = Arrays.copyOf(edges, 2 * edges.length);
    }
    edges[4 * edgeCount] = lattice.eastUnits(fromLon);
    edges[4 * edgeCount + 1] = lattice.northUnits(fromLat);
    edges[4 * edgeCount + 2] = lattice.eastUnits(toLon);
    edges[4 * edgeCount + 3] = lattice.northUnits(toLat);
    edgeCount++;
  }

  private boolean mark(long most) {
    if (edgeCount >= 1 << EDGE_BITS) {
      return false;
    }
    for (int edge = 0; edge < edgeCount; edge++) {
      double x1 = edges[4 * edge];
      double y1 = edges[4 * edge + 1];
      double x2 = edges[4 * edge + 2];
      double y2 = edges[4 * edge + 3];
      int lastRow = cell(Math.max(y1, y2) + Edges.PAD);
      for (int row = cell(Math.min(y1, y2) - Edges.PAD); row <= lastRow; row++) {
        double low = (double) row * Lattice.CELL_UNITS - Edges.PAD;
        double high = (row + 1.0) * Lattice.CELL_UNITS + Edges.PAD;
        double from =
            y1 == y2 ? x1 : xAt(x1, y1, x2, y2, Math.clamp(low, min(y1, y2), max(y1, y2)));
        double to = y1 == y2 ? x2 : xAt(x1, y1, x2, y2, Math.clamp(high, min(y1, y2), max(y1, y2)));
        int last = cell(max(from, to) + Edges.PAD);
        int first = cell(min(from, to) - Edges.PAD);
        if (markCount + last - first > most) {
          return false;
        }
        for (int column = first; column <= last; column++) {
          mark(column, row, edge);
        }
      }
    }
    Arrays.sort(marks, 0, markCount);
    return true;
  }

  private static double min(double a, double b) {
    return Math.min(a, b);
  }

  private static double max(double a, double b) {
    return Math.max(a, b);
  }

  private static double xAt(double x1, double y1, double x2, double y2, double y) {
    return y == y1 ? x1 : y == y2 ? x2 : x1 + (y - y1) / (y2 - y1) * (x2 - x1);
  }

  private static int cell(double units) {
    return (int) ((long) units >> Lattice.CELL_BITS);
  }

  private void mark(int column, int row, int edge) {
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, 2 * markCount);
    }
    long square =
        (long) (row / Lattice.SIDE - southSquare) << COLUMN_BITS
            | column / Lattice.SIDE - westSquare;
    int cell = row % Lattice.SIDE * Lattice.SIDE + column % Lattice.SIDE;
    marks[markCount++] = (square << CELL_BITS | cell) << EDGE_BITS | edge;
  }

  private Footprint footprint() {
    var footprint = new Footprint();
    var drawing = new CellDrawing(lattice, rings, edges, crossings);
    int mark = 0;
    for (int row = southSquare; row <= northSquare; row++) {
      for (int column = westSquare; column <= eastSquare; column++) {
        long square = (long) (row - southSquare) << COLUMN_BITS | column - westSquare;
        footprint.begin(column, row);
        if (mark == markCount || marks[mark] >> EDGE_BITS + CELL_BITS != square) {
          double middle = (column + 0.5) * Lattice.SQUARE_UNITS;
          if (crossings.inside(row * Lattice.SIDE, middle)) {
            footprint.entry(Entry.WHOLE, 0);
          }
        } else {
          mark = cells(drawing, column, row, mark, footprint);
        }
        footprint.end();
      }
    }
    return footprint;
  }

  /** All cells of one square; the place of the first mark of the next. */
  private int cells(CellDrawing drawing, int column, int row, int mark, Footprint footprint) {
    int next = mark;
    long square = marks[mark] >> EDGE_BITS + CELL_BITS;
    for (int cell = 0; cell < Lattice.CELLS; cell++) {
      int cellColumn = column * Lattice.SIDE + cell % Lattice.SIDE;
      int cellRow = row * Lattice.SIDE + cell / Lattice.SIDE;
      long key = square << CELL_BITS | cell;
      drawing.begin(cellColumn, cellRow);
      while (next < markCount && marks[next] >> EDGE_BITS == key) {
        drawing.edge((int) marks[next] & (1 << EDGE_BITS) - 1);
        next++;
      }
      drawing.end(footprint, cell);
    }
    return next;
  }
}
