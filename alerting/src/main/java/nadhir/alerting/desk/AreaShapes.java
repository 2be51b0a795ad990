package nadhir.alerting.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Areas as geometry, in degrees with the longitude as x: do they touch, are they sound. */
final class AreaShapes {
  /** CAP readers choke on longer rings. */
  static final int MAX_RING = 100;

  static final int MAX_PARTS = 20;

  /** What is drawn farther from the site's centre is a slip of the hand. */
  static final double MAX_REACH_M = 150_000;

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int CIRCLE_CORNERS = 64;

  private AreaShapes() {}

  /** Whether they have more in common than an edge. */
  static boolean overlap(Area a, Area b) {
    List<Polygon> others = polygons(b);
    return polygons(a).stream()
        .anyMatch(p -> others.stream().anyMatch(q -> p.intersects(q) && !p.touches(q)));
  }

  /** Why a drawn area cannot be used; empty when it can. */
  static Optional<String> fault(Area area, LatLon centre) {
    if (area.polygons().size() + area.circles().size() > MAX_PARTS) {
      return Optional.of("more than " + MAX_PARTS + " parts");
    }
    for (Area.Polygon polygon : area.polygons()) {
      if (!polygon.holes().isEmpty()) {
        return Optional.of("a hole, which CAP cannot tell");
      }
      if (polygon.outer().size() > MAX_RING) {
        return Optional.of("more than " + MAX_RING + " corners");
      }
      if (!polygon(polygon).isValid()) {
        return Optional.of("its outline crosses itself or encloses nothing");
      }
    }
    boolean far =
        Stream.concat(
                area.polygons().stream().flatMap(p -> p.outer().stream()),
                area.circles().stream()
                    .flatMap(c -> IntStream.range(0, 4).mapToObj(i -> edge(c, i * 90.0))))
            .anyMatch(place -> Sphere.distanceM(centre, place) > MAX_REACH_M);
    return far
        ? Optional.of("it reaches more than 150 km from the centre of the site")
        : Optional.empty();
  }

  /** All zones' areas as one list of parts. */
  static Area union(List<Area> areas) {
    return new Area(
        areas.stream().flatMap(a -> a.polygons().stream()).distinct().toList(),
        areas.stream().flatMap(a -> a.circles().stream()).distinct().toList());
  }

  private static List<Polygon> polygons(Area area) {
    List<Polygon> all = new ArrayList<>();
    area.polygons().forEach(p -> all.add(polygon(p)));
    area.circles().forEach(c -> all.add(polygon(c)));
    return all;
  }

  private static Polygon polygon(Area.Polygon polygon) {
    return FACTORY.createPolygon(
        ring(polygon.outer()),
        polygon.holes().stream().map(AreaShapes::ring).toArray(LinearRing[]::new));
  }

  private static Polygon polygon(Area.Circle circle) {
    List<LatLon> corners = new ArrayList<>();
    for (int i = 0; i < CIRCLE_CORNERS; i++) {
      corners.add(edge(circle, i * 360.0 / CIRCLE_CORNERS));
    }
    corners.add(corners.getFirst());
    return FACTORY.createPolygon(ring(corners));
  }

  private static LatLon edge(Area.Circle circle, double bearingDeg) {
    return Sphere.towards(circle.centre(), bearingDeg, circle.radiusM());
  }

  private static LinearRing ring(List<LatLon> places) {
    return FACTORY.createLinearRing(
        places.stream()
            .map(p -> new Coordinate(p.lonDeg(), p.latDeg()))
            .toArray(Coordinate[]::new));
  }
}
