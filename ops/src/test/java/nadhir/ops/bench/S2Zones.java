package nadhir.ops.bench;

import com.google.common.geometry.S2ContainsPointQuery;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Loop;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Shape;
import com.google.common.geometry.S2ShapeIndex;
import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Zone;

/** S2's index of shapes on the sphere. */
final class S2Zones {
  private final S2ContainsPointQuery query;

  S2Zones(List<Zone> zones) {
    var index = new S2ShapeIndex();
    for (Zone zone : zones) {
      List<LatLon> ring = PackedRings.outer(zone);
      var loop =
          new S2Loop(
              ring.subList(1, ring.size()).stream()
                  .map(p -> point(p.latDeg(), p.lonDeg()))
                  .toList());
      loop.normalize();
      index.add(loop);
    }
    query = new S2ContainsPointQuery(index);
    zonesAt(point(29.5, 35)); // it is built when it is asked first
  }

  static S2Point[] points(double[] latDeg, double[] lonDeg) {
    S2Point[] points = new S2Point[latDeg.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = point(latDeg[i], lonDeg[i]);
    }
    return points;
  }

  private static S2Point point(double latDeg, double lonDeg) {
    return S2LatLng.fromDegrees(latDeg, lonDeg).toPoint();
  }

  int zonesAt(S2Point point) {
    int found = 0;
    for (S2Shape _ : query.getContainingShapes(point)) {
      found++;
    }
    return found;
  }
}
