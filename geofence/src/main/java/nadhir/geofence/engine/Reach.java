package nadhir.geofence.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.Area;
import nadhir.core.geo.Box;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Zone;

/** Boxes on the ground outside of which a zone is surely farther away than a distance. */
final class Reach {
  /** A degree of latitude is 110.57 km at least. */
  private static final double LEAST_KM_PER_DEG = 110;

  /** Distances to an outline are measured in a projection, a little wrong far away. */
  private static final double ROOM = 1.02;

  private static final double ROOM_KM = 1;

  /** Beyond it a box of longitudes means nothing. */
  private static final double POLAR_DEG = 85;

  private Reach() {}

  /** Around the zone's outline and its centre. */
  static Box of(Zone zone) {
    List<LatLon> places = new ArrayList<>(List.of(zone.centre()));
    zone.area().polygons().forEach(polygon -> places.addAll(polygon.outer()));
    Box box = Box.around(places);
    for (Area.Circle circle : zone.area().circles()) {
      Box around = Box.around(List.of(circle.centre()));
      box = around(box, widened(around, circle.radiusM() / 1_000).orElse(EARTH));
    }
    return box;
  }

  private static final Box EARTH = new Box(-90, -180, 90, 180);

  static Box around(Box a, Box b) {
    return new Box(
        StrictMath.min(a.southDeg(), b.southDeg()),
        StrictMath.min(a.westDeg(), b.westDeg()),
        StrictMath.max(a.northDeg(), b.northDeg()),
        StrictMath.max(a.eastDeg(), b.eastDeg()));
  }

  /** So much larger on all sides; empty where it would go over a pole or the date line. */
  static Optional<Box> widened(Box box, double km) {
    double latDeg = (StrictMath.max(km, 0) * ROOM + ROOM_KM) / LEAST_KM_PER_DEG;
    double south = box.southDeg() - latDeg;
    double north = box.northDeg() + latDeg;
    double most = StrictMath.max(StrictMath.abs(south), StrictMath.abs(north));
    if (!(most < POLAR_DEG)) {
      return Optional.empty();
    }
    double lonDeg = latDeg / StrictMath.cos(StrictMath.toRadians(most));
    double west = box.westDeg() - lonDeg;
    double east = box.eastDeg() + lonDeg;
    return west < -180 || east > 180
        ? Optional.empty()
        : Optional.of(new Box(south, west, north, east));
  }
}
