package nadhir.geofence.zone.grid;

/** The squares that a {@link Grid} has room for, by the numbers of a {@link Lattice}. */
record Window(int west, int south, int width, int height) {
  /** Squares more than the bounds need, in each direction. */
  static final int SPARE = 4;

  static final Window EMPTY = new Window(0, 0, 0, 0);

  static Window over(Bounds bounds, Lattice lattice) {
    int west = Lattice.square(lattice.eastUnits(bounds.westDeg())) - 1;
    int south = Lattice.square(lattice.northUnits(bounds.southDeg())) - 1;
    int east = Lattice.square(lattice.eastUnits(bounds.eastDeg())) + 1;
    int north = Lattice.square(lattice.northUnits(bounds.northDeg())) + 1;
    return new Window(west, south, east - west + 1, north - south + 1);
  }

  Window and(Window other) {
    if (width == 0 || other.width == 0) {
      return width == 0 ? other : this;
    }
    int toWest = Math.min(west, other.west);
    int toSouth = Math.min(south, other.south);
    int toEast = Math.max(west + width, other.west + other.width);
    int toNorth = Math.max(south + height, other.south + other.height);
    return new Window(toWest, toSouth, toEast - toWest, toNorth - toSouth);
  }

  long squares() {
    return (long) width * height;
  }

  int at(int column, int row) {
    return (row - south) * width + column - west;
  }

  /** Where places surely have a square: one square within the edge. */
  Bounds inner(Lattice lattice) {
    double unit = Lattice.SQUARE_UNITS;
    return new Bounds(
        lattice.latDeg((south + 0.5) * unit),
        lattice.lonDeg((west + 0.5) * unit),
        lattice.latDeg((south + height - 0.5) * unit),
        lattice.lonDeg((west + width - 0.5) * unit));
  }
}
