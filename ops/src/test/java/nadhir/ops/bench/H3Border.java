package nadhir.ops.bench;

import com.uber.h3core.H3Core;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nadhir.core.geo.LatLon;

/** The cells of H3 that a ring may pass: those under it, and their neighbours. */
final class H3Border {
  private H3Border() {}

  /**
   * The cells.
   *
   * @param stepDeg shorter than a cell is wide
   */
  static Set<Long> of(H3Core h3, List<LatLon> ring, int resolution, double stepDeg) {
    Set<Long> passed = new HashSet<>();
    for (int i = 1; i < ring.size(); i++) {
      LatLon a = ring.get(i - 1);
      LatLon b = ring.get(i);
      double north = b.latDeg() - a.latDeg();
      double east = b.lonDeg() - a.lonDeg();
      int steps = 1 + (int) (Math.hypot(north, east) / stepDeg);
      for (int step = 0; step < steps; step++) {
        double share = (double) step / steps;
        passed.add(
            h3.latLngToCell(a.latDeg() + share * north, a.lonDeg() + share * east, resolution));
      }
    }
    Set<Long> border = new HashSet<>();
    passed.forEach(cell -> border.addAll(h3.gridDisk(cell, 1)));
    return border;
  }
}
