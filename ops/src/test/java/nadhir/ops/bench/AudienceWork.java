package nadhir.ops.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.sim.StarZones;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * People in 200 × 200 km around Aqaba, half of them in forty towns, and an outline of 200 places
 * that one in twenty is inside.
 */
final class AudienceWork {
  private static final int TOWNS = 40;
  private static final double TOWN_DEG = 0.03;
  private static final int CORNERS = 200;
  private static final double SHARE = 0.05;
  private static final int TRIED = 100_000;
  private static final double M_PER_DEG = 111_200;
  private static final LatLon CENTRE = new LatLon(29.5, 35);

  final double[] latDeg;
  final double[] lonDeg;
  final List<LatLon> ring;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);

  AudienceWork(int people) {
    latDeg = new double[people];
    lonDeg = new double[people];
    var region = new StarZones(random);
    List<LatLon> towns = new ArrayList<>();
    for (int i = 0; i < TOWNS; i++) {
      towns.add(region.place());
    }
    for (int i = 0; i < people; i++) {
      LatLon town = towns.get(random.nextInt(TOWNS));
      LatLon place = random.nextBoolean() ? region.place() : beside(town);
      latDeg[i] = place.latDeg();
      lonDeg[i] = place.lonDeg();
    }
    ring = outline();
  }

  private LatLon beside(LatLon town) {
    return new LatLon(
        town.latDeg() + TOWN_DEG * random.nextGaussian(),
        town.lonDeg() + TOWN_DEG * random.nextGaussian());
  }

  Area area() {
    return Area.polygon(ring);
  }

  /** Its size is found by trying. */
  private List<LatLon> outline() {
    double[] rough = random.doubles(CORNERS, 0.97, 1.03).toArray();
    double least = 1_000;
    double most = 100_000;
    for (int i = 0; i < 30; i++) {
      double middle = (least + most) / 2;
      if (share(outline(middle, rough)) < SHARE) {
        least = middle;
      } else {
        most = middle;
      }
    }
    return outline(most, rough);
  }

  private static List<LatLon> outline(double radiusM, double[] rough) {
    List<LatLon> ring = new ArrayList<>();
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      double farM =
          radiusM * rough[i] * (1 + 0.2 * Math.sin(3 * angle) + 0.1 * Math.sin(7 * angle));
      ring.add(
          new LatLon(
              CENTRE.latDeg() + farM * Math.sin(angle) / M_PER_DEG,
              CENTRE.lonDeg()
                  + farM
                      * Math.cos(angle)
                      / (M_PER_DEG * Math.cos(Math.toRadians(CENTRE.latDeg())))));
    }
    ring.add(ring.getFirst());
    return ring;
  }

  private double share(List<LatLon> outline) {
    int tried = Math.min(TRIED, latDeg.length);
    return (double) inside(outline, tried) / tried;
  }

  /** How many are inside, by asking JTS about each. */
  int expected() {
    return inside(ring, latDeg.length);
  }

  private int inside(List<LatLon> outline, int people) {
    Polygon polygon = polygon(outline);
    var locator = new IndexedPointInAreaLocator(polygon);
    var box = polygon.getEnvelopeInternal();
    var at = new Coordinate();
    int inside = 0;
    for (int i = 0; i < people; i++) {
      at.x = lonDeg[i];
      at.y = latDeg[i];
      if (box.covers(at) && locator.locate(at) != Location.EXTERIOR) {
        inside++;
      }
    }
    return inside;
  }

  static Polygon polygon(List<LatLon> ring) {
    return new GeometryFactory()
        .createPolygon(
            ring.stream()
                .map(p -> new Coordinate(p.lonDeg(), p.latDeg()))
                .toArray(Coordinate[]::new));
  }

  /** A benchmark of a wrong answer tells nothing. */
  void check(int found) {
    if (found != expected()) {
      throw new IllegalStateException(found + " are found of " + expected());
    }
  }
}
