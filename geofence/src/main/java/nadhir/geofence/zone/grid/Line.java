package nadhir.geofence.zone.grid;

/**
 * A straight line through a cell in two whole numbers: 16 bits each of its normal, 2^14 long, and
 * its offset. Its value at a place is 2^14 times the distance in units, positive on the one side.
 *
 * <p>Rounding the normal shifts the line by at most one unit within the cell, cutting a place to
 * whole units by at most 0.71, and mapping degrees to units by 10^-5: {@link #DOUBT} is 3 units.
 */
record Line(int normal, int offset) {
  static final int DOUBT = 3 << 14;

  private static final double LENGTH = 1 << 14;

  /** Along an edge, through a place of it near the cell; units from the cell's corner. */
  static Line along(double dx, double dy, double x, double y) {
    double length = StrictMath.sqrt(dx * dx + dy * dy);
    int a = (int) StrictMath.rint(-dy / length * LENGTH);
    int b = (int) StrictMath.rint(dx / length * LENGTH);
    // places are cut to whole units, which is half a unit to the south-west on average
    int c = (int) StrictMath.rint(-a * (x - 0.5) - b * (y - 0.5));
    return new Line(a << 16 | b & 0xFFFF, c);
  }

  static int value(int normal, int offset, int x, int y) {
    return (normal >> 16) * x + (short) normal * y + offset;
  }

  int value(double x, double y) {
    return value(normal, offset, (int) StrictMath.floor(x), (int) StrictMath.floor(y));
  }

  Line turned() {
    int a = -(normal >> 16);
    int b = -(short) normal;
    return new Line(a << 16 | b & 0xFFFF, -offset);
  }
}
