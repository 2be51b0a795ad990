package nadhir.ops.bench;

import java.util.List;
import nadhir.core.geo.LatLon;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.kdtree.KdTree;

/** The usual way in Java: a tree of points, and an index over the outline's edges. */
final class JtsPeople {
  private final KdTree tree = new KdTree();

  JtsPeople(AudienceWork work) {
    for (int i = 0; i < work.latDeg.length; i++) {
      tree.insert(new Coordinate(work.lonDeg[i], work.latDeg[i]), i);
    }
  }

  int inside(List<LatLon> ring, int[] into) {
    Polygon polygon = AudienceWork.polygon(ring);
    var locator = new IndexedPointInAreaLocator(polygon);
    int[] found = {0};
    tree.query(
        polygon.getEnvelopeInternal(),
        node -> {
          if (locator.locate(node.getCoordinate()) != Location.EXTERIOR) {
            into[found[0]++] = (Integer) node.getData();
          }
        });
    return found[0];
  }
}
