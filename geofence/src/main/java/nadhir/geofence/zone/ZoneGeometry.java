package nadhir.geofence.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.yaml.YamlNode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Reads one GeoJSON geometry and says what is wrong with it, and where. */
final class ZoneGeometry {
  /** Limits of a zone: a warning must never reach wider than meant. */
  static final int MAX_PLACES = 1_000;

  static final double MAX_AREA_KM2 = 5_000;
  static final double MAX_FROM_CENTRE_M = 300_000;

  private final YamlNode node;
  private final LatLon siteCentre;
  private int places;

  ZoneGeometry(YamlNode node, LatLon siteCentre) {
    this.node = node;
    this.siteCentre = siteCentre;
  }

  Optional<Area> read() {
    String type = node.text("type");
    List<YamlNode> coordinates =
        node.find("coordinates").map(c -> c.elements("coordinates")).orElse(List.of());
    List<Area.Polygon> polygons =
        switch (type) {
          case "Polygon" -> polygon(coordinates).stream().toList();
          case "MultiPolygon" ->
              coordinates.stream()
                  .flatMap(one -> polygon(one.elements("a polygon")).stream())
                  .toList();
          default -> List.of();
        };
    if (!type.equals("Polygon") && !type.equals("MultiPolygon")) {
      node.mistake("type", "a zone is a Polygon or MultiPolygon, not '" + type + "'");
    } else if (coordinates.isEmpty()) {
      node.mistake("'coordinates' are missing or empty");
    } else if (places > MAX_PLACES) {
      node.mistake("more than " + MAX_PLACES + " places in one zone: simplify the outline");
    }
    Optional<Area> area = node.make(() -> new Area(polygons, List.of()));
    area.ifPresent(this::checkShape);
    return node.make(area::orElseThrow);
  }

  private Optional<Area.Polygon> polygon(List<YamlNode> rings) {
    List<List<LatLon>> read = new ArrayList<>();
    for (YamlNode ring : rings) {
      ring(ring).ifPresent(read::add);
    }
    return read.isEmpty()
        ? Optional.empty()
        : node.make(() -> new Area.Polygon(read.getFirst(), read.subList(1, read.size())));
  }

  private Optional<List<LatLon>> ring(YamlNode ring) {
    List<double[]> positions = new ArrayList<>();
    for (YamlNode element : ring.elements("a ring")) {
      position(element).ifPresent(positions::add);
    }
    places += positions.size();
    return ring.make(() -> positions).flatMap(all -> checkedRing(ring, all));
  }

  private static Optional<double[]> position(YamlNode element) {
    List<YamlNode> numbers = element.elements("a position");
    if (numbers.size() < 2 || numbers.size() > 3) {
      element.mistake("a position is [longitude, latitude]");
      return Optional.empty();
    }
    double lonDeg = numbers.get(0).asNumber("a longitude");
    double latDeg = numbers.get(1).asNumber("a latitude");
    return element.make(() -> new double[] {lonDeg, latDeg});
  }

  private Optional<List<LatLon>> checkedRing(YamlNode ring, List<double[]> positions) {
    if (looksSwapped(positions)) {
      ring.mistake("these look like lat,lon; GeoJSON wants [longitude, latitude]");
      return Optional.empty();
    }
    List<LatLon> ringPlaces = new ArrayList<>();
    for (double[] position : positions) {
      ring.make(() -> new LatLon(position[1], position[0])).ifPresent(ringPlaces::add);
    }
    checkWide(ring, ringPlaces);
    return ring.make(() -> new Area.Polygon(ringPlaces, List.of()).outer());
  }

  private static void checkWide(YamlNode ring, List<LatLon> places) {
    var span = places.stream().mapToDouble(LatLon::lonDeg).summaryStatistics();
    if (places.size() > 1 && span.getMax() - span.getMin() > 180) {
      ring.mistake("the ring crosses the antimeridian (180 degrees): split the zone there");
    }
  }

  /** Far from the site as written, and near it the other way round. */
  private boolean looksSwapped(List<double[]> positions) {
    return !positions.isEmpty()
        && positions.stream().allMatch(p -> !isNear(p[1], p[0]) && isNear(p[0], p[1]));
  }

  private boolean isNear(double latDeg, double lonDeg) {
    return Math.abs(latDeg) <= 90
        && Math.abs(lonDeg) <= 180
        && Geodesy.distanceM(new LatLon(latDeg, lonDeg), siteCentre) < MAX_FROM_CENTRE_M;
  }

  private void checkShape(Area area) {
    TopologyValidationError error = new IsValidOp(Shapes.polygons(area)).getValidationError();
    if (error != null) {
      Coordinate at = error.getCoordinate();
      String where = at == null ? "" : String.format(Locale.ROOT, " at %.5f N %.5f E", at.y, at.x);
      node.mistake("invalid outline: " + error.getMessage() + where);
      return;
    }
    double km2 = area.polygons().stream().mapToDouble(p -> Geodesy.areaM2(p.outer())).sum() / 1e6;
    if (km2 > MAX_AREA_KM2) {
      node.mistake(
          String.format(
              Locale.ROOT, "%.0f km² is too large for a zone (limit %.0f)", km2, MAX_AREA_KM2));
    }
    double fromCentreM = Geodesy.distanceM(centre(area), siteCentre);
    if (fromCentreM > MAX_FROM_CENTRE_M) {
      node.mistake(
          String.format(Locale.ROOT, "lies %.0f km from the site's centre", fromCentreM / 1_000));
    }
  }

  /** The centroid where it lies inside, else a place that does. */
  static LatLon centre(Area area) {
    Geometry shape = Shapes.polygons(area);
    Point centroid = shape.getCentroid();
    return Shapes.place(
        (shape.covers(centroid) ? centroid : shape.getInteriorPoint()).getCoordinate());
  }
}
