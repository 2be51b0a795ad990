package nadhir.ops.warning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.json.DomainJson;
import nadhir.core.sim.Samples;

/**
 * A week of the world's earthquakes as a recording. The sample holds the last version of each only,
 * so each comes, and calls itself updated, ten minutes after its origin: delays cannot be measured
 * with it, and are not.
 */
final class RealWeek {
  private static final String SAMPLE = "earthquake/usgs_all_week_2023-04-07_prettyprinted.geojson";
  private static final Duration AFTER = Duration.ofMinutes(10);

  /** So long a word on an earthquake is of use. */
  private static final Duration USEFUL = Duration.ofHours(1);

  /** So near a town, what people tell the source is held to be true for the town as well. */
  private static final double WITHIN_M = 40_000;

  private static final int PEOPLE = 20;

  /** The source's community intensity at which an earthquake counts as strong. */
  private static final double STRONG_CDI = 5;

  private static final String HAPPENED =
      """
        - {name: "%s in %s", hazard: earthquake, rules: [%s], zones: [%2$s], from: "%s", until: "%s"}
      """;

  private static final SortedMap<String, LatLon> TOWNS =
      new TreeMap<>(
          Map.of(
              "hollister", new LatLon(36.852, -121.402),
              "oakland", new LatLon(37.804, -122.271),
              "san-jose", new LatLon(37.336, -121.891),
              "monterey", new LatLon(36.600, -121.894),
              "arvin", new LatLon(35.209, -118.828)));

  private RealWeek() {}

  static Path record(Path folder) throws IOException {
    List<JsonNode> quakes = new ArrayList<>();
    DomainJson.mapper()
        .readTree(Files.readString(Samples.sample(SAMPLE)))
        .path("features")
        .forEach(quakes::add);
    quakes.sort(Comparator.comparing(RealWeek::origin));
    var recording = new RecordingFolder(folder);
    for (int i = 0; i < quakes.size(); i++) {
      Instant at = origin(quakes.get(i)).plus(AFTER);
      ((ObjectNode) quakes.get(i).path("properties")).put("updated", at.toEpochMilli());
      byte[] document =
          ("{\"type\":\"FeatureCollection\",\"features\":[" + quakes.get(i) + "]}")
              .getBytes(StandardCharsets.UTF_8);
      recording.entry(at, "usgs-geojson", "usgs", "quake-%04d.json".formatted(i), document);
    }
    var observed =
        new StringBuilder(
            "source: at least 20 people told the U.S. Geological Survey that they felt it, at most"
                + " 40 km away; strong where they told of intensity 5\nhorizon: 1 h\nevents:\n");
    quakes.forEach(quake -> TOWNS.forEach((town, at) -> observed.append(felt(quake, town, at))));
    return recording.with(
        "week-2023-04-07",
        origin(quakes.getFirst()),
        origin(quakes.getLast()).plus(Duration.ofHours(2)),
        observed.toString());
  }

  private static String felt(JsonNode quake, String town, LatLon at) {
    JsonNode facts = quake.path("properties");
    JsonNode place = quake.path("geometry").path("coordinates");
    var epicentre = new LatLon(place.path(1).asDouble(), place.path(0).asDouble());
    if (facts.path("felt").asInt() < PEOPLE || Sphere.distanceM(epicentre, at) > WITHIN_M) {
      return "";
    }
    String felt = happened(quake, town, "felt");
    return facts.path("cdi").asDouble() < STRONG_CDI
        ? felt
        : felt + happened(quake, town, "strong");
  }

  private static String happened(JsonNode quake, String town, String rule) {
    Instant from = origin(quake).truncatedTo(ChronoUnit.SECONDS);
    return HAPPENED.formatted(quake.path("id").asText(), town, rule, from, from.plus(USEFUL));
  }

  private static Instant origin(JsonNode quake) {
    return Instant.ofEpochMilli(quake.path("properties").path("time").asLong());
  }
}
