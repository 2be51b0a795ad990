package nadhir.ops.bench;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
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
    Set<Long> border = H3Border.of(h3, ring, RESOLUTION, STEP_DEG);
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
}
