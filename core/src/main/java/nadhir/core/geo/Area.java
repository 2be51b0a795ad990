package nadhir.core.geo;

import java.util.List;

/**
 * An area as plain rings: polygons with holes, and circles. Inside means inside any of them. Rings
 * are closed (first place equals last) and have at least four places.
 */
public record Area(List<Polygon> polygons, List<Circle> circles) {
  public Area {
    polygons = List.copyOf(polygons);
    circles = List.copyOf(circles);
    if (polygons.isEmpty() && circles.isEmpty()) {
      throw new IllegalArgumentException("an area needs a polygon or a circle");
    }
  }

  public static Area circle(LatLon centre, double radiusM) {
    return new Area(List.of(), List.of(new Circle(centre, radiusM)));
  }

  public static Area polygon(List<LatLon> outer) {
    return new Area(List.of(new Polygon(outer, List.of())), List.of());
  }

  /**
   * Whether a place is in any of its parts; an edge belongs to the area, also that of a hole.
   * Polygons as JTS {@code covers} has them, exactly, and not across the date line; circles as
   * {@link Sphere} measures.
   */
  public boolean covers(LatLon place) {
    return polygons.stream().anyMatch(p -> p.covers(place))
        || circles.stream().anyMatch(c -> c.covers(place));
  }

  /**
   * Whether a place is in it or so near to it that one who was in it has not left. Metres to a
   * polygon are those of a plane that touches the sphere at the place.
   *
   * @param marginM 0 or more
   */
  public boolean isWithin(double marginM, LatLon place) {
    return polygons.stream().anyMatch(p -> p.isWithin(marginM, place))
        || circles.stream().anyMatch(c -> c.isWithin(marginM, place));
  }

  /** One polygon: its outer ring, and holes. */
  public record Polygon(List<LatLon> outer, List<List<LatLon>> holes) {
    public Polygon {
      outer = closed(outer);
      holes = holes.stream().map(Polygon::closed).toList();
    }

    boolean covers(LatLon place) {
      return Ring.side(outer, place) != Ring.Side.OUTSIDE
          && holes.stream().noneMatch(hole -> Ring.side(hole, place) == Ring.Side.INSIDE);
    }

    boolean isWithin(double marginM, LatLon place) {
      return covers(place)
          || Ring.distanceM(outer, place) <= marginM
          || holes.stream().anyMatch(hole -> Ring.distanceM(hole, place) <= marginM);
    }

    private static List<LatLon> closed(List<LatLon> ring) {
      if (ring.size() < 4 || !ring.getFirst().equals(ring.getLast())) {
        throw new IllegalArgumentException("a ring needs four places or more and must be closed");
      }
      return List.copyOf(ring);
    }
  }

  /** All places at most {@code radiusM} metres from the centre. */
  public record Circle(LatLon centre, double radiusM) {
    public Circle {
      if (!(radiusM > 0 && radiusM < 20_000_000)) {
        throw new IllegalArgumentException("a radius is more than 0 m, not " + radiusM);
      }
    }

    boolean covers(LatLon place) {
      return isWithin(0, place);
    }

    boolean isWithin(double marginM, LatLon place) {
      return Sphere.distanceM(centre, place) <= radiusM + marginM;
    }
  }
}
