package nadhir.geofence.zone;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Our areas as JTS geometries. The only place that knows JTS's axis order: x is longitude. */
final class Shapes {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Shapes() {}

  static Point point(LatLon place) {
    return FACTORY.createPoint(new Coordinate(place.lonDeg(), place.latDeg()));
  }

  static LatLon place(Coordinate coordinate) {
    return new LatLon(coordinate.y, coordinate.x);
  }

  /** The polygons of an area, without its circles. */
  static Geometry polygons(Area area) {
    List<Polygon> polygons = new ArrayList<>();
    for (Area.Polygon polygon : area.polygons()) {
      LinearRing[] holes = polygon.holes().stream().map(Shapes::ring).toArray(LinearRing[]::new);
      polygons.add(FACTORY.createPolygon(ring(polygon.outer()), holes));
    }
    return polygons.size() == 1
        ? polygons.getFirst()
        : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static LinearRing ring(List<LatLon> places) {
    return FACTORY.createLinearRing(
        places.stream()
            .map(place -> new Coordinate(place.lonDeg(), place.latDeg()))
            .toArray(Coordinate[]::new));
  }

  /** A box that surely holds all places within {@code radiusM} of {@code centre}. */
  static Envelope around(LatLon centre, double radiusM) {
    // A degree of latitude is 110 574 m at least; 1 % more for safety.
    double latDeg = 1.01 * radiusM / 110_574;
    double farthest = StrictMath.min(89.9, StrictMath.abs(centre.latDeg()) + latDeg);
    double lonDeg = latDeg / StrictMath.cos(StrictMath.toRadians(farthest));
    return new Envelope(
        centre.lonDeg() - lonDeg,
        centre.lonDeg() + lonDeg,
        centre.latDeg() - latDeg,
        centre.latDeg() + latDeg);
  }

  static Envelope bounds(Area area) {
    Envelope bounds = new Envelope(polygons(area).getEnvelopeInternal());
    area.circles().forEach(c -> bounds.expandToInclude(around(c.centre(), c.radiusM())));
    return bounds;
  }
}
