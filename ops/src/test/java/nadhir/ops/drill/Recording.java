package nadhir.ops.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import nadhir.core.json.DomainJson;
import nadhir.core.sim.Samples;

/**
 * A recording made of real samples: a week of earthquakes, two stream gauges, a coast's AIS. No
 * samples of one week were found, so the gauges' document is moved to the week of the earthquakes,
 * by whole days and nothing else; it is cut into what a poll would have brought at each moment. All
 * beacons in the samples are tests; the last file is one of them with its navigational status
 * changed from 15 (test) to 14 (active).
 */
final class Recording {
  private static final String QUAKES = "earthquake/usgs_2.5_week_2016-04-12.geojson";
  private static final String GAUGES = "flood/usgs_nwis_iv_two_sites_two_params_iv.json";
  private static final String COAST = "marine/dma_stream_example.txt";
  private static final String BEACONS = "marine/distress_sart_mob.aivdm";

  private static final Instant FIRST_POLL = Instant.parse("2016-04-12T09:45:00Z");
  private static final Instant LAST_POLL = Instant.parse("2016-04-12T18:00:00Z");
  private static final Duration POLL = Duration.ofMinutes(15);

  /** In an AIS position: where the last bits of the navigational status are. */
  private static final int STATUS_CHARACTER = 6;

  private static final String HEAD =
      """
      name: real-samples
      start: 2016-04-12T09:31:00Z
      seed: 7
      people:
        op-1: [operator]
        ap-1: [approver]
        di-1: [dispatcher]
      reactions:
        - {when: {alert: "*"}, as: [op-1, ap-1], after: 1 min, apart: 1 min, do: approve}
        - {when: {incident: "*"}, as: di-1, after: 1 min, do: assign recommended}
        - {when: {assignment: "*"}, as: di-1, do: move, en-route: 1 min, on-scene: 9 min, clear: 30 min}
      entries:
      """;

  private final Path folder;
  private final StringBuilder entries = new StringBuilder();

  private Recording(Path folder) {
    this.folder = folder;
  }

  /** Writes it into {@code folder}. */
  static Path make(Path folder) throws IOException {
    var recording = new Recording(folder);
    recording.copy("2016-04-12T09:31:00Z", "usgs-geojson", "usgs", QUAKES, "quakes.geojson");
    recording.gauges();
    recording.copy("2016-04-12T11:00:00Z", "ais", "ais", COAST, "coast.txt");
    recording.copy("2016-04-12T11:05:00Z", "ais", "ais", BEACONS, "beacons.aivdm");
    recording.beacon("2016-04-12T11:10:00Z");
    Files.writeString(folder.resolve("recording.yaml"), HEAD + recording.entries);
    return folder;
  }

  private void copy(String at, String format, String feed, String sample, String file)
      throws IOException {
    Files.copy(Samples.sample(sample), folder.resolve(file));
    entry(at, format, feed, file);
  }

  private void entry(String at, String format, String feed, String file) {
    entries.append(
        "  - {at: %s, format: %s, feed: %s, file: %s}\n".formatted(at, format, feed, file));
  }

  private void gauges() throws IOException {
    String text =
        Files.readString(Samples.sample(GAUGES))
            .replace("2019-02-17T", "2016-04-11T")
            .replace("2019-02-18T", "2016-04-12T");
    for (Instant at = FIRST_POLL; !at.isAfter(LAST_POLL); at = at.plus(POLL)) {
      String file = "gauges-" + at.getEpochSecond() + ".json";
      Files.writeString(folder.resolve(file), upTo(at, text));
      entry(at.toString(), "nwis-json", "gauges", file);
    }
  }

  /** The document without what was measured later. */
  private static String upTo(Instant at, String text) throws IOException {
    JsonNode document = DomainJson.mapper().readTree(text);
    for (JsonNode series : document.path("value").path("timeSeries")) {
      for (JsonNode method : series.path("values")) {
        var values = ((ArrayNode) method.path("value")).elements();
        while (values.hasNext()) {
          var measured = OffsetDateTime.parse(values.next().path("dateTime").asText());
          if (measured.toInstant().isAfter(at)) {
            values.remove();
          }
        }
      }
    }
    return document.toString();
  }

  private void beacon(String at) throws IOException {
    String test =
        Files.readAllLines(Samples.sample(BEACONS)).stream()
            .filter(line -> line.contains(",1>O5")) // MMSI 972122131
            .findFirst()
            .orElseThrow();
    Files.writeString(folder.resolve("active.aivdm"), active(test) + "\n");
    entry(at, "ais", "ais", "active.aivdm");
  }

  private static String active(String test) {
    String[] fields = test.split(",");
    char[] payload = fields[5].toCharArray();
    char status = payload[STATUS_CHARACTER];
    payload[STATUS_CHARACTER]--;
    fields[5] = new String(payload);
    String[] tail = fields[6].split("\\*");
    int checksum = HexFormat.fromHexDigits(tail[1].strip()) ^ status ^ payload[STATUS_CHARACTER];
    fields[6] = tail[0] + "*" + HexFormat.of().withUpperCase().toHexDigits((byte) checksum);
    return String.join(",", fields);
  }
}
