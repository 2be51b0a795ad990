package nadhir.geofence.zone.grid;

import java.util.List;
import java.util.random.RandomGenerator;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.sim.StarZones;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;

/** Every other place anywhere; the others where a wrong answer is likeliest. */
final class HardPlaces {
  private final RandomGenerator random;
  private final StarZones stars;
  private final List<Area> areas;
  private final Lattice lattice;

  HardPlaces(RandomGenerator random, StarZones stars, List<Area> areas, Lattice lattice) {
    this.random = random;
    this.stars = stars;
    this.areas = areas;
    this.lattice = lattice;
  }

  LatLon next() {
    if (random.nextBoolean()) {
      return stars.place();
    }
    LatLon place = hard(areas.get(random.nextInt(areas.size())));
    return switch (random.nextInt(4)) {
      case 0 -> place;
      case 1 -> moved(place, random.nextInt(-1, 2), random.nextInt(-1, 2));
      case 2 -> moved(place, random.nextInt(-40, 41), random.nextInt(-40, 41));
      case 3 -> near(place, StrictMath.pow(10, -random.nextDouble(4, 13)));
      default -> throw new AssertionError();
    };
  }

  private LatLon hard(Area area) {
    if (area.polygons().isEmpty() || !area.circles().isEmpty() && random.nextBoolean()) {
      return onRim(area.circles().getFirst());
    }
    var polygon = area.polygons().get(random.nextInt(area.polygons().size()));
    var ring =
        polygon.holes().isEmpty() || random.nextBoolean()
            ? polygon.outer()
            : polygon.holes().getFirst();
    int i = random.nextInt(1, ring.size());
    LatLon a = ring.get(i - 1);
    LatLon b = ring.get(i);
    return switch (random.nextInt(6)) {
      case 0 -> a;
      case 1 -> between(a, b, 0.5);
      case 2 -> between(a, b, random.nextDouble());
      case 3 -> onBorder(between(a, b, random.nextDouble()), true);
      case 4 -> onBorder(between(a, b, random.nextDouble()), random.nextBoolean());
      case 5 -> new LatLon(a.latDeg(), stars.place().lonDeg()); // as high as a corner
      default -> throw new AssertionError();
    };
  }

  private static LatLon between(LatLon a, LatLon b, double share) {
    return new LatLon(
        a.latDeg() + share * (b.latDeg() - a.latDeg()),
        a.lonDeg() + share * (b.lonDeg() - a.lonDeg()));
  }

  /** Moved to the next line between cells, or to the corner of four. */
  private LatLon onBorder(LatLon place, boolean corner) {
    double east = StrictMath.rint(lattice.eastUnits(place.lonDeg()) / Lattice.CELL_UNITS);
    double north = StrictMath.rint(lattice.northUnits(place.latDeg()) / Lattice.CELL_UNITS);
    double lonDeg = lattice.lonDeg(east * Lattice.CELL_UNITS);
    double latDeg = lattice.latDeg(north * Lattice.CELL_UNITS);
    return new LatLon(corner || random.nextBoolean() ? latDeg : place.latDeg(), lonDeg);
  }

  private LatLon onRim(Area.Circle circle) {
    LatLon c = circle.centre();
    double azimuth = random.nextDouble(-180, 180);
    GeodesicData rim = Geodesic.WGS84.Direct(c.latDeg(), c.lonDeg(), azimuth, circle.radiusM());
    return new LatLon(rim.lat2, rim.lon2);
  }

  /** By so many of the smallest steps that there are. */
  private static LatLon moved(LatLon place, int north, int east) {
    return new LatLon(
        place.latDeg() + north * Math.ulp(place.latDeg()),
        place.lonDeg() + east * Math.ulp(place.lonDeg()));
  }

  private LatLon near(LatLon place, double withinDeg) {
    return new LatLon(
        place.latDeg() + random.nextDouble(-withinDeg, withinDeg),
        place.lonDeg() + random.nextDouble(-withinDeg, withinDeg));
  }
}
