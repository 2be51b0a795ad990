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
import org.locationtech.jts.geom.Geometry;
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

  /** A border that is drawn along a zone's edge shaves slivers off it. */
  private static final double NOTHING_LOST = 0.999;

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

  /**
   * @param left what lies inside; empty where nothing does
   * @param lostShare of the whole, 0 to 1; 0 where nothing is lost but slivers
   */
  record Cut(Optional<Area> left, double lostShare) {}

  /** The part of an area that lies inside another. Circles that lie inside stay circles. */
  static Cut inside(Area area, Area limits) {
    Geometry limit = merged(limits);
    List<Area.Polygon> polygons = new ArrayList<>();
    List<Area.Circle> circles = new ArrayList<>();
    double whole = 0;
    double lost = 0;
    for (Area.Polygon part : area.polygons()) {
      Polygon shape = polygon(part);
      Geometry left = shape.intersection(limit);
      double share = left.getArea() / shape.getArea();
      whole += shape.getArea();
      lost += share > NOTHING_LOST ? 0 : shape.getArea() - left.getArea();
      polygons.addAll(share > NOTHING_LOST ? List.of(part) : polygons(left));
    }
    for (Area.Circle part : area.circles()) {
      Polygon shape = polygon(part);
      Geometry left = shape.intersection(limit);
      boolean stays = left.getArea() / shape.getArea() > NOTHING_LOST;
      whole += shape.getArea();
      lost += stays ? 0 : shape.getArea() - left.getArea();
      circles.addAll(stays ? List.of(part) : List.of());
      polygons.addAll(stays ? List.of() : polygons(left));
    }
    return new Cut(
        polygons.isEmpty() && circles.isEmpty()
            ? Optional.empty()
            : Optional.of(new Area(polygons, circles)),
        lost / whole);
  }

  private static Geometry merged(Area area) {
    return FACTORY.buildGeometry(polygons(area)).union();
  }

  private static List<Area.Polygon> polygons(Geometry shape) {
    List<Area.Polygon> all = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        List<List<LatLon>> holes = new ArrayList<>();
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          holes.add(places(polygon.getInteriorRingN(k).getCoordinates()));
        }
        all.add(new Area.Polygon(places(polygon.getExteriorRing().getCoordinates()), holes));
      }
    }
    return all;
  }

  /** To 1e-7 degrees, a centimetre. */
  private static List<LatLon> places(Coordinate[] ring) {
    List<LatLon> places = new ArrayList<>();
    for (Coordinate c : ring) {
      places.add(new LatLon(StrictMath.rint(c.y * 1e7) / 1e7, StrictMath.rint(c.x * 1e7) / 1e7));
    }
    return places;
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
