package nadhir.drills.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.alert.Channel;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.Entry;
import nadhir.core.feed.Lookout;
import nadhir.core.id.AlertId;
import nadhir.core.journal.InMemoryJournal;
import nadhir.core.json.DomainJson;
import nadhir.drills.report.DrillReport;
import nadhir.drills.report.ReportBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report over the player's short evening. */
class DrillReportTest {
  private final List<Entry> entries;
  private final InMemoryJournal journal = new InMemoryJournal();

  DrillReportTest() throws InterruptedException {
    var clock = new DrillClock(Plays.START, false, Pace.max());
    try (var lane = new SmallLane(journal, clock)) {
      new DrillPlayer(
              SmallLane.LANE,
              Plays.evening(),
              new DrillPlayer.Settings(7, false),
              lane.port,
              new DrillPlayer.Ports(
                  ReceiptPort.NONE, (_, _) -> Plays.INSTITUTIONS, Lookout.Post.EMPTY, (_, _) -> {}),
              clock,
              Pace.max())
          .run();
    }
    entries = SmallLane.entries(journal);
  }

  @Test
  void theReportHasTheAgreedShape() throws IOException {
    JsonNode report = DomainJson.mapper().readTree(report(entries).json());
    assertEquals(
        "lane seed startedAt endedAt reports hazards assessments alerts incidents journal",
        names(report));
    assertEquals("accepted rejected", names(report.path("reports")));
    assertEquals(
        "id type revisions firstReportAt lastReportAt", names(report.path("hazards").path(0)));
    assertEquals(
        "id references msgType status level languages zones proposedAt issuedAt approvedBy"
            + " audience deliveries reportToIssueMs issueToLastAcceptMs",
        names(report.path("alerts").path(0)));
    assertEquals("push sms", names(report.path("alerts").path(0).path("deliveries")));
    assertEquals(
        "pending delivered sent failed unknown expired suppressed duplicates",
        names(report.path("alerts").path(0).path("deliveries").path("sms")));
    assertEquals("id openedAt closedAt assignments", names(report.path("incidents").path(0)));
    assertEquals(
        "unit assignedAt onSceneAt clearAt",
        names(report.path("incidents").path(0).path("assignments").path(0)));
    assertEquals("entries head stateHash", names(report.path("journal")));
  }

  @Test
  void theReportTellsWhatHappened() throws IOException {
    JsonNode report = DomainJson.mapper().readTree(report(entries).json());
    assertEquals("drill:test", report.path("lane").asText());
    assertEquals(7, report.path("seed").asInt());
    assertEquals("2026-11-20T12:00:00Z", report.path("startedAt").asText());
    assertEquals("2026-11-20T13:00:00Z", report.path("endedAt").asText());
    assertEquals("{\"accepted\":1,\"rejected\":{\"BAD\":3}}", report.path("reports").toString());
    assertEquals(2, report.path("hazards").size());
    assertEquals(
        """
        alert-12/1 [] Alert Exercise red ["ar","en"] 12:04 12:07 ["op-1","ap-1"] 140 180000 0
        alert-43/1 [] Alert Exercise red ["ar","en"] 12:20 12:23 ["op-1","ap-1"] 140 180000 0
        alert-12/2 ["alert-12/1"] Cancel Exercise red ["ar","en"] 12:30 12:33 ["op-1","ap-1"] 140 180000 0
        """,
        lines(report.path("alerts")));
    assertEquals(
        "{\"pending\":0,\"delivered\":90,\"sent\":3,\"failed\":2,\"unknown\":1,\"expired\":0,"
            + "\"suppressed\":4,\"duplicates\":5}",
        report.path("alerts").path(0).path("deliveries").path("sms").toString());
    assertEquals(
        "[{\"unit\":\"amb-1\",\"assignedAt\":\"2026-11-20T12:05:00Z\","
            + "\"onSceneAt\":\"2026-11-20T12:16:00Z\",\"clearAt\":\"2026-11-20T12:31:00Z\"}]",
        report.path("incidents").path(0).path("assignments").toString());
    assertEquals(entries.size(), report.path("journal").path("entries").asInt());
    assertEquals(journal.head().hash(), report.path("journal").path("head").asText());
    assertEquals("cafe", report.path("journal").path("stateHash").asText());
  }

  @Test
  void whatIsStillBeingSentIsNotCalledNothing() throws IOException {
    var issued = entries.stream().filter(e -> e.event() instanceof AlertEvent.Issued).findFirst();
    var sofar = entries.subList(0, (int) issued.orElseThrow().seq());
    JsonNode alert = DomainJson.mapper().readTree(report(sofar).json()).path("alerts").path(0);
    assertTrue(alert.path("deliveries").path("sms").path("pending").isNull(), alert::toString);
    assertTrue(alert.path("audience").isNull());
    assertTrue(alert.path("issueToLastAcceptMs").isNull());
  }

  @Test
  void whatWasNeverIssuedHasNoDeliveries() throws IOException {
    var proposed =
        entries.stream().filter(e -> e.event() instanceof AlertEvent.Proposed).findFirst();
    var sofar = entries.subList(0, (int) proposed.orElseThrow().seq());
    JsonNode alert = DomainJson.mapper().readTree(report(sofar).json()).path("alerts").path(0);
    assertEquals("{}", alert.path("deliveries").toString());
    assertTrue(alert.path("issuedAt").isNull());
  }

  @Test
  void theReportIsWrittenToAFile(@TempDir Path folder) throws IOException {
    var file = folder.resolve("out.json");
    Files.writeString(file, "old");
    report(entries).write(file);
    assertEquals(report(entries).json(), Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  private DrillReport report(List<Entry> entries) {
    var builder = new ReportBuilder(SmallLane.LANE);
    entries.forEach(builder::fold);
    return builder.build(journal.head(), "cafe", new Counts());
  }

  private static final class Counts implements ReportBuilder.Counts {
    @Override
    public SortedMap<String, Long> rejected() {
      return new TreeMap<>(java.util.Map.of("BAD", 3L));
    }

    @Override
    public int duplicates(AlertId alert, int revision, Channel channel) {
      return channel == Channel.SMS ? 5 : 0;
    }
  }

  private static String names(JsonNode node) {
    return String.join(" ", (Iterable<String>) node::fieldNames);
  }

  private static String lines(JsonNode alerts) {
    var lines = new StringBuilder();
    for (JsonNode a : alerts) {
      lines.append(
          "%s %s %s %s %s %s %s %s %s %d %d %d%n"
              .formatted(
                  a.path("id").asText(),
                  a.path("references"),
                  a.path("msgType").asText(),
                  a.path("status").asText(),
                  a.path("level").asText(),
                  a.path("languages"),
                  a.path("proposedAt").asText().substring(11, 16),
                  a.path("issuedAt").asText().substring(11, 16),
                  a.path("approvedBy"),
                  a.path("audience").asInt(),
                  a.path("reportToIssueMs").asInt(),
                  a.path("issueToLastAcceptMs").asInt()));
    }
    return lines.toString();
  }
}
