package nadhir.ops.bench;

import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Zone;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** JTS's tree of boxes with a loop of our own over packed rings: the quickest tree that we know. */
final class PackedTree {
  private final STRtree tree = new STRtree();
  private final PackedRings rings;

  PackedTree(List<Zone> zones) {
    rings = new PackedRings(zones);
    for (int i = 0; i < zones.size(); i++) {
      var box = new Envelope();
      for (LatLon place : PackedRings.outer(zones.get(i))) {
        box.expandToInclude(place.lonDeg(), place.latDeg());
      }
      tree.insert(box, i);
    }
    tree.build();
  }

  int zonesAt(double latDeg, double lonDeg, int[] into) {
    int[] found = {0};
    tree.query(
        new Envelope(lonDeg, lonDeg, latDeg, latDeg),
        item -> {
          int zone = (Integer) item;
          if (rings.holds(zone, latDeg, lonDeg)) {
            into[found[0]++] = zone;
          }
        });
    return found[0];
  }
}
