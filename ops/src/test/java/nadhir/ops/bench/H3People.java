package nadhir.ops.bench;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nadhir.core.geo.LatLon;

/**
 * People sorted by H3's hexagons: those that the outline passes or comes near are tested, the
 * others inside are taken whole.
 */
final class H3People {
  /** Hexagons with sides of some 530 m. */
  private static final int RESOLUTION = 8;

  /** Below these bits a cell of that size has nothing, above the others all are alike. */
  private static final int EMPTY_BITS = 21;

  private static final long TOLD_APART = (1L << 31) - 1;

  /** Less than the distance between two neighbours' middles, along which neighbours are taken. */
  private static final double STEP_DEG = 0.005;

  private final H3Core h3 = H3Core.newInstance();
  private final KeyedPeople people;

  H3People(AudienceWork work) throws IOException {
    people =
        new KeyedPeople(
            work, i -> key(h3.latLngToCell(work.latDeg[i], work.lonDeg[i], RESOLUTION)));
  }

  private static long key(long cell) {
    return cell >>> EMPTY_BITS & TOLD_APART;
  }

  int inside(List<LatLon> ring, int[] into) {
    Set<Long> border = border(ring);
    var asking = people.new Asking(ring, into);
    for (long cell : border) {
      asking.take(key(cell), key(cell), false);
    }
    List<LatLng> corners =
        ring.stream().map(place -> new LatLng(place.latDeg(), place.lonDeg())).toList();
    for (long cell : h3.polygonToCells(corners, List.of(), RESOLUTION)) {
      if (!border.contains(cell)) {
        asking.take(key(cell), key(cell), true);
      }
    }
    return asking.found();
  }

  private Set<Long> border(List<LatLon> ring) {
    Set<Long> passed = new HashSet<>();
    for (int i = 1; i < ring.size(); i++) {
      LatLon a = ring.get(i - 1);
      LatLon b = ring.get(i);
      double north = b.latDeg() - a.latDeg();
      double east = b.lonDeg() - a.lonDeg();
      int steps = 1 + (int) (Math.hypot(north, east) / STEP_DEG);
      for (int step = 0; step < steps; step++) {
        double share = (double) step / steps;
        passed.add(
            h3.latLngToCell(a.latDeg() + share * north, a.lonDeg() + share * east, RESOLUTION));
      }
    }
    Set<Long> border = new HashSet<>();
    passed.forEach(cell -> border.addAll(h3.gridDisk(cell, 1)));
    return border;
  }
}
