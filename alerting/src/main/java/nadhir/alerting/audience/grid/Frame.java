package nadhir.alerting.audience.grid;

/**
 * The cells that people are packed by: lines of latitude and longitude, equally far apart in metres
 * at the middle. What lies outside is taken into the nearest cell at the rim, which so has no end
 * outwards. {@link #row} and {@link #column} never fall while their argument grows: all that lies
 * between two places lies between their rows and columns too.
 */
record Frame(
    double southDeg, double westDeg, double perLatDeg, double perLonDeg, int rows, int columns) {
  /** More than rounding can move a place between cells (some 1e-14), less than counts (0.1 mm). */
  static final double MARGIN_DEG = 1e-9;

  /** On average; fewer make the list of cells long, more make borders wide. */
  private static final int PEOPLE_PER_CELL = 8;

  private static final int LEAST_CELLS = 16;
  private static final int MOST_CELLS = 4_000_000;

  /** A hundred metres. */
  private static final double LEAST_SIDE_DEG = 1e-3;

  private static final double COARSER = 1.1;

  /** Near the poles cells become narrow, and many; from here on they keep their width. */
  private static final double FARTHEST_DEG = 85;

  /** The finest cells that {@code people} are worth. */
  static Frame over(Span lat, Span lon, int people) {
    double middle = StrictMath.abs(lat.from() + lat.to()) / 2;
    double cos = StrictMath.cos(StrictMath.toRadians(StrictMath.min(FARTHEST_DEG, middle)));
    double high = lat.to() - lat.from();
    double wide = (lon.to() - lon.from()) * cos;
    int cells = StrictMath.clamp(people / PEOPLE_PER_CELL, LEAST_CELLS, MOST_CELLS);
    double side = StrictMath.max(LEAST_SIDE_DEG, StrictMath.sqrt(high * wide / cells));
    while ((high / side + 1) * (wide / side + 1) > cells) {
      side *= COARSER;
    }
    return new Frame(
        lat.from(),
        lon.from(),
        1 / side,
        cos / side,
        (int) (high / side) + 1,
        (int) (wide / side) + 1);
  }

  /** Whether the cells are much larger than those of {@code other}. */
  boolean muchCoarserThan(Frame other) {
    return perLatDeg * 1.5 < other.perLatDeg;
  }

  int cells() {
    return rows * columns;
  }

  int row(double latDeg) {
    return Math.clamp((int) ((latDeg - southDeg) * perLatDeg), 0, rows - 1);
  }

  int column(double lonDeg) {
    return Math.clamp((int) ((lonDeg - westDeg) * perLonDeg), 0, columns - 1);
  }

  int cell(double latDeg, double lonDeg) {
    return row(latDeg) * columns + column(lonDeg);
  }

  /** Surely not north of anything in the row. */
  double bottomDeg(int row) {
    return row == 0 ? Double.NEGATIVE_INFINITY : southDeg + row / perLatDeg - MARGIN_DEG;
  }

  /** Surely not south of anything in the row. */
  double topDeg(int row) {
    return row == rows - 1
        ? Double.POSITIVE_INFINITY
        : southDeg + (row + 1) / perLatDeg + MARGIN_DEG;
  }

  /** Of a place that is surely in the row. */
  double insideLatDeg(int row) {
    return southDeg + (row + 0.5) / perLatDeg;
  }

  /** Of a place that is surely in the column. */
  double insideLonDeg(int column) {
    return westDeg + (column + 0.5) / perLonDeg;
  }
}
