package nadhir.alerting.audience.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.sim.StarZones;

/**
 * Areas that are hard to draw, around 29.5° north and 35° east, and places that are hard to tell.
 */
final class OddAreas {
  static final double SOUTH_DEG = 29;
  static final double WEST_DEG = 34.5;
  static final double SIDE_DEG = 1;

  /** Corners on its lines meet people on them, and the frame's own lines. */
  private static final int LINES_PER_DEG = 64;

  private final RandomGenerator random;

  OddAreas(RandomGenerator random) {
    this.random = random;
  }

  LatLon place() {
    return new LatLon(
        SOUTH_DEG + SIDE_DEG * random.nextDouble(), WEST_DEG + SIDE_DEG * random.nextDouble());
  }

  LatLon placeOnLines() {
    return new LatLon(
        SOUTH_DEG + (double) random.nextInt(LINES_PER_DEG + 1) / LINES_PER_DEG,
        WEST_DEG + (double) random.nextInt(LINES_PER_DEG + 1) / LINES_PER_DEG);
  }

  private double radiusM() {
    return 100 * StrictMath.pow(1_000, random.nextDouble());
  }

  Area area() {
    return switch (random.nextInt(7)) {
      case 0 -> Area.polygon(StarZones.star(place(), radiusM(), random.nextInt(3, 200), random));
      case 1 -> Area.polygon(onLines());
      case 2 -> new Area(List.of(withHole(), withHole()), List.of());
      case 3 -> Area.circle(place(), radiusM());
      case 4 -> new Area(List.of(withHole()), List.of(circle(), circle()));
      case 5 -> Area.polygon(sliver());
      default -> Area.circle(far(), random.nextDouble(1e5, 1.9e7));
    };
  }

  private Area.Circle circle() {
    return new Area.Circle(place(), radiusM());
  }

  /** Near a pole or the date line as well as anywhere. */
  private LatLon far() {
    return new LatLon(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
  }

  /** Corners on the lines, in any order: edges lie along lines, cross and meet. */
  private List<LatLon> onLines() {
    List<LatLon> ring = new ArrayList<>();
    for (int i = random.nextInt(3, 12); i > 0; i--) {
      ring.add(placeOnLines());
    }
    ring.add(ring.getFirst());
    return ring;
  }

  private Area.Polygon withHole() {
    LatLon centre = place();
    double radiusM = radiusM();
    return new Area.Polygon(
        StarZones.star(centre, radiusM, 40, random),
        List.of(StarZones.star(centre, radiusM / 4, 9, random)));
  }

  /** Less than a millimetre wide. */
  private List<LatLon> sliver() {
    LatLon a = place();
    LatLon b = place();
    var beside = new LatLon(b.latDeg() + 1e-9 * random.nextDouble(), b.lonDeg());
    return List.of(a, b, beside, a);
  }

  /** Corners, middles of edges, and places next to them in the last bit. */
  List<LatLon> hardPlaces(Area area) {
    List<LatLon> places = new ArrayList<>();
    for (Area.Polygon polygon : area.polygons()) {
      List<List<LatLon>> rings = new ArrayList<>(polygon.holes());
      rings.add(polygon.outer());
      for (List<LatLon> ring : rings) {
        for (int i = 1; i < ring.size(); i++) {
          places.addAll(hardPlaces(ring.get(i - 1), ring.get(i)));
        }
      }
    }
    return places;
  }

  private List<LatLon> hardPlaces(LatLon a, LatLon b) {
    double share = random.nextDouble();
    var on =
        new LatLon(
            a.latDeg() + share * (b.latDeg() - a.latDeg()),
            a.lonDeg() + share * (b.lonDeg() - a.lonDeg()));
    return List.of(
        a,
        on,
        new LatLon(Math.nextUp(on.latDeg()), on.lonDeg()),
        new LatLon(on.latDeg(), Math.nextDown(on.lonDeg())),
        new LatLon(a.latDeg(), place().lonDeg()),
        new LatLon(place().latDeg(), a.lonDeg()));
  }
}
