package nadhir.core.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeighedLineTest {
  private static List<LatLon> ring(double... latLons) {
    List<LatLon> ring = new ArrayList<>();
    for (int i = 0; i < latLons.length; i += 2) {
      ring.add(new LatLon(latLons[i], latLons[i + 1]));
    }
    return ring;
  }

  @Test
  void whatFitsStaysAsItIs() {
    var ring = ring(0, 0, 0, 1, 1, 1, 0, 0);
    assertSame(ring, new WeighedLine(ring).atMost(4));
  }

  @Test
  void placesOnAStraightLineGoFirst() {
    var square = ring(0, 0, 0, 0.3, 0, 0.7, 0, 1, 0.5, 1, 1, 1, 1, 0.5, 1, 0, 0.5, 0, 0, 0);
    assertEquals(ring(0, 0, 0, 1, 1, 1, 1, 0, 0, 0), new WeighedLine(square).atMost(5));
  }

  @Test
  void theSmallestDentGoesBeforeTheLargerOne() {
    var dented = ring(0, 0, 0.01, 0.5, 0, 1, 0.5, 0.9, 1, 1, 1, 0, 0, 0);
    assertEquals(ring(0, 0, 0, 1, 0.5, 0.9, 1, 1, 1, 0, 0, 0), new WeighedLine(dented).atMost(6));
  }

  /** No place of a ragged coast is farther from the new line than the coast is ragged. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theLineStaysWithinWhatWasLeftOut(long seed) {
    var random = new Random(seed);
    List<LatLon> coast = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      double angle = 2 * Math.PI * i / 4_000;
      double r = 0.5 + random.nextDouble() * 0.002;
      coast.add(new LatLon(29.5 + r * Math.sin(angle), 35 + r * Math.cos(angle)));
    }
    coast.add(coast.getFirst());
    var line = new WeighedLine(coast).atMost(100);
    assertTrue(line.size() <= 100 && line.size() > 90, "seed " + seed + ": " + line.size());
    assertEquals(line.getFirst(), line.getLast());
    assertTrue(coast.containsAll(line));
    for (LatLon place : coast) {
      double off = Double.MAX_VALUE;
      for (int i = 0; i + 1 < line.size(); i++) {
        off = Math.min(off, off(place, line.get(i), line.get(i + 1)));
      }
      assertTrue(off < 500, "seed " + seed + ": " + off + " m");
    }
  }

  /** In metres, on a flat map. */
  private static double off(LatLon p, LatLon a, LatLon b) {
    double perLon = 111_195 * Math.cos(Math.toRadians(29.5));
    double dx = (b.lonDeg() - a.lonDeg()) * perLon;
    double dy = (b.latDeg() - a.latDeg()) * 111_195;
    double x = (p.lonDeg() - a.lonDeg()) * perLon;
    double y = (p.latDeg() - a.latDeg()) * 111_195;
    double t = Math.clamp((x * dx + y * dy) / (dx * dx + dy * dy), 0, 1);
    return Math.hypot(x - t * dx, y - t * dy);
  }

  @Test
  void aZigzagOfTenThousandPlacesIsNoSpecialCase() {
    List<LatLon> zigzag = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      zigzag.add(new LatLon(i % 2 == 0 ? 10 + i * 1e-4 : 10 - i * 1e-4, i * 1e-3));
    }
    zigzag.add(zigzag.getFirst());
    assertEquals(100, new WeighedLine(zigzag).atMost(100).size());
  }

  /** Long lines are weighed in pieces, whose ends stay only where there is room for them. */
  @Test
  void aRingOfMorePiecesThanPlacesClosesAllTheSame() {
    List<LatLon> circle = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      double angle = 2 * Math.PI * i / 40_000;
      circle.add(new LatLon(29.5 + 0.5 * Math.sin(angle), 35 + 0.5 * Math.cos(angle)));
    }
    circle.add(circle.getFirst());
    var octagon = new WeighedLine(circle).atMost(9);
    assertEquals(9, octagon.size());
    assertEquals(octagon.getFirst(), octagon.getLast());
  }
}
