package nadhir.alerting.audience.grid;

import java.util.List;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** JTS itself, geometry by geometry. */
final class Oracle {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<Polygon> polygons;
  private final List<Area.Circle> circles;

  Oracle(Area area) {
    polygons =
        area.polygons().stream()
            .map(
                p ->
                    FACTORY.createPolygon(
                        ring(p.outer()),
                        p.holes().stream().map(Oracle::ring).toArray(LinearRing[]::new)))
            .toList();
    circles = area.circles();
  }

  private static LinearRing ring(List<LatLon> places) {
    return FACTORY.createLinearRing(
        places.stream().map(Oracle::coordinate).toArray(Coordinate[]::new));
  }

  private static Coordinate coordinate(LatLon place) {
    return new Coordinate(place.lonDeg(), place.latDeg());
  }

  boolean covers(LatLon place) {
    var point = FACTORY.createPoint(coordinate(place));
    return polygons.stream().anyMatch(p -> p.covers(point))
        || circles.stream().anyMatch(c -> Sphere.distanceM(c.centre(), place) <= c.radiusM());
  }
}
