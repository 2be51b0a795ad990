package nadhir.geofence.zone.grid;

import java.util.Arrays;

/** Where the edges of a polygon cross the lines through the middles of rows of cells. */
final class RowCrossings {
  private final int firstRow;

  /** Where the crossings of each row begin, and after the last one where they end. */
  private final int[] starts;

  private double[] east = {};

  RowCrossings(int firstRow, int rows) {
    this.firstRow = firstRow;
    this.starts = new int[rows + 1];
  }

  void fill(double[] edges, int count) {
    for (int edge = 0; edge < count; edge++) {
      for (int row = first(edges, edge); row < last(edges, edge); row++) {
        starts[row - firstRow + 1]++;
      }
    }
    for (int row = 1; row < starts.length; row++) {
      starts[row] += starts[row - 1];
    }
    east = new double[starts[starts.length - 1]];
    int[] next = starts.clone();
    for (int edge = 0; edge < count; edge++) {
      double x1 = edges[4 * edge];
      double y1 = edges[4 * edge + 1];
      double slope = (edges[4 * edge + 2] - x1) / (edges[4 * edge + 3] - y1);
      for (int row = first(edges, edge); row < last(edges, edge); row++) {
        east[next[row - firstRow]++] = x1 + (middle(row) - y1) * slope;
      }
    }
    for (int row = 0; row + 1 < starts.length; row++) {
      Arrays.sort(east, starts[row], starts[row + 1]);
    }
  }

  /** The line's height in units. */
  static double middle(int row) {
    return (row + 0.5) * Lattice.CELL_UNITS;
  }

  /** The first row whose middle is at or above the lower end. */
  private static int first(double[] edges, int edge) {
    return above(Math.min(edges[4 * edge + 1], edges[4 * edge + 3]));
  }

  private static int last(double[] edges, int edge) {
    return above(Math.max(edges[4 * edge + 1], edges[4 * edge + 3]));
  }

  private static int above(double y) {
    return (int) Math.ceil(y / Lattice.CELL_UNITS - 0.5);
  }

  /** Whether a place on the line is inside; it must not be on an edge. */
  boolean inside(int row, double x) {
    int from = starts[row - firstRow];
    int at = Arrays.binarySearch(east, from, starts[row - firstRow + 1], x);
    return ((at < 0 ? -at - 1 : at) - from & 1) == 1;
  }
}
