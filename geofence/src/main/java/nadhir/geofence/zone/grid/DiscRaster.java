package nadhir.geofence.zone.grid;

import java.util.Optional;

/**
 * Draws a circle on the lattice: squares and cells that are inside for sure, and those at the rim,
 * where the disc itself is asked.
 */
final class DiscRaster {
  private static final double M_PER_LAT_DEG_MOST = 111_700;
  private static final double M_PER_LON_DEG_MOST = 111_700;

  private enum Where {
    INSIDE,
    OUTSIDE,
    RIM
  }

  private final Lattice lattice;
  private final Disc disc;

  private DiscRaster(Lattice lattice, Disc disc) {
    this.lattice = lattice;
    this.disc = disc;
  }

  /** Empty when it is too wide or too near a pole to be drawn. */
  static Optional<Footprint> draw(Lattice lattice, Disc disc, long most) {
    if (!disc.flat()) {
      return Optional.empty();
    }
    Bounds bounds = disc.bounds();
    int west = Lattice.square(lattice.eastUnits(bounds.westDeg()));
    int east = Lattice.square(lattice.eastUnits(bounds.eastDeg()));
    int south = Lattice.square(lattice.northUnits(bounds.southDeg()));
    int north = Lattice.square(lattice.northUnits(bounds.northDeg()));
    if ((east - west + 1L) * (north - south + 1L) > most) {
      return Optional.empty();
    }
    var raster = new DiscRaster(lattice, disc);
    var footprint = new Footprint();
    for (int row = south; row <= north; row++) {
      for (int column = west; column <= east; column++) {
        footprint.begin(column, row);
        raster.square(column, row, footprint);
        footprint.end();
      }
    }
    return Optional.of(footprint);
  }

  private void square(int column, int row, Footprint footprint) {
    switch (where(column, row, Lattice.SQUARE_UNITS)) {
      case INSIDE -> footprint.entry(Entry.WHOLE, 0);
      case OUTSIDE -> {}
      case RIM -> {
        for (int cell = 0; cell < Lattice.CELLS; cell++) {
          int cellColumn = column * Lattice.SIDE + cell % Lattice.SIDE;
          int cellRow = row * Lattice.SIDE + cell / Lattice.SIDE;
          switch (where(cellColumn, cellRow, Lattice.CELL_UNITS)) {
            case INSIDE -> footprint.entry(Entry.FULL, cell);
            case OUTSIDE -> {}
            case RIM -> footprint.entry(Entry.EDGES, cell, 0);
          }
        }
      }
    }
  }

  /** By the distance of its middle, and how far its corners can be from that. */
  private Where where(int column, int row, int units) {
    double latDeg = lattice.latDeg((row + 0.5) * units);
    double lonDeg = lattice.lonDeg((column + 0.5) * units);
    double highM = units / lattice.perLatDeg() * M_PER_LAT_DEG_MOST;
    double nearestLat = Math.max(0, Math.abs(latDeg) - units / lattice.perLatDeg());
    double wideM =
        units
            / lattice.perLonDeg()
            * M_PER_LON_DEG_MOST
            * Math.min(1, StrictMath.cos(StrictMath.toRadians(nearestLat)));
    double reachM = 0.51 * Math.sqrt(highM * highM + wideM * wideM);
    double middleM = disc.flatM(latDeg, lonDeg);
    double doubtM = reachM + disc.errorM(middleM);
    if (middleM + doubtM < disc.radiusM()) {
      return Where.INSIDE;
    }
    return middleM - doubtM > disc.radiusM() ? Where.OUTSIDE : Where.RIM;
  }
}
