package nadhir.alerting.audience.grid;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/**
 * What an edge does to the line that goes east from a place. As JTS has it in its {@code
 * RayCrossingCounter}: a place is inside when an odd number of edges cross the line, or when it is
 * on one.
 */
final class Crossing {
  static final int NONE = 0;
  static final int CROSSES = 1;
  static final int ON_EDGE = 2;

  /**
   * The sign of a determinant of doubles is sure when it is larger than this share of its terms
   * (Shewchuk 1997, "Adaptive Precision Floating-Point Arithmetic", orient2d: 3.33e-16).
   */
  private static final double SURE = 4e-16;

  private Crossing() {}

  static int of(double x1, double y1, double x2, double y2, double x, double y) {
    if (x1 < x && x2 < x || y1 < y && y2 < y || y1 > y && y2 > y) {
      return NONE;
    }
    if (x2 == x && y2 == y) {
      return ON_EDGE;
    }
    if (y1 == y2) {
      return x1 <= x || x2 <= x ? ON_EDGE : NONE;
    }
    if (y1 > y == y2 > y) {
      return NONE;
    }
    double left = (x1 - x) * (y2 - y);
    double right = (y1 - y) * (x2 - x);
    double turn = left - right;
    if (Math.abs(turn) <= SURE * (Math.abs(left) + Math.abs(right))) {
      turn = CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, x, y);
    }
    if (turn == 0) {
      return ON_EDGE;
    }
    return turn > 0 == y2 > y1 ? CROSSES : NONE;
  }
}
