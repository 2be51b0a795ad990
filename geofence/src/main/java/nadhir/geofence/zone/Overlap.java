package nadhir.geofence.zone;

import nadhir.core.geo.Area;

/** Whether two areas have a place in common. */
public final class Overlap {
  private Overlap() {}

  /** Polygons are compared in degrees, circles by their distance on the ellipsoid. */
  public static boolean touch(Area one, Area other) {
    return Shapes.polygons(one).intersects(Shapes.polygons(other))
        || circlesTouch(one, other)
        || circlesTouch(other, one);
  }

  private static boolean circlesTouch(Area circles, Area other) {
    return circles.circles().stream()
        .anyMatch(circle -> Geodesy.distanceM(circle.centre(), other) <= circle.radiusM());
  }
}
