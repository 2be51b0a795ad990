package nadhir.ops.bench;

import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Loop;
import com.google.common.geometry.S2RegionCoverer;
import java.util.List;
import nadhir.core.geo.LatLon;

/** People sorted by S2's cells of some 17 m, and the outline covered by larger ones. */
final class S2People {
  /** What a leaf's number has beyond level 19. */
  private static final int DROPPED_BITS = 23;

  private static final int FINEST = 18;
  private static final int CELLS = 500;

  private final KeyedPeople people;

  S2People(AudienceWork work) {
    people =
        new KeyedPeople(
            work,
            i -> key(S2CellId.fromLatLng(S2LatLng.fromDegrees(work.latDeg[i], work.lonDeg[i]))));
  }

  private static long key(S2CellId leaf) {
    return leaf.id() >>> DROPPED_BITS;
  }

  int inside(List<LatLon> ring, int[] into) {
    var loop =
        new S2Loop(
            ring.subList(1, ring.size()).stream()
                .map(p -> S2LatLng.fromDegrees(p.latDeg(), p.lonDeg()).toPoint())
                .toList());
    loop.normalize();
    var covering =
        S2RegionCoverer.builder().setMaxCells(CELLS).setMaxLevel(FINEST).build().getCovering(loop);
    var asking = people.new Asking(ring, into);
    for (S2CellId cell : covering) {
      asking.take(key(cell.rangeMin()), key(cell.rangeMax()), loop.contains(new S2Cell(cell)));
    }
    return asking.found();
  }
}
