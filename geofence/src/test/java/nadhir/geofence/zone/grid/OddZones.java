package nadhir.geofence.zone.grid;

import static nadhir.core.sim.StarZones.star;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.sim.StarZones;

/** Stars, and every tenth area one that is hard to answer for. */
final class OddZones {
  private final RandomGenerator random;
  private final StarZones stars;

  /** Whose lines some borders follow. */
  private final Lattice lattice;

  OddZones(RandomGenerator random, StarZones stars, Lattice lattice) {
    this.random = random;
    this.stars = stars;
    this.lattice = lattice;
  }

  List<Area> areas(int count) {
    List<Area> areas = new ArrayList<>();
    while (areas.size() < count) {
      for (int i = 0; i < 9; i++) {
        areas.add(stars.star());
      }
      areas.addAll(odd());
    }
    return areas.subList(0, count);
  }

  private List<Area> odd() {
    LatLon place = inside();
    return switch (random.nextInt(9)) {
      case 0 -> List.of(withHole(place));
      case 1 -> List.of(inTwoParts(place));
      case 2 -> List.of(sliver(place));
      case 3 -> halves(place);
      case 4 -> List.of(twoThatMeetInOnePlace(place));
      case 5 -> List.of(Area.circle(place, random.nextDouble(10, 8_000)));
      case 6 -> List.of(onTheLattice(place));
      case 7 -> List.of(starAndCircle(place));
      case 8 -> List.of(small(place));
      default -> throw new AssertionError();
    };
  }

  private LatLon inside() {
    return new LatLon(
        random.nextDouble(StarZones.SOUTH_DEG + 0.2, StarZones.NORTH_DEG - 0.2),
        random.nextDouble(StarZones.WEST_DEG + 0.2, StarZones.EAST_DEG - 0.2));
  }

  private double radiusM() {
    return 100 * StrictMath.pow(50, random.nextDouble());
  }

  private Area withHole(LatLon centre) {
    double radiusM = radiusM();
    var outer = star(centre, radiusM, random.nextInt(8, 65), random);
    var hole = star(centre, radiusM * 0.15, random.nextInt(3, 20), random);
    return new Area(List.of(new Area.Polygon(outer, List.of(hole))), List.of());
  }

  private Area inTwoParts(LatLon centre) {
    double radiusM = radiusM();
    double apartDeg = 2.5 * radiusM / 111_000;
    var other = new LatLon(centre.latDeg() + apartDeg, centre.lonDeg());
    return new Area(
        List.of(
            new Area.Polygon(star(centre, radiusM, random.nextInt(8, 65), random), List.of()),
            new Area.Polygon(star(other, radiusM, random.nextInt(8, 65), random), List.of())),
        List.of());
  }

  /** Kilometres long and at most millimetres wide. */
  private Area sliver(LatLon a) {
    double farDeg = random.nextDouble(0.001, 0.1);
    double wideDeg = StrictMath.pow(10, -random.nextInt(8, 14));
    var b = new LatLon(a.latDeg() + random.nextDouble(-0.1, 0.1), a.lonDeg() + farDeg);
    var c = new LatLon(b.latDeg() + wideDeg, b.lonDeg());
    return Area.polygon(List.of(a, b, c, a));
  }

  /** Two that share a slanted border. */
  private List<Area> halves(LatLon a) {
    var b = new LatLon(a.latDeg() + random.nextDouble(0.05), a.lonDeg() + 0.03);
    var west = new LatLon(b.latDeg() + 0.01, a.lonDeg() - 0.02);
    var east = new LatLon(a.latDeg() - 0.01, b.lonDeg() + 0.02);
    return List.of(Area.polygon(List.of(a, b, west, a)), Area.polygon(List.of(a, east, b, a)));
  }

  private Area twoThatMeetInOnePlace(LatLon a) {
    double d = random.nextDouble(0.0001, 0.03);
    return new Area(List.of(triangle(a, d, 2 * d), triangle(a, -d, -1.5 * d)), List.of());
  }

  private static Area.Polygon triangle(LatLon a, double northDeg, double eastDeg) {
    var b = new LatLon(a.latDeg() + northDeg, a.lonDeg() + eastDeg);
    var c = new LatLon(a.latDeg() + northDeg / 3, a.lonDeg() + eastDeg);
    return new Area.Polygon(List.of(a, b, c, a), List.of());
  }

  /** A rectangle whose borders are those of cells. */
  private Area onTheLattice(LatLon near) {
    long east = (long) (lattice.eastUnits(near.lonDeg()) / Lattice.CELL_UNITS);
    long north = (long) (lattice.northUnits(near.latDeg()) / Lattice.CELL_UNITS);
    double x1 = lattice.lonDeg(east * (double) Lattice.CELL_UNITS);
    double y1 = lattice.latDeg(north * (double) Lattice.CELL_UNITS);
    double x2 = lattice.lonDeg((east + random.nextInt(1, 9)) * (double) Lattice.CELL_UNITS);
    // the line that is known to be crossed in the middle of a cell, sometimes
    double half = random.nextBoolean() ? 0.5 : 0;
    double rows = north + random.nextInt(1, 9) + half;
    double y2 = lattice.latDeg(rows * Lattice.CELL_UNITS);
    return Area.polygon(
        List.of(
            new LatLon(y1, x1),
            new LatLon(y1, x2),
            new LatLon(y2, x2),
            new LatLon(y2, x1),
            new LatLon(y1, x1)));
  }

  private Area starAndCircle(LatLon centre) {
    double radiusM = radiusM();
    return new Area(
        List.of(new Area.Polygon(star(centre, radiusM, random.nextInt(8, 65), random), List.of())),
        List.of(new Area.Circle(centre, radiusM * 0.6)));
  }

  /** Metres across, so that all of its edges are in one cell. */
  private Area small(LatLon centre) {
    double radiusM = random.nextDouble(0.01, 60);
    return Area.polygon(star(centre, radiusM, random.nextInt(3, 30), random));
  }
}
