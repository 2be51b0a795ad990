package nadhir.alerting.register;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;

/**
 * Answers quickly, and for many places, whether a place is inside an area. The edge counts as
 * inside, as JTS {@code covers} has it. Safe for use by several threads.
 */
public final class AreaLocator {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** One polygon with its bounding box, x = longitude, y = latitude. */
  private record Shape(Envelope box, IndexedPointInAreaLocator locator) {}

  private final Area area;
  private final List<Shape> shapes = new ArrayList<>();
  private final List<Area.Circle> circles;

  public AreaLocator(Area area) {
    this.area = area;
    for (Area.Polygon polygon : area.polygons()) {
      var jts =
          GEOMETRY.createPolygon(
              ring(polygon.outer()),
              polygon.holes().stream().map(AreaLocator::ring).toArray(LinearRing[]::new));
      shapes.add(new Shape(jts.getEnvelopeInternal(), new IndexedPointInAreaLocator(jts)));
    }
    this.circles = area.circles();
  }

  private static LinearRing ring(List<LatLon> places) {
    return GEOMETRY.createLinearRing(
        places.stream()
            .map(p -> new Coordinate(p.lonDeg(), p.latDeg()))
            .toArray(Coordinate[]::new));
  }

  public Area area() {
    return area;
  }

  public boolean covers(LatLon place) {
    var point = new Coordinate(place.lonDeg(), place.latDeg());
    for (Shape shape : shapes) {
      if (shape.box().covers(point) && shape.locator().locate(point) != Location.EXTERIOR) {
        return true;
      }
    }
    return circles.stream().anyMatch(c -> Sphere.distanceM(c.centre(), place) <= c.radiusM());
  }
}
