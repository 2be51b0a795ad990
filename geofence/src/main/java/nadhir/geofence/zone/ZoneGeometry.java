package nadhir.geofence.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.yaml.Saying;
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

  /** Wider, and it is no neighbourhood of anything. */
  static final double MAX_BUFFER_M = 30_000;

  private static final List<String> LINES = List.of("Point", "LineString", "MultiLineString");

  private final LatLon siteCentre;
  private final OptionalDouble bufferM;
  private int places;

  /**
   * @param bufferM around a place or line
   */
  ZoneGeometry(YamlNode node, LatLon siteCentre, OptionalDouble bufferM) {
    this.node = node;
    this.siteCentre = siteCentre;
    this.bufferM = bufferM;
  }

  Optional<Area> read() {
    String type = node.text("type");
    List<YamlNode> coordinates =
        node.find("coordinates").map(c -> c.elements("coordinates")).orElse(List.of());
    if (LINES.contains(type)) {
      return buffered(type, coordinates);
    }
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
      node.mistake(
          "type",
          ZoneFault.NO_POLYGON.said(
              "a zone is a Polygon or MultiPolygon, not '" + type + "'", "type", type));
    } else if (bufferM.isPresent()) {
      node.mistake(
          ZoneFault.BUFFER_OF_POLYGON.said(
              "'buffer_m' is for a Point or a line; a " + type + " is the zone itself",
              "type",
              type));
    } else if (coordinates.isEmpty()) {
      node.mistake(ZoneFault.NO_COORDINATES.said("'coordinates' are missing or empty"));
    } else if (places > MAX_PLACES) {
      node.mistake(tooMany("outline"));
    }
    Optional<Area> area = node.make(() -> new Area(polygons, List.of()));
    area.ifPresent(this::checkShape);
    return node.make(area::orElseThrow);
  }

  private Optional<Area> buffered(String type, List<YamlNode> coordinates) {
    if (bufferM.isEmpty()) {
      node.mistake(
          "type",
          ZoneFault.BUFFER_MISSING.said(
              "a " + type + " needs a property 'buffer_m': the metres around it", "type", type));
      return Optional.empty();
    }
    double radiusM = bufferM.getAsDouble();
    if (!(radiusM > 0 && radiusM <= MAX_BUFFER_M)) {
      node.mistake(
          ZoneFault.BUFFER_RANGE.said(
              "'buffer_m' is more than 0 and at most " + (int) MAX_BUFFER_M,
              "most",
              "" + (int) MAX_BUFFER_M));
    }
    List<List<LatLon>> lines =
        switch (type) {
          case "Point" -> List.of(line(List.of(node.find("coordinates").orElse(node))));
          case "LineString" -> List.of(line(coordinates));
          default -> coordinates.stream().map(one -> line(one.elements("a line"))).toList();
        };
    if (places > MAX_PLACES) {
      node.mistake(tooMany("line"));
    } else if (!type.equals("Point") && lines.stream().anyMatch(line -> line.size() < 2)) {
      node.mistake(ZoneFault.LINE_TOO_SHORT.said("a line needs two places or more"));
    }
    Optional<Area> area =
        lines.isEmpty() ? Optional.empty() : node.make(() -> Buffers.around(lines, radiusM));
    area.ifPresent(this::checkShape);
    return node.make(area::orElseThrow);
  }

  private List<LatLon> line(List<YamlNode> elements) {
    List<double[]> positions = new ArrayList<>();
    for (YamlNode element : elements) {
      position(element).ifPresent(positions::add);
    }
    places += positions.size();
    if (looksSwapped(positions)) {
      node.mistake(swapped());
      return List.of();
    }
    List<LatLon> line = new ArrayList<>();
    for (double[] position : positions) {
      place(node, position).ifPresent(line::add);
    }
    return line;
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
      element.mistake(ZoneFault.POSITION.said("a position is [longitude, latitude]"));
      return Optional.empty();
    }
    double lonDeg = numbers.get(0).asNumber("a longitude");
    double latDeg = numbers.get(1).asNumber("a latitude");
    return element.make(() -> new double[] {lonDeg, latDeg});
  }

  private Optional<List<LatLon>> checkedRing(YamlNode ring, List<double[]> positions) {
    if (looksSwapped(positions)) {
      ring.mistake(swapped());
      return Optional.empty();
    }
    List<LatLon> ringPlaces = new ArrayList<>();
    for (double[] position : positions) {
      place(ring, position).ifPresent(ringPlaces::add);
    }
    checkWide(ring, ringPlaces);
    return ring.make(() -> ringPlaces).flatMap(_ -> closed(ring, ringPlaces));
  }

  private static Optional<List<LatLon>> closed(YamlNode ring, List<LatLon> places) {
    try {
      return Optional.of(new Area.Polygon(places, List.of()).outer());
    } catch (IllegalArgumentException e) {
      ring.mistake(ZoneFault.RING.said(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<LatLon> place(YamlNode node, double[] position) {
    try {
      return node.make(() -> position).map(p -> new LatLon(p[1], p[0]));
    } catch (IllegalArgumentException e) {
      node.mistake(
          ZoneFault.DEGREES.said(e.getMessage(), "lat", "" + position[1], "lon", "" + position[0]));
      return Optional.empty();
    }
  }

  private static Saying swapped() {
    return ZoneFault.SWAPPED.said("these look like lat,lon; GeoJSON wants [longitude, latitude]");
  }

  private static Saying tooMany(String what) {
    return ZoneFault.TOO_MANY_PLACES.said(
        "more than " + MAX_PLACES + " places in one zone: simplify the " + what,
        "most",
        "" + MAX_PLACES);
  }

  private static void checkWide(YamlNode ring, List<LatLon> places) {
    var span = places.stream().mapToDouble(LatLon::lonDeg).summaryStatistics();
    if (places.size() > 1 && span.getMax() - span.getMin() > 180) {
      ring.mistake(
          ZoneFault.ANTIMERIDIAN.said(
              "the ring crosses the antimeridian (180 degrees): split the zone there"));
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
      String place = at == null ? "" : String.format(Locale.ROOT, "%.5f N %.5f E", at.y, at.x);
      node.mistake(
          ZoneFault.of(error)
              .said(
                  "invalid outline: "
                      + error.getMessage()
                      + (place.isEmpty() ? "" : " at " + place),
                  "place",
                  place));
      return;
    }
    double km2 = area.polygons().stream().mapToDouble(p -> Geodesy.areaM2(p.outer())).sum() / 1e6;
    if (km2 > MAX_AREA_KM2) {
      node.mistake(
          ZoneFault.TOO_LARGE.said(
              String.format(
                  Locale.ROOT, "%.0f km² is too large for a zone (limit %.0f)", km2, MAX_AREA_KM2),
              "km",
              String.format(Locale.ROOT, "%.0f", km2),
              "most",
              String.format(Locale.ROOT, "%.0f", MAX_AREA_KM2)));
    }
    double fromCentreM = Geodesy.distanceM(centre(area), siteCentre);
    if (fromCentreM > MAX_FROM_CENTRE_M) {
      String km = String.format(Locale.ROOT, "%.0f", fromCentreM / 1_000);
      node.mistake(ZoneFault.TOO_FAR.said("lies " + km + " km from the site's centre", "km", km));
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
