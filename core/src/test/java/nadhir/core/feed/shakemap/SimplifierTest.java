package nadhir.core.feed.shakemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.report.Observation.Contour;
import nadhir.core.report.Observation.ShakeMap;
import org.junit.jupiter.api.Test;

class SimplifierTest {
  private static final LatLon CENTRE = new LatLon(29.5, 35);

  @Test
  void whatFitsIsLeftAsItIs() {
    var small = List.of(new Contour(6, List.of(circle(10_000, 300, 1))));
    assertEquals(small, Simplifier.fit(small));
  }

  /** A circle of 40 km with 20,000 places: 50 m off are enough with a few dozen. */
  @Test
  void noPlaceLiesFartherFromTheLineThanTheTolerance() {
    List<LatLon> ring = circle(40_000, 20_000, 1);
    var drawn =
        Simplifier.fit(List.of(new Contour(6, List.of(ring)))).getFirst().lines().getFirst();
    assertTrue(drawn.size() < 200, drawn.size() + " places");
    assertEquals(drawn.getFirst(), drawn.getLast());
    for (LatLon place : ring) {
      double off =
          IntStream.range(1, drawn.size())
              .mapToDouble(i -> offM(place, drawn.get(i - 1), drawn.get(i)))
              .min()
              .orElseThrow();
      assertTrue(off <= Simplifier.MIN_TOLERANCE_M * 1.01, off + " m off at " + place);
    }
  }

  @Test
  void ringsStayRingsHoweverSmall() {
    List<List<LatLon>> rings = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rings.add(circle(10 + i, 30, i));
    }
    var drawn = Simplifier.fit(List.of(new Contour(6, rings))).getFirst().lines();
    assertEquals(300, drawn.size());
    for (List<LatLon> ring : drawn) {
      assertTrue(ring.size() >= 4 && ring.getFirst().equals(ring.getLast()), ring.toString());
    }
  }

  @Test
  void theStrongestContoursAreKeptWhereNotAllFit() {
    List<Contour> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      many.add(new Contour(2 + i / 10.0, List.of(circle(10_000, 8, i))));
    }
    var kept = Simplifier.fit(many);
    assertEquals(ShakeMap.MAX_CONTOURS, kept.size());
    assertEquals(4.0, kept.getFirst().mmi());
    assertEquals(7.9, kept.getLast().mmi());
    List<List<LatLon>> specks = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      specks.add(circle(5_000, 20, i));
    }
    var crowded =
        Simplifier.fit(List.of(new Contour(5, specks), new Contour(7, specks.subList(0, 200))));
    assertEquals(List.of(7.0), crowded.stream().map(Contour::mmi).toList());
    new ShakeMap(1, crowded); // does not throw
    new ShakeMap(1, Simplifier.fit(List.of(new Contour(7, specks)))); // its longest lines
  }

  /** The worst that {@link Contours} lets through: places at random, in one line. */
  @Test
  void noiseEndsSoonAndFits() {
    long seed = 20261120;
    var random = new Random(seed);
    List<LatLon> noise = new ArrayList<>();
    for (int i = 0; i < Contours.MAX_PLACES; i++) {
      noise.add(new LatLon(29 + random.nextDouble(), 35 + random.nextDouble()));
    }
    new ShakeMap(1, Simplifier.fit(List.of(new Contour(6, List.of(noise)))));
  }

  /** A ring with bumps of a hundredth of its radius. */
  private static List<LatLon> circle(double radiusM, int places, long seed) {
    var random = new Random(seed);
    double bumps = places > 1000 ? 0 : 0.01;
    List<LatLon> ring = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      ring.add(
          Sphere.towards(CENTRE, 360.0 * i / places, radiusM * (1 + bumps * random.nextDouble())));
    }
    ring.add(ring.getFirst());
    return ring;
  }

  /** On a flat map around the centre, which is near enough within 40 km. */
  private static double offM(LatLon p, LatLon a, LatLon b) {
    double k = Math.cos(Math.toRadians(CENTRE.latDeg()));
    double m = Math.toRadians(1) * Sphere.RADIUS_M;
    double dx = (b.lonDeg() - a.lonDeg()) * k;
    double dy = b.latDeg() - a.latDeg();
    double px = (p.lonDeg() - a.lonDeg()) * k;
    double py = p.latDeg() - a.latDeg();
    double at = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
    return Math.hypot(px - at * dx, py - at * dy) * m;
  }
}
