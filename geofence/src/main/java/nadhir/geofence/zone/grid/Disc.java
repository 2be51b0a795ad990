package nadhir.geofence.zone.grid;

import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.geofence.zone.Geodesy;

/**
 * A circle, and the exact answer whether it holds a place: that of {@link Geodesy}, which takes
 * microseconds. A flat formula with a bound on its error answers all but those at the rim.
 */
final class Disc {
  /** The formula is trusted for circles up to here, away from the poles and the date line. */
  private static final double TRUSTED_TO_M = 200_000;

  private static final double TRUSTED_TO_DEG = 80;

  private static final double EQUATOR_M = 6_378_137;
  private static final double ECCENTRICITY2 = 6.69437999014e-3;

  private final LatLon centre;
  private final double radiusM;
  private final Bounds bounds;
  private final boolean flat;

  /** Grows to the poles, where meridians draw together. */
  private final double errorPerArc2;

  Disc(Area.Circle circle) {
    centre = circle.centre();
    radiusM = circle.radiusM();
    bounds = around(centre, radiusM);
    flat =
        radiusM <= TRUSTED_TO_M
            && bounds.onEarth()
            && bounds.southDeg() > -TRUSTED_TO_DEG
            && bounds.northDeg() < TRUSTED_TO_DEG;
    double farthest =
        StrictMath.max(StrictMath.abs(bounds.southDeg()), StrictMath.abs(bounds.northDeg()));
    double cos = StrictMath.cos(StrictMath.toRadians(farthest));
    errorPerArc2 = 1 / (4 * cos * cos);
  }

  /** Surely holds all places within {@code radiusM} of {@code centre}. */
  static Bounds around(LatLon centre, double radiusM) {
    // A degree of latitude is 110 574 m at least; 1 % more for safety.
    double latDeg = 1.01 * radiusM / 110_574;
    double farthest = StrictMath.abs(centre.latDeg()) + latDeg;
    double lonDeg = farthest > 89 ? 360 : latDeg / StrictMath.cos(StrictMath.toRadians(farthest));
    return new Bounds(
        centre.latDeg() - latDeg,
        centre.lonDeg() - lonDeg,
        centre.latDeg() + latDeg,
        centre.lonDeg() + lonDeg);
  }

  Bounds bounds() {
    return bounds;
  }

  LatLon centre() {
    return centre;
  }

  double radiusM() {
    return radiusM;
  }

  /** Whether it can be drawn on the lattice. */
  boolean flat() {
    return flat;
  }

  boolean covers(double latDeg, double lonDeg) {
    if (flat) {
      if (!bounds.holds(latDeg, lonDeg)) {
        return false;
      }
      double distanceM = flatM(latDeg, lonDeg);
      if (Math.abs(distanceM - radiusM) > errorM(distanceM)) {
        return distanceM < radiusM;
      }
    }
    return Geodesy.distanceM(new LatLon(latDeg, lonDeg), centre) <= radiusM;
  }

  /**
   * Metres from the centre on the plane that has the ellipsoid's radii of curvature at the latitude
   * between (Rapp 1991, "Geometric Geodesy I", mid-latitude formula without its small terms).
   */
  double flatM(double latDeg, double lonDeg) {
    double middle = StrictMath.toRadians((latDeg + centre.latDeg()) / 2);
    double sin = StrictMath.sin(middle);
    double w2 = 1 - ECCENTRICITY2 * sin * sin;
    double primeM = EQUATOR_M / StrictMath.sqrt(w2);
    double meridianM = primeM * (1 - ECCENTRICITY2) / w2;
    double north = StrictMath.toRadians(latDeg - centre.latDeg()) * meridianM;
    double east = StrictMath.toRadians(lonDeg - centre.lonDeg()) * primeM * StrictMath.cos(middle);
    return StrictMath.sqrt(north * north + east * east);
  }

  /**
   * How far {@link #flatM} can be off; tried against the geodesic with a factor of two to spare.
   */
  double errorM(double flatM) {
    double arc = flatM / EQUATOR_M;
    return 1e-6 + flatM * (1e-9 + errorPerArc2 * arc * arc);
  }
}
