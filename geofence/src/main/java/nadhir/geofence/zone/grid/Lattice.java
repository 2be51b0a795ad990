package nadhir.geofence.zone.grid;

/**
 * Where the squares of a {@link Grid} and the cells in them lie: lines of latitude and longitude,
 * so far apart that a square is {@link #SQUARE_DEG} of latitude (one kilometre) high, and as wide
 * at the latitude of the middle of what is to be found. A square has 4 × 4 cells, a cell 2^15 ×
 * 2^15 units (7.6 mm). Counted from 180° west and 90° south, so that any place has its numbers.
 *
 * @param perLonDeg units in a degree of longitude
 * @param perLatDeg units in a degree of latitude
 */
record Lattice(double perLonDeg, double perLatDeg) {
  static final int CELL_BITS = 15;
  static final int CELL_UNITS = 1 << CELL_BITS;
  static final int SIDE = 4;
  static final int CELLS = SIDE * SIDE;
  static final int SQUARE_BITS = CELL_BITS + 2;
  static final int SQUARE_UNITS = 1 << SQUARE_BITS;

  private static final double SQUARE_DEG = 1 / 111.2;

  /** Near the poles squares become narrow, and many; from here on they keep their width. */
  private static final double FARTHEST_DEG = 85;

  /**
   * The finest one in which no more than {@code most} squares cover the bounds; squares double
   * their side until that holds.
   */
  static Lattice over(Bounds bounds, long most) {
    double middle = StrictMath.abs(bounds.southDeg() + bounds.northDeg()) / 2;
    double cos = StrictMath.cos(StrictMath.toRadians(StrictMath.min(FARTHEST_DEG, middle)));
    double squareDeg = SQUARE_DEG;
    while (squares(bounds, squareDeg, squareDeg / cos) > most) {
      squareDeg *= 2;
    }
    return new Lattice(SQUARE_UNITS / (squareDeg / cos), SQUARE_UNITS / squareDeg);
  }

  private static double squares(Bounds bounds, double highDeg, double wideDeg) {
    return ((bounds.northDeg() - bounds.southDeg()) / highDeg + Window.SPARE)
        * ((bounds.eastDeg() - bounds.westDeg()) / wideDeg + Window.SPARE);
  }

  double eastUnits(double lonDeg) {
    return (lonDeg + 180) * perLonDeg;
  }

  double northUnits(double latDeg) {
    return (latDeg + 90) * perLatDeg;
  }

  double lonDeg(double eastUnits) {
    return eastUnits / perLonDeg - 180;
  }

  double latDeg(double northUnits) {
    return northUnits / perLatDeg - 90;
  }

  /** The number of the square, west to east, that a place this far east is in. */
  static int square(double units) {
    return (int) ((long) units >> SQUARE_BITS);
  }
}
