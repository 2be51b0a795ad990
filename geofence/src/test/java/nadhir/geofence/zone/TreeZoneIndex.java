package nadhir.geofence.zone;

import java.util.List;
import java.util.function.Predicate;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Zone;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** What the index must answer: JTS's own tree of bounding boxes, prepared geometries behind. */
final class TreeZoneIndex {
  private final STRtree tree = new STRtree();

  private record Leaf(Zone zone, PreparedGeometry polygons) {}

  TreeZoneIndex(List<Zone> zones) {
    for (Zone zone : zones) {
      var polygons = PreparedGeometryFactory.prepare(Shapes.polygons(zone.area()));
      tree.insert(Shapes.bounds(zone.area()), new Leaf(zone, polygons));
    }
    tree.build();
  }

  List<ZoneId> zonesAt(LatLon place) {
    Point point = Shapes.point(place);
    return find(point.getEnvelopeInternal(), leaf -> holds(leaf, place, point));
  }

  private static boolean holds(Leaf leaf, LatLon place, Point point) {
    return leaf.polygons().covers(point)
        || leaf.zone().area().circles().stream()
            .anyMatch(circle -> Geodesy.distanceM(place, circle.centre()) <= circle.radiusM());
  }

  List<ZoneId> within(LatLon place, double radiusM) {
    return find(
        Shapes.around(place, radiusM),
        leaf -> Geodesy.distanceM(place, leaf.zone().area()) <= radiusM);
  }

  @SuppressWarnings("unchecked")
  private List<ZoneId> find(Envelope box, Predicate<Leaf> test) {
    List<Leaf> candidates = tree.query(box);
    return candidates.stream().filter(test).map(leaf -> leaf.zone().id()).sorted().toList();
  }
}
