package nadhir.alerting.audience.grid;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;

/**
 * A polygon with holes. Cells that an edge may pass are mixed; a run of others has all of it on one
 * side, which one exact test tells. A test looks at those edges only that reach into its row, or
 * into its cells.
 */
final class PolygonPart implements Part {
  /** Beyond, several rows share a list. Transient: 16 MB. */
  private static final int MOST_LISTED = 4_000_000;

  private final Frame frame;

  /** Longitude and latitude of one end and of the other, four numbers an edge. */
  private final double[] edges;

  private final Span lat;
  private final Span lon;
  private final int firstRow;
  private final int lastRow;

  /** So many times two rows share a list. */
  private final int shift;

  /** Where the list of each row begins in {@link #listed}. */
  private final int[] starts;

  private final int[] listed;

  /** What it does in the row that was painted last, and in the cells that were entered there. */
  private final Runs runs = new Runs();

  PolygonPart(Area.Polygon polygon, Frame frame) {
    this(polygon, frame, MOST_LISTED);
  }

  PolygonPart(Area.Polygon polygon, Frame frame, int mostListed) {
    this.frame = frame;
    edges = edges(polygon);
    lat = span(1);
    lon = span(0);
    firstRow = frame.row(lat.from());
    lastRow = frame.row(lat.to());
    int wide = 0;
    while (count(wide) > mostListed && lastRow >> wide > firstRow >> wide) {
      wide++;
    }
    shift = wide;
    starts = starts();
    listed = new int[starts[starts.length - 1]];
    list();
  }

  private static double[] edges(Area.Polygon polygon) {
    List<List<LatLon>> rings = new ArrayList<>();
    rings.add(polygon.outer());
    rings.addAll(polygon.holes());
    double[] edges = new double[4 * rings.stream().mapToInt(ring -> ring.size() - 1).sum()];
    int at = 0;
    for (List<LatLon> ring : rings) {
      for (int i = 1; i < ring.size(); i++) {
        edges[at++] = ring.get(i - 1).lonDeg();
        edges[at++] = ring.get(i - 1).latDeg();
        edges[at++] = ring.get(i).lonDeg();
        edges[at++] = ring.get(i).latDeg();
      }
    }
    return edges;
  }

  /** Of every other number. */
  private Span span(int first) {
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    for (int i = first; i < edges.length; i += 2) {
      from = Math.min(from, edges[i]);
      to = Math.max(to, edges[i]);
    }
    return new Span(from, to);
  }

  private int lowRow(int edge) {
    return frame.row(Math.min(edges[edge + 1], edges[edge + 3]));
  }

  private int highRow(int edge) {
    return frame.row(Math.max(edges[edge + 1], edges[edge + 3]));
  }

  private long count(int wide) {
    long count = 0;
    for (int edge = 0; edge < edges.length; edge += 4) {
      count += (highRow(edge) >> wide) - (lowRow(edge) >> wide) + 1;
    }
    return count;
  }

  private int list(int row) {
    return (row >> shift) - (firstRow >> shift);
  }

  private int[] starts() {
    int[] counted = new int[list(lastRow) + 2];
    for (int edge = 0; edge < edges.length; edge += 4) {
      for (int list = list(lowRow(edge)); list <= list(highRow(edge)); list++) {
        counted[list + 1]++;
      }
    }
    for (int list = 1; list < counted.length; list++) {
      counted[list] += counted[list - 1];
    }
    return counted;
  }

  private void list() {
    int[] next = starts.clone();
    for (int edge = 0; edge < edges.length; edge += 4) {
      for (int list = list(lowRow(edge)); list <= list(highRow(edge)); list++) {
        listed[next[list]++] = edge;
      }
    }
  }

  @Override
  public int firstRow() {
    return firstRow;
  }

  @Override
  public int lastRow() {
    return lastRow;
  }

  @Override
  public void paint(int row, Row into) {
    runs.clear();
    double bottom = frame.bottomDeg(row);
    double top = frame.topDeg(row);
    for (int i = starts[list(row)]; i < starts[list(row) + 1]; i++) {
      int edge = listed[i];
      if (lowRow(edge) <= row && row <= highRow(edge)) {
        pass(edge, bottom, top);
      }
    }
    runs.join();
    for (int run = 0; run < runs.count(); run++) {
      into.mixed(runs.from(run), runs.to(run));
      int behind = runs.to(run) + 1;
      if (run + 1 < runs.count() && inside(row, behind)) {
        runs.insideBehind(run);
        into.full(behind, runs.from(run + 1) - 1);
      }
    }
  }

  /** Whether the run of cells that begins here, and that no edge passes, is inside. */
  private boolean inside(int row, int column) {
    return covers(frame.insideLatDeg(row), frame.insideLonDeg(column));
  }

  private void pass(int edge, double bottom, double top) {
    double y1 = edges[edge + 1];
    double y2 = edges[edge + 3];
    double a = eastAt(edge, Math.clamp(y1, bottom, top));
    double b = y1 == y2 ? edges[edge + 2] : eastAt(edge, Math.clamp(y2, bottom, top));
    runs.pass(
        edge,
        frame.column(Math.min(a, b) - Frame.MARGIN_DEG),
        frame.column(Math.max(a, b) + Frame.MARGIN_DEG));
  }

  private double eastAt(int edge, double y) {
    double x1 = edges[edge];
    double y1 = edges[edge + 1];
    double x2 = edges[edge + 2];
    double y2 = edges[edge + 3];
    return y == y1 ? x1 : x1 + (y - y1) / (y2 - y1) * (x2 - x1);
  }

  @Override
  public void enter(int fromColumn, int toColumn) {
    runs.enter(fromColumn, toColumn, edges);
  }

  @Override
  public boolean coversHere(double latDeg, double lonDeg) {
    return runs.covers(latDeg, lonDeg);
  }

  @Override
  public boolean covers(double latDeg, double lonDeg) {
    // Without branches: which side somebody far away is on cannot be foretold.
    double north = Math.max(lat.from() - latDeg, latDeg - lat.to());
    double east = Math.max(lon.from() - lonDeg, lonDeg - lon.to());
    if (Math.max(north, east) > 0) {
      return false;
    }
    boolean inside = false;
    int list = list(frame.row(latDeg));
    for (int i = starts[list]; i < starts[list + 1]; i++) {
      int edge = listed[i];
      int crossing =
          Crossing.of(
              edges[edge], edges[edge + 1], edges[edge + 2], edges[edge + 3], lonDeg, latDeg);
      if (crossing == Crossing.ON_EDGE) {
        return true;
      }
      inside ^= crossing == Crossing.CROSSES;
    }
    return inside;
  }
}
