package nadhir.core.track;

import java.util.Arrays;

/**
 * The ships that move, by the cell of {@link #CELL_DEG} that they are in, so that each is compared
 * with those around it only. Columns by slot; cells are lists through them, found by a hash.
 */
final class Grid {
  /** 5.6 km of latitude. */
  static final double CELL_DEG = 0.05;

  private static final int CELLS_ROUND = 7_200;
  private static final int ROWS = 3_601;
  private static final int BUCKETS = 16_384;
  private static final int NOTHING = -1;

  final double[] latDeg = new double[TrackTable.SLOTS];
  final double[] lonDeg = new double[TrackTable.SLOTS];
  final float[] eastMps = new float[TrackTable.SLOTS];
  final float[] northMps = new float[TrackTable.SLOTS];
  final long[] atMs = new long[TrackTable.SLOTS];
  private final int[] cell = new int[TrackTable.SLOTS];
  private final int[] before = new int[TrackTable.SLOTS];
  private final int[] after = new int[TrackTable.SLOTS];
  private final int[] heads = new int[BUCKETS];

  Grid() {
    Arrays.fill(cell, NOTHING);
    Arrays.fill(heads, NOTHING);
  }

  boolean has(int slot) {
    return cell[slot] != NOTHING;
  }

  void put(int slot, Fix fix) {
    latDeg[slot] = fix.latDeg;
    lonDeg[slot] = fix.lonDeg;
    eastMps[slot] = (float) (fix.speedMps * Plane.sin(fix.courseDeg));
    northMps[slot] = (float) (fix.speedMps * Plane.cos(fix.courseDeg));
    atMs[slot] = fix.atMs;
    int now = cell(row(fix.latDeg), column(fix.lonDeg));
    if (cell[slot] != now) {
      remove(slot);
      link(slot, now);
    }
  }

  private void link(int slot, int now) {
    int bucket = bucket(now);
    cell[slot] = now;
    before[slot] = NOTHING;
    after[slot] = heads[bucket];
    if (heads[bucket] != NOTHING) {
      before[heads[bucket]] = slot;
    }
    heads[bucket] = slot;
  }

  void remove(int slot) {
    if (cell[slot] == NOTHING) {
      return;
    }
    if (before[slot] == NOTHING) {
      heads[bucket(cell[slot])] = after[slot];
    } else {
      after[before[slot]] = after[slot];
    }
    if (after[slot] != NOTHING) {
      before[after[slot]] = before[slot];
    }
    cell[slot] = NOTHING;
  }

  static int row(double latDeg) {
    return (int) StrictMath.floor((latDeg + 90) / CELL_DEG);
  }

  static int column(double lonDeg) {
    return (int) StrictMath.floor((lonDeg + 180) / CELL_DEG);
  }

  /** The cell's number; columns go round the earth. */
  static int cell(int row, int column) {
    return row * CELLS_ROUND + StrictMath.floorMod(column, CELLS_ROUND);
  }

  static boolean isRow(int row) {
    return row >= 0 && row < ROWS;
  }

  /** The first slot in a cell, or −1. */
  int first(int wanted) {
    return next(heads[bucket(wanted)], wanted);
  }

  /** The slot behind {@code slot} in the same cell, or −1. */
  int next(int slot) {
    return next(after[slot], cell[slot]);
  }

  private int next(int from, int wanted) {
    int slot = from;
    while (slot != NOTHING && cell[slot] != wanted) {
      slot = after[slot];
    }
    return slot;
  }

  private static int bucket(int cell) {
    return Mmsi.mixed(cell) & (BUCKETS - 1);
  }
}
