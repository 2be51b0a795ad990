package nadhir.geofence.zone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.json.DomainJson;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * A sound outline near one that is not, for a person to look at: rings are closed, crossings become
 * outlines of their own, what is covered twice counts once (JTS {@code GeometryFixer}). Never used
 * without being asked for.
 */
public final class ZoneRepair {
  private static final int MAX_PLACES = 20_000;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /**
   * @param geoJson the whole Feature with the other outline
   * @param outlines how many it has become
   * @param km2 what they enclose
   */
  public record Offer(String geoJson, int outlines, double km2) {}

  private ZoneRepair() {}

  /** Empty where nothing of an outline can be read, or where it is sound. */
  public static Optional<Offer> of(String featureGeoJson) {
    try {
      return DomainJson.mapper().readTree(featureGeoJson) instanceof ObjectNode feature
          ? repaired(feature)
          : Optional.empty();
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static Optional<Offer> repaired(ObjectNode feature) {
    JsonNode geometry = feature.path("geometry");
    JsonNode coordinates = geometry.path("coordinates");
    List<Polygon> drawn = new ArrayList<>();
    switch (geometry.path("type").asText()) {
      case "Polygon" -> polygon(coordinates).ifPresent(drawn::add);
      case "MultiPolygon" -> coordinates.forEach(one -> polygon(one).ifPresent(drawn::add));
      default -> {
        return Optional.empty();
      }
    }
    Geometry before = FACTORY.createMultiPolygon(drawn.toArray(Polygon[]::new));
    if (drawn.isEmpty() || before.getNumPoints() > MAX_PLACES) {
      return Optional.empty();
    }
    Geometry after = GeometryFixer.fix(before);
    boolean same = before.isValid() && allClosed(geometry);
    return same || after.isEmpty() ? Optional.empty() : Optional.of(offer(feature, after));
  }

  private static boolean allClosed(JsonNode geometry) {
    boolean closed = true;
    boolean single = geometry.path("type").asText().equals("Polygon");
    for (JsonNode part : single ? List.of(geometry.path("coordinates")) : polygons(geometry)) {
      for (JsonNode ring : part) {
        closed &= ring.path(0).equals(ring.path(ring.size() - 1));
      }
    }
    return closed;
  }

  private static List<JsonNode> polygons(JsonNode geometry) {
    List<JsonNode> all = new ArrayList<>();
    geometry.path("coordinates").forEach(all::add);
    return all;
  }

  private static Optional<Polygon> polygon(JsonNode rings) {
    List<LinearRing> read = new ArrayList<>();
    rings.forEach(ring -> ring(ring).ifPresent(read::add));
    return read.isEmpty()
        ? Optional.empty()
        : Optional.of(
            FACTORY.createPolygon(
                read.getFirst(), read.stream().skip(1).toArray(LinearRing[]::new)));
  }

  private static Optional<LinearRing> ring(JsonNode positions) {
    List<Coordinate> places = new ArrayList<>();
    for (JsonNode position : positions) {
      double lonDeg = position.path(0).asDouble(Double.NaN);
      double latDeg = position.path(1).asDouble(Double.NaN);
      if (Math.abs(lonDeg) <= 180 && Math.abs(latDeg) <= 90) {
        places.add(new Coordinate(lonDeg, latDeg));
      }
    }
    if (places.size() > 1 && !places.getFirst().equals2D(places.getLast())) {
      places.add(places.getFirst().copy());
    }
    return places.size() < 4
        ? Optional.empty()
        : Optional.of(FACTORY.createLinearRing(places.toArray(Coordinate[]::new)));
  }

  private static Offer offer(ObjectNode feature, Geometry after) {
    ObjectNode other = feature.deepCopy();
    ObjectNode geometry = other.putObject("geometry").put("type", "MultiPolygon");
    ArrayNode polygons = geometry.putArray("coordinates");
    double m2 = 0;
    for (int i = 0; i < after.getNumGeometries(); i++) {
      if (after.getGeometryN(i) instanceof Polygon polygon) {
        ArrayNode rings = polygons.addArray();
        m2 += write(rings, polygon.getExteriorRing().getCoordinates());
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          m2 -= write(rings, polygon.getInteriorRingN(k).getCoordinates());
        }
      }
    }
    return new Offer(other.toPrettyString(), polygons.size(), m2 / 1e6);
  }

  /** Writes a ring; gives what it encloses, in square metres. */
  private static double write(ArrayNode rings, Coordinate[] ring) {
    ArrayNode out = rings.addArray();
    List<LatLon> places = new ArrayList<>();
    for (Coordinate place : ring) {
      out.addArray().add(place.x).add(place.y);
      places.add(Shapes.place(place));
    }
    return Geodesy.areaM2(places);
  }
}
