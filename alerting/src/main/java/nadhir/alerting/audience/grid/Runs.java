package nadhir.alerting.audience.grid;

import java.util.Arrays;

/**
 * Where the edges of a polygon pass through one row: runs of cells, with the edges of each. Between
 * two runs all is on one side. So whether a place in a run is inside is told by the side that lies
 * east of the run, and by those of the run's own edges that the line there crosses.
 */
final class Runs {
  private static final int USUAL = 16;

  /** The first column of each edge, and which of them it is, to be sorted. */
  private long[] firsts = new long[USUAL];

  /** By edge, as they came. */
  private int[] lasts = new int[USUAL];

  private int[] edges = new int[USUAL];
  private int passed;

  private int[] froms = new int[USUAL];
  private int[] tos = new int[USUAL];

  /** Behind which of {@link #firsts} each run ends. */
  private int[] ends = new int[USUAL];

  private boolean[] insides = new boolean[USUAL];
  private int count;

  /** The edges of the runs that were entered, four numbers each. */
  private double[] near = new double[4 * USUAL];

  private int nearEnd;
  private boolean insideEast;

  void clear() {
    passed = 0;
    count = 0;
  }

  /** An edge passes these columns, and none else. */
  void pass(int edge, int from, int to) {
    if (passed == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * passed);
      lasts = Arrays.copyOf(lasts, 2 * passed);
      edges = Arrays.copyOf(edges, 2 * passed);
    }
    firsts[passed] = (long) from << Integer.SIZE | passed;
    lasts[passed] = to;
    edges[passed++] = edge;
  }

  /** Makes runs of what has passed. */
  void join() {
    Arrays.sort(firsts, 0, passed);
    for (int i = 0; i < passed; i++) {
      int from = (int) (firsts[i] >> Integer.SIZE);
      int to = lasts[(int) firsts[i]];
      if (count == 0 || from > tos[count - 1] + 1) {
        begin(from);
      }
      tos[count - 1] = Math.max(tos[count - 1], to);
      ends[count - 1] = i + 1;
    }
  }

  private void begin(int from) {
    if (count == froms.length) {
      froms = Arrays.copyOf(froms, 2 * count);
      tos = Arrays.copyOf(tos, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      insides = Arrays.copyOf(insides, 2 * count);
    }
    froms[count] = from;
    tos[count] = from;
    insides[count++] = false;
  }

  int count() {
    return count;
  }

  int from(int run) {
    return froms[run];
  }

  int to(int run) {
    return tos[run];
  }

  /** All between this run and the next one is inside. */
  void insideBehind(int run) {
    insides[run] = true;
  }

  /** Makes ready for places in these columns. */
  void enter(int fromColumn, int toColumn, double[] all) {
    int first = firstEndingAt(fromColumn);
    int behind = first;
    while (behind < count && froms[behind] <= toColumn) {
      behind++;
    }
    insideEast = behind > 0 && insides[behind - 1];
    nearEnd = 0;
    int end = behind == 0 ? 0 : ends[behind - 1];
    for (int i = first == 0 ? 0 : ends[first - 1]; i < end; i++) {
      if (nearEnd == near.length) {
        near = Arrays.copyOf(near, 2 * nearEnd);
      }
      System.arraycopy(all, edges[(int) firsts[i]], near, nearEnd, 4);
      nearEnd += 4;
    }
  }

  /** The first run that reaches to the column or beyond; their number if none does. */
  private int firstEndingAt(int column) {
    int at = Arrays.binarySearch(tos, 0, count, column);
    return at < 0 ? -at - 1 : at;
  }

  /** Exactly, for places in the columns that were entered; what is on an edge is inside. */
  boolean covers(double latDeg, double lonDeg) {
    boolean inside = insideEast;
    for (int i = 0; i < nearEnd; i += 4) {
      int crossing = Crossing.of(near[i], near[i + 1], near[i + 2], near[i + 3], lonDeg, latDeg);
      if (crossing == Crossing.ON_EDGE) {
        return true;
      }
      inside ^= crossing == Crossing.CROSSES;
    }
    return inside;
  }
}
