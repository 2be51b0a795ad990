package nadhir.ops.warning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  /** People in a town, and how near an earthquake must be that they tell of. */
  private static final String FELT =
      """
        - {name: %s, hazard: earthquake, zones: [%s], felt: 20, withinKm: 60, place: {lat: %s, lon: %s}}
      """;

  private static final List<String[]> TOWNS =
      List.of(
          new String[] {"hollister", "36.852", "-121.402"},
          new String[] {"oakland", "37.804", "-122.271"},
          new String[] {"san-jose", "37.336", "-121.891"},
          new String[] {"monterey", "36.600", "-121.894"});

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
            "source: at least 20 people told the U.S. Geological Survey that they felt it, and it"
                + " was at most 60 km away\nhorizon: 1 h\nevents:\n");
    for (String[] t : TOWNS) {
      observed.append(FELT.formatted("felt-in-" + t[0], t[0], t[1], t[2]));
    }
    return recording.with(
        "week-2023-04-07",
        origin(quakes.getFirst()),
        origin(quakes.getLast()).plus(Duration.ofHours(2)),
        observed.toString());
  }

  private static Instant origin(JsonNode quake) {
    return Instant.ofEpochMilli(quake.path("properties").path("time").asLong());
  }
}
