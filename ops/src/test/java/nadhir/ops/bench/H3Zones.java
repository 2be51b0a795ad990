package nadhir.ops.bench;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Zone;

/**
 * H3's hexagons: a zone is listed in all that it covers, and tested by its edges in those that its
 * border passes or comes near.
 */
final class H3Zones {
  /** Hexagons with sides of some 530 m. */
  private static final int RESOLUTION = 8;

  /** Less than the distance between two neighbours' middles, along which neighbours are taken. */
  private static final double STEP_DEG = 0.005;

  private final H3Core h3 = H3Core.newInstance();
  private final PackedRings rings;
  private final Map<Long, int[]> cells = new HashMap<>();

  H3Zones(List<Zone> zones) throws IOException {
    rings = new PackedRings(zones);
    Map<Long, List<Integer>> open = new HashMap<>();
    for (int i = 0; i < zones.size(); i++) {
      List<LatLon> ring = PackedRings.outer(zones.get(i));
      Set<Long> border = H3Border.of(h3, ring, RESOLUTION, STEP_DEG);
      Set<Long> all = new HashSet<>(border);
      all.addAll(
          h3.polygonToCells(
              ring.stream().map(p -> new LatLng(p.latDeg(), p.lonDeg())).toList(),
              List.of(),
              RESOLUTION));
      for (long cell : all) {
        // not: a number that must be tested
        int entry = border.contains(cell) ? ~i : i;
        open.computeIfAbsent(cell, _ -> new ArrayList<>()).add(entry);
      }
    }
    open.forEach((cell, list) -> cells.put(cell, list.stream().mapToInt(n -> n).toArray()));
  }

  int zonesAt(double latDeg, double lonDeg, int[] into) {
    int[] entries = cells.get(h3.latLngToCell(latDeg, lonDeg, RESOLUTION));
    int found = 0;
    if (entries != null) {
      for (int entry : entries) {
        if (entry >= 0 || rings.holds(~entry, latDeg, lonDeg)) {
          into[found++] = entry >= 0 ? entry : ~entry;
        }
      }
    }
    return found;
  }
}
