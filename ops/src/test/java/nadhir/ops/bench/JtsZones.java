package nadhir.ops.bench;

import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Zone;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** The usual way in Java: a tree of boxes, and prepared geometries. */
final class JtsZones {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final STRtree tree = new STRtree();

  private record Leaf(int number, PreparedGeometry shape) {}

  JtsZones(List<Zone> zones) {
    for (int i = 0; i < zones.size(); i++) {
      var ring =
          zones.get(i).area().polygons().getFirst().outer().stream()
              .map(JtsZones::coordinate)
              .toArray(Coordinate[]::new);
      var shape = PreparedGeometryFactory.prepare(FACTORY.createPolygon(ring));
      shape.covers(FACTORY.createPoint(ring[0])); // it is prepared when it is asked first
      tree.insert(shape.getGeometry().getEnvelopeInternal(), new Leaf(i, shape));
    }
    tree.build();
  }

  private static Coordinate coordinate(LatLon place) {
    return new Coordinate(place.lonDeg(), place.latDeg());
  }

  int zonesAt(double latDeg, double lonDeg, int[] into) {
    var at = new Coordinate(lonDeg, latDeg);
    var point = FACTORY.createPoint(at);
    int[] found = {0};
    tree.query(
        new Envelope(at),
        item -> {
          var leaf = (Leaf) item;
          if (leaf.shape().covers(point)) {
            into[found[0]++] = leaf.number();
          }
        });
    return found[0];
  }
}
