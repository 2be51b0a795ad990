package nadhir.geofence.engine;

import java.util.function.DoubleUnaryOperator;
import nadhir.core.geo.LatLon;
import nadhir.geofence.engine.Centres.Point;

/**
 * Places of a grid in the three dimensions of the ellipsoid without its sines and cosines, which
 * would cost as much as all else that is asked of a place: a parabola for each row of the grid and
 * each column, through both edges and the middle.
 *
 * <p>A parabola through three values of a function, {@code h} apart, is off by at most {@code h³ /
 * (9 √3)} of its third derivative. Here that is a sine or cosine of at most 6,500 km, and three of
 * them are used.
 */
final class Positions {
  private static final double MOST_THIRD_KM = 6_500;
  private static final int FUNCTIONS = 3;
  private static final int STRIDE = 8;

  private final Grid grid;
  private final boolean coarse;
  private final double[] rows;
  private final double[] columns;

  Positions(Grid grid) {
    this.grid = grid;
    this.rows = new double[grid.side() * STRIDE];
    this.columns = new double[grid.side() * STRIDE];
    double halfLatDeg = grid.halfLatDeg();
    double halfLonDeg = grid.halfLonDeg();
    this.coarse = errorKm(StrictMath.max(halfLatDeg, halfLonDeg)) > Centres.PLACE_KM;
    for (int i = 0; i < grid.side(); i++) {
      double latDeg = grid.rowDeg(i);
      put(rows, i, latDeg, halfLatDeg, Point::outKm, Point::northKm);
      double lonDeg = grid.columnDeg(i);
      put(columns, i, lonDeg, halfLonDeg, StrictMath::cos, StrictMath::sin);
    }
  }

  static double errorKm(double halfDeg) {
    double half = StrictMath.toRadians(halfDeg);
    return FUNCTIONS * MOST_THIRD_KM * half * half * half / (9 * StrictMath.sqrt(3));
  }

  private static void put(
      double[] table,
      int index,
      double middleDeg,
      double halfDeg,
      DoubleUnaryOperator first,
      DoubleUnaryOperator second) {
    int at = index * STRIDE;
    table[at] = middleDeg;
    parabola(table, at + 1, middleDeg, halfDeg, first);
    parabola(table, at + 4, middleDeg, halfDeg, second);
  }

  private static void parabola(
      double[] table, int at, double middleDeg, double halfDeg, DoubleUnaryOperator function) {
    double before = function.applyAsDouble(StrictMath.toRadians(middleDeg - halfDeg));
    double middle = function.applyAsDouble(StrictMath.toRadians(middleDeg));
    double after = function.applyAsDouble(StrictMath.toRadians(middleDeg + halfDeg));
    table[at] = middle;
    table[at + 1] = (after - before) / (2 * halfDeg);
    table[at + 2] = (after - 2 * middle + before) / (2 * halfDeg * halfDeg);
  }

  private static double at(double[] table, int at, double offDeg) {
    return table[at] + offDeg * (table[at + 1] + offDeg * table[at + 2]);
  }

  /** Off by at most {@link Centres#PLACE_KM}. */
  Point of(LatLon place) {
    if (coarse || !grid.has(place)) {
      return Point.of(place);
    }
    int row = grid.row(place.latDeg()) * STRIDE;
    double offLatDeg = place.latDeg() - rows[row];
    double outKm = at(rows, row + 1, offLatDeg);
    int column = grid.column(place.lonDeg()) * STRIDE;
    double offLonDeg = place.lonDeg() - columns[column];
    return new Point(
        outKm * at(columns, column + 1, offLonDeg),
        outKm * at(columns, column + 4, offLonDeg),
        at(rows, row + 4, offLatDeg));
  }
}
