package nadhir.alerting.audience.grid;

import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;

/**
 * A circle on the sphere. How far it reaches east and west at a latitude grows from its ends to one
 * latitude and falls from there, so that a row's least reach is at one of its ends. Where it is
 * large, or near a pole or the date line, everybody at its latitudes is asked about.
 */
final class CirclePart implements Part {
  private static final double DRAWN_TO_M = 200_000;
  private static final double DRAWN_TO_DEG = 80;

  /** A metre: much more than rounding can do, at the ends of the circle too. */
  private static final double MARGIN_DEG = 1e-5;

  private final Frame frame;
  private final LatLon centre;
  private final double radiusM;
  private final double radiusDeg;
  private final boolean drawn;

  CirclePart(Area.Circle circle, Frame frame) {
    this.frame = frame;
    centre = circle.centre();
    radiusM = circle.radiusM();
    radiusDeg = StrictMath.toDegrees(radiusM / Sphere.RADIUS_M);
    double farthest = StrictMath.abs(centre.latDeg()) + radiusDeg;
    drawn =
        radiusM <= DRAWN_TO_M
            && farthest < DRAWN_TO_DEG
            && StrictMath.abs(centre.lonDeg()) + reachDeg(widestDeg()) + MARGIN_DEG < 180;
  }

  @Override
  public int firstRow() {
    return frame.row(centre.latDeg() - radiusDeg - MARGIN_DEG);
  }

  @Override
  public int lastRow() {
    return frame.row(centre.latDeg() + radiusDeg + MARGIN_DEG);
  }

  @Override
  public void paint(int row, Row into) {
    if (!drawn) {
      into.mixed(0, frame.columns() - 1);
      return;
    }
    double bottom = frame.bottomDeg(row);
    double top = frame.topDeg(row);
    double far = farthestDeg(bottom, top) + MARGIN_DEG;
    into.mixed(frame.column(centre.lonDeg() - far), frame.column(centre.lonDeg() + far));
    double near = Math.min(reachDeg(bottom), reachDeg(top)) - MARGIN_DEG;
    if (near > 0) {
      int from = frame.column(centre.lonDeg() - near) + 1;
      int to = frame.column(centre.lonDeg() + near) - 1;
      if (from <= to) {
        into.full(from, to);
      }
    }
  }

  /** The latitude at which it reaches farthest: a little nearer to the pole than the centre. */
  private double widestDeg() {
    double sin = StrictMath.sin(StrictMath.toRadians(centre.latDeg()));
    double cos = StrictMath.cos(StrictMath.toRadians(radiusDeg));
    return StrictMath.toDegrees(StrictMath.asin(sin / cos));
  }

  private double farthestDeg(double bottom, double top) {
    return reachDeg(Math.clamp(widestDeg(), bottom, top));
  }

  /** Degrees of longitude from the centre to the rim at a latitude; 0 beyond the circle. */
  private double reachDeg(double latDeg) {
    double off = Math.abs(latDeg - centre.latDeg());
    if (!(off < radiusDeg)) {
      return 0;
    }
    double whole = StrictMath.sin(StrictMath.toRadians(radiusDeg) / 2);
    double north = StrictMath.sin(StrictMath.toRadians(off) / 2);
    double cos =
        StrictMath.cos(StrictMath.toRadians(latDeg))
            * StrictMath.cos(StrictMath.toRadians(centre.latDeg()));
    double sin2 = (whole * whole - north * north) / cos;
    return 2 * StrictMath.toDegrees(StrictMath.asin(StrictMath.sqrt(Math.clamp(sin2, 0, 1))));
  }

  @Override
  public void enter(int fromColumn, int toColumn) {
    // a circle is asked about as quickly anywhere
  }

  @Override
  public boolean coversHere(double latDeg, double lonDeg) {
    return covers(latDeg, lonDeg);
  }

  @Override
  public boolean covers(double latDeg, double lonDeg) {
    return Math.abs(latDeg - centre.latDeg()) <= radiusDeg + MARGIN_DEG
        && Sphere.distanceM(centre, new LatLon(latDeg, lonDeg)) <= radiusM;
  }
}
