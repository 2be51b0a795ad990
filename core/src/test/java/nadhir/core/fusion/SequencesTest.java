package nadhir.core.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Actor;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.sim.DeskRunner;
import nadhir.core.sim.Samples;
import nadhir.core.sim.TestSite;
import org.junit.jupiter.api.Test;

/** Real revisions, as they came, through their decoder and the desk. */
class SequencesTest {
  private final List<String> lines = new ArrayList<>();
  private final PlayWords words = new PlayWords();
  private final DeskRunner runner =
      new DeskRunner(new HazardDesk(TestSite.info(), List.of(), List.of()), this::note);

  private void note(Entry entry) {
    String text = words.of(entry);
    if (!text.isEmpty()) {
      lines.add(entry.at().toString().substring(0, 19) + " " + text);
    }
  }

  private void take(HazardReport report) {
    runner.take(report.updatedAt(), new Actor.Feed(report.feed()), new Input.Reported(report));
  }

  private String said() {
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<HazardReport> decoded(FeedDecoder decoder, Path file) throws IOException {
    List<HazardReport> reports = new ArrayList<>();
    for (Decoded d : decoder.decode(Files.readAllBytes(file), Instant.EPOCH)) {
      if (d instanceof Decoded.Ok(var report)) {
        reports.add(report);
      }
    }
    return reports;
  }

  /**
   * The Southern California network's machine sees one blast as two earthquakes six seconds apart;
   * both are deleted, each several times over, and in the night one comes back as what it was.
   */
  @Test
  void twoAutomaticQuakesAreTakenBackAndOneTurnsOutToBeABlast() throws IOException {
    var decoder = FeedConfig.plain("ci", "quakeml").decoder();
    List<HazardReport> reports = new ArrayList<>();
    try (var files = Files.list(Samples.sample("earthquake/seq_ci37645983"))) {
      for (Path file : files.sorted(Comparator.comparing(SequencesTest::number)).toList()) {
        reports.addAll(decoded(decoder, file));
      }
    }
    assertEquals(15, reports.size());
    reports.forEach(this::take);
    assertEquals(
        """
        2017-05-15T17:05:48 opened H1 r1 M1.82 ci of 1
        2017-05-15T17:07:27 revised H1 r2 M1.69 ci of 1
        2017-05-15T17:07:46 opened H2 r1 M1.75 ci of 1
        2017-05-15T18:49:20 withdrawn H2 r2 M1.75 ci of 1
        2017-05-15T18:49:20 ignored ci:ci37645991 repeated
        2017-05-15T18:49:20 ignored ci:ci37645991 repeated
        2017-05-15T18:49:20 ignored ci:ci37645991 repeated
        2017-05-15T18:49:37 withdrawn H1 r3 M1.69 ci of 1
        2017-05-15T18:49:37 ignored ci:ci37645983 repeated
        2017-05-15T18:49:37 ignored ci:ci37645983 repeated
        2017-05-15T18:49:37 ignored ci:ci37645983 repeated
        2017-05-15T18:49:37 ignored ci:ci37645983 repeated
        2017-05-16T00:03:05 ignored ci:ci37645983 repeated
        2017-05-16T00:04:11 ignored ci:ci37645991 repeated
        2017-05-16T00:04:11 ignored ci:ci37645991 repeated
        """,
        said());
  }

  private static String number(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('-'));
  }

  /**
   * Botswana, M 6.5: the versions of its solution with the times at which they came, and between
   * them those of its ShakeMap; the last words are of years later.
   */
  @Test
  void botswanasVersionsReviseOneHazard() throws IOException {
    Path file = Samples.sample("earthquake/seq_us10008e3k_botswana/detail_all_versions.geojson");
    List<HazardReport> all =
        new ArrayList<>(decoded(FeedConfig.plain("usgs", "usgs-geojson").decoder(), file));
    all.addAll(shakeMaps(file));
    all.sort(Comparator.comparing(HazardReport::updatedAt));
    all.forEach(this::take);
    assertEquals(
        """
        2017-04-03T18:00:16 opened H1 r1 M6.5 usgs reviewed of 1
        2017-04-03T18:12:47 revised H1 r2 M6.5 usgs reviewed of 2 map v1
        2017-04-03T18:50:04 revised H1 r3 M6.5 usgs reviewed of 2 map v1
        2017-04-03T19:01:07 revised H1 r4 M6.5 usgs reviewed of 2 map v2
        2017-04-03T21:12:59 revised H1 r5 M6.5 usgs reviewed of 2 map v2
        2017-04-04T21:12:59 ended H1 nothing-more-heard
        2017-04-19T17:49:54 ignored usgs:us10008e3k hazard-ended
        2017-04-19T17:51:42 ignored maps:us10008e3k/shakemap hazard-ended
        2018-03-12T20:54:33 quarantined maps:us10008e3k/shakemap older-than-feed-allows
        2020-01-03T00:02:58 quarantined maps:us10008e3k/shakemap older-than-feed-allows
        2020-03-27T11:33:21 quarantined maps:us10008e3k/shakemap older-than-feed-allows
        2020-07-10T15:24:59 quarantined maps:us10008e3k/shakemap older-than-feed-allows
        2020-08-15T01:13:13 quarantined usgs:us10008e3k older-than-feed-allows
        """,
        said());
  }

  /** The maps that the document names, without their contours. */
  private static List<HazardReport> shakeMaps(Path file) throws IOException {
    List<HazardReport> maps = new ArrayList<>();
    JsonNode document = DomainJson.mapper().readTree(file.toFile());
    for (JsonNode map : document.path("properties").path("products").path("shakemap")) {
      Instant updatedAt = Instant.ofEpochMilli(map.path("updateTime").longValue());
      JsonNode facts = map.path("properties");
      maps.add(
          new HazardReport(
              new ReportId("maps:us10008e3k/shakemap"),
              new FeedId("maps"),
              new HazardTypeId("earthquake"),
              HazardReport.Status.ACTUAL,
              Instant.parse(facts.path("eventtime").asText()),
              updatedAt,
              updatedAt,
              Optional.empty(),
              Certainty.LIKELY,
              new Observation.ShakeMap(facts.path("version").asInt(), List.of()),
              List.of(new ReportId("comcat:us10008e3k")),
              ""));
    }
    return maps;
  }
}
