package nadhir.geofence.zone.grid;

import java.util.List;
import java.util.stream.IntStream;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.geofence.zone.Geodesy;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * What JTS says: prepared geometries, each asked for all places in its box, which is quicker than
 * each place for all areas. Circles are asked of {@link Geodesy}.
 */
final class Oracle {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<Area> areas;
  private final List<PreparedGeometry> prepared;

  Oracle(List<Area> areas) {
    this.areas = areas;
    this.prepared = areas.stream().map(Oracle::prepared).toList();
  }

  private static PreparedGeometry prepared(Area area) {
    Polygon[] polygons =
        area.polygons().stream()
            .map(
                p ->
                    FACTORY.createPolygon(
                        ring(p.outer()),
                        p.holes().stream().map(Oracle::ring).toArray(LinearRing[]::new)))
            .toArray(Polygon[]::new);
    return PreparedGeometryFactory.prepare(
        polygons.length == 1 ? polygons[0] : FACTORY.createMultiPolygon(polygons));
  }

  private static LinearRing ring(List<LatLon> places) {
    return FACTORY.createLinearRing(
        places.stream().map(Oracle::coordinate).toArray(Coordinate[]::new));
  }

  private static Coordinate coordinate(LatLon place) {
    return new Coordinate(place.lonDeg(), place.latDeg());
  }

  /** For each place a {@link #sum} of the areas that hold it. */
  long[] answers(List<LatLon> places) {
    long[] sums = new long[places.size()];
    List<Point> points = places.stream().map(p -> FACTORY.createPoint(coordinate(p))).toList();
    var tree = new HPRtree();
    for (int i = 0; i < sums.length; i++) {
      tree.insert(points.get(i).getEnvelopeInternal(), i);
    }
    tree.build();
    for (int area = 0; area < prepared.size(); area++) {
      int number = area;
      tree.query(
          box(areas.get(area), prepared.get(area)),
          item -> {
            int i = (Integer) item;
            if (holds(number, points.get(i), places.get(i))) {
              sums[i] += share(number);
            }
          });
    }
    return sums;
  }

  private static Envelope box(Area area, PreparedGeometry polygons) {
    Envelope box = new Envelope(polygons.getGeometry().getEnvelopeInternal());
    for (Area.Circle circle : area.circles()) {
      double deg = 2 * circle.radiusM() / 110_000; // at most 60 degrees from the equator
      Coordinate centre = coordinate(circle.centre());
      box.expandToInclude(
          new Envelope(centre.x - deg, centre.x + deg, centre.y - deg, centre.y + deg));
    }
    return box;
  }

  private boolean holds(int number, Point point, LatLon place) {
    return prepared.get(number).covers(point)
        || areas.get(number).circles().stream()
            .anyMatch(c -> Geodesy.distanceM(place, c.centre()) <= c.radiusM());
  }

  /** The areas that hold one place, each asked. */
  List<Integer> at(LatLon place) {
    Point point = FACTORY.createPoint(coordinate(place));
    return IntStream.range(0, areas.size())
        .filter(number -> holds(number, point, place))
        .boxed()
        .toList();
  }

  /** Two answers with one sum are the same, as good as always. */
  static long sum(int[] numbers, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += share(numbers[i]);
    }
    return sum;
  }

  /** SplitMix64 (Steele, Lea, Flood 2014). */
  private static long share(int number) {
    long z = (number + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
