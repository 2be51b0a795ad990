package nadhir.geofence.engine;

import nadhir.core.geo.Box;
import nadhir.core.geo.LatLon;

/** A box of longitudes and latitudes, cut into as many cells each way. */
final class Grid {
  /** The earth is nowhere flatter than at its poles, along a meridian. */
  private static final double MOST_RADIUS_KM = 6_399.6;

  /** For what computing in doubles loses. */
  private static final double ROOM_KM = 1e-6;

  private final Box box;
  private final int side;
  private final double perLat;
  private final double perLon;

  Grid(Box box, int side) {
    this.box = box;
    this.side = side;
    this.perLat = side / StrictMath.max(box.northDeg() - box.southDeg(), 1e-9);
    this.perLon = side / StrictMath.max(box.eastDeg() - box.westDeg(), 1e-9);
  }

  int cells() {
    return side * side;
  }

  int side() {
    return side;
  }

  boolean has(LatLon place) {
    double lat = place.latDeg();
    double lon = place.lonDeg();
    return lat >= box.southDeg()
        && lat <= box.northDeg()
        && lon >= box.westDeg()
        && lon <= box.eastDeg();
  }

  /** The cell of a place; {@link #cells} outside of all. */
  int at(LatLon place) {
    return has(place) ? row(place.latDeg()) * side + column(place.lonDeg()) : cells();
  }

  int row(double latDeg) {
    return Math.min(side - 1, (int) ((latDeg - box.southDeg()) * perLat));
  }

  int column(double lonDeg) {
    return Math.min(side - 1, (int) ((lonDeg - box.westDeg()) * perLon));
  }

  /** What is done with a cell. */
  interface Each {
    void cell(int index);
  }

  /** The cells that a box within the grid touches. */
  void each(Box within, Each each) {
    int toRow = row(within.northDeg());
    int toColumn = column(within.eastDeg());
    for (int row = row(within.southDeg()); row <= toRow; row++) {
      for (int column = column(within.westDeg()); column <= toColumn; column++) {
        each.cell(row * side + column);
      }
    }
  }

  double halfLatDeg() {
    return 0.5 / perLat;
  }

  double halfLonDeg() {
    return 0.5 / perLon;
  }

  /** The latitude of a row's middle. */
  double rowDeg(int row) {
    return box.southDeg() + (row + 0.5) / perLat;
  }

  /** The longitude of a column's middle. */
  double columnDeg(int column) {
    return box.westDeg() + (column + 0.5) / perLon;
  }

  LatLon middle(int cell) {
    return new LatLon(
        StrictMath.min(rowDeg(cell / side), box.northDeg()),
        StrictMath.min(columnDeg(cell % side), box.eastDeg()));
  }

  /**
   * No place of a cell is farther from its {@link #middle}, on the ellipsoid: the straight way on
   * the map is nowhere longer than on a sphere with the largest radius of curvature, along a
   * parallel as long as the cell's longest.
   */
  double radiusKm(int cell) {
    double latDeg = middle(cell).latDeg();
    double nearestDeg = StrictMath.max(StrictMath.abs(latDeg) - halfLatDeg(), 0);
    double northKm = MOST_RADIUS_KM * StrictMath.toRadians(halfLatDeg());
    double eastKm =
        MOST_RADIUS_KM
            * StrictMath.toRadians(halfLonDeg())
            * StrictMath.cos(StrictMath.toRadians(nearestDeg));
    return StrictMath.hypot(northKm, eastKm) + ROOM_KM;
  }
}
