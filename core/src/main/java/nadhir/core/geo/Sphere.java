package nadhir.core.geo;

/**
 * Distances and bearings on a sphere of the mean earth radius (6 371 008.8 m, IUGG). The error
 * against the ellipsoid stays below 0.6 %; facts for rules use the geodesic of {@code geofence}.
 */
public final class Sphere {
  public static final double RADIUS_M = 6_371_008.8;

  private Sphere() {}

  /** Great-circle distance in metres (haversine). */
  public static double distanceM(LatLon a, LatLon b) {
    double dLat = StrictMath.toRadians(b.latDeg() - a.latDeg());
    double dLon = StrictMath.toRadians(b.lonDeg() - a.lonDeg());
    double s = StrictMath.sin(dLat / 2);
    double t = StrictMath.sin(dLon / 2);
    double h =
        s * s
            + StrictMath.cos(StrictMath.toRadians(a.latDeg()))
                * StrictMath.cos(StrictMath.toRadians(b.latDeg()))
                * t
                * t;
    return 2 * RADIUS_M * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(h)));
  }

  /** The place {@code distanceM} metres from {@code from} in direction {@code bearingDeg}. */
  public static LatLon towards(LatLon from, double bearingDeg, double distanceM) {
    double d = distanceM / RADIUS_M;
    double b = StrictMath.toRadians(bearingDeg);
    double lat = StrictMath.toRadians(from.latDeg());
    double lat2 =
        StrictMath.asin(
            StrictMath.sin(lat) * StrictMath.cos(d)
                + StrictMath.cos(lat) * StrictMath.sin(d) * StrictMath.cos(b));
    double dLon =
        StrictMath.atan2(
            StrictMath.sin(b) * StrictMath.sin(d) * StrictMath.cos(lat),
            StrictMath.cos(d) - StrictMath.sin(lat) * StrictMath.sin(lat2));
    double lonDeg = from.lonDeg() + StrictMath.toDegrees(dLon);
    return new LatLon(StrictMath.toDegrees(lat2), StrictMath.IEEEremainder(lonDeg, 360));
  }
}
