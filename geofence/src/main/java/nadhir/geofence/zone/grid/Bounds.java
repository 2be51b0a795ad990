package nadhir.geofence.zone.grid;

import java.util.Optional;

/** The degrees between which something lies; may reach over the date line and the poles. */
record Bounds(double southDeg, double westDeg, double northDeg, double eastDeg) {

  Bounds and(Bounds other) {
    return new Bounds(
        StrictMath.min(southDeg, other.southDeg),
        StrictMath.min(westDeg, other.westDeg),
        StrictMath.max(northDeg, other.northDeg),
        StrictMath.max(eastDeg, other.eastDeg));
  }

  static Optional<Bounds> of(Iterable<Bounds> all) {
    Bounds around = null;
    for (Bounds one : all) {
      around = around == null ? one : around.and(one);
    }
    return Optional.ofNullable(around);
  }

  boolean holds(double latDeg, double lonDeg) {
    return latDeg >= southDeg && latDeg <= northDeg && lonDeg >= westDeg && lonDeg <= eastDeg;
  }

  boolean meets(Bounds other) {
    return southDeg <= other.northDeg
        && northDeg >= other.southDeg
        && westDeg <= other.eastDeg
        && eastDeg >= other.westDeg;
  }

  boolean onEarth() {
    return southDeg >= -90 && northDeg <= 90 && westDeg >= -180 && eastDeg <= 180;
  }
}
