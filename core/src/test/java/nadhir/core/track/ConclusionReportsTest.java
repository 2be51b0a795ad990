package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.id.FeedId;
import nadhir.core.json.DomainJson;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.sim.RoundPlaces;
import org.junit.jupiter.api.Test;

/** What the hazard desk gets of an episode. */
class ConclusionReportsTest {
  private final Conversation sea =
      new Conversation(RoundPlaces.none().and("terminal", 29.47, 34.9766, 300));

  @Test
  void anEpisodeIsOneReportThatIsRevisedAndWithdrawn() {
    assertEquals(
        """
        ais:438000001/adrift/2026-11-20T12:00:00Z vessel-in-trouble ACTUAL 12:10:00 LIKELY 29.4673
        ais:438000001/adrift/2026-11-20T12:00:00Z vessel-in-trouble ACTUAL 12:20:00 LIKELY 29.4645
        ais:438000001/adrift/2026-11-20T12:00:00Z vessel-in-trouble WITHDRAWN 12:23:00 LIKELY 29.4704
        """,
        reported(
            """
            11:59:00 438000001 type 70
            12:00:00-12:20:00/30 438000001 at 29.47 34.96 course 190 kn 1 heading 100
            12:20:30-12:24:00/30 438000001 at 29.4645 34.96 course 10 kn 8.7 heading 10
            """));
  }

  @Test
  void aCollisionNamesTheOther() {
    assertEquals(
        """
        ais:438000001/collision-course/2026-11-20T12:00:00Z collision-risk ACTUAL 12:00:10 POSSIBLE 29.4005
        """,
        reported(
            """
            12:00:00-12:01:00/10 438000001 at 29.40 34.95 course 0 kn 10
            12:00:00-12:01:00/10 438000002 at 29.43 34.95 course 180 kn 10
            """));
    var vessel = (Observation.Vessel) reports.getFirst().observation();
    assertEquals("438000002", vessel.other());
    assertEquals(0, vessel.closestM().orElseThrow(), 1);
    assertEquals(
        Conversation.at("12:05:24"),
        vessel
            .closestAt()
            .orElseThrow()
            .minusMillis(vessel.closestAt().orElseThrow().toEpochMilli() % 1_000));
  }

  @Test
  void theyAreWrittenIntoTheJournalAndReadAgain() {
    reported("12:00:00-12:20:00/30 438000001 at 29.47 34.96 course 190 kn 1 heading 100");
    for (HazardReport report : reports) {
      assertEquals(report, DomainJson.read(DomainJson.write(report), HazardReport.class));
    }
    assertEquals(2, reports.size());
  }

  private final List<HazardReport> reports = new ArrayList<>();

  private String reported(String lines) {
    reports.clear();
    sea.play(lines, c -> reports.add(ConclusionReports.of(new FeedId("ais"), c)));
    return String.join("", reports.stream().map(ConclusionReportsTest::told).toList());
  }

  private static String told(HazardReport r) {
    return "%s %s %s %s %s %.4f%n"
        .formatted(
            r.id(),
            r.type(),
            r.status(),
            r.updatedAt().toString().substring(11, 19),
            r.certainty(),
            r.place().orElseThrow().latDeg());
  }
}
