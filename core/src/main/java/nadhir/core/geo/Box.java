package nadhir.core.geo;

import java.util.List;

/**
 * The latitudes and longitudes between which something lies. What crosses the date line has a box
 * around almost the whole earth: a box is for leaving out what is surely far away.
 */
public record Box(double southDeg, double westDeg, double northDeg, double eastDeg) {
  public Box {
    boolean onEarth = southDeg >= -90 && northDeg <= 90 && westDeg >= -180 && eastDeg <= 180;
    if (!onEarth || !(southDeg <= northDeg) || !(westDeg <= eastDeg)) {
      throw new IllegalArgumentException("a box goes from south to north and from west to east");
    }
  }

  public static Box around(List<LatLon> places) {
    double south = 90;
    double north = -90;
    double west = 180;
    double east = -180;
    for (LatLon p : places) {
      south = StrictMath.min(south, p.latDeg());
      north = StrictMath.max(north, p.latDeg());
      west = StrictMath.min(west, p.lonDeg());
      east = StrictMath.max(east, p.lonDeg());
    }
    return new Box(south, west, north, east);
  }

  /** From its nearest place, 0 inside; a little more than the truth near the poles. */
  public double distanceM(LatLon from) {
    double lat = StrictMath.max(southDeg, StrictMath.min(northDeg, from.latDeg()));
    double least = Double.MAX_VALUE;
    for (double turn : new double[] {-360, 0, 360}) {
      double lon = StrictMath.max(westDeg, StrictMath.min(eastDeg, from.lonDeg() + turn));
      least = StrictMath.min(least, Sphere.distanceM(from, new LatLon(lat, lon)));
    }
    return least;
  }
}
