package nadhir.core.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;
import nadhir.core.lane.Actor;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:40:00Z");
  private static final FeedId USGS = new FeedId("usgs");

  private final Picture picture = new Picture();
  private long seq;

  private void happens(int minute, Event event) {
    seq++;
    Instant at = AT.plusSeconds(60L * minute);
    picture.fold(new Entry(seq, at, new Actor.House("test"), seq, event));
  }

  private void health(int minute, FeedHealth health, String why) {
    happens(minute, new Input.FeedHealthChanged(USGS, health, "", why));
  }

  private void report(int minute) {
    happens(
        minute,
        new Input.Reported(
            new HazardReport(
                new ReportId("usgs:a"),
                USGS,
                new HazardTypeId("earthquake"),
                HazardReport.Status.ACTUAL,
                AT,
                AT,
                AT.plusSeconds(60L * minute),
                Optional.empty(),
                Certainty.LIKELY,
                new Observation.Quake(4, "mb", OptionalDouble.empty(), OptionalInt.empty()),
                List.of(),
                "")));
  }

  private String feed() {
    JsonNode f = picture.find("feed", "usgs").orElseThrow();
    return "%s %s since %s, report %s"
        .formatted(
            f.get("health").asText(),
            f.get("why").asText(),
            f.path("since").asText("-"),
            f.path("lastReportAt").asText("-"));
  }

  @Test
  void aFeedTellsSinceWhenItIsSoAndWhenItLastBroughtSomething() {
    report(0);
    assertEquals("UNKNOWN  since -, report 2026-11-20T12:40:00Z", feed());
    health(1, FeedHealth.GREEN, "");
    assertEquals("GREEN  since 2026-11-20T12:41:00Z, report 2026-11-20T12:40:00Z", feed());
    report(2);
    health(9, FeedHealth.GREY, "silent");
    assertEquals("GREY silent since 2026-11-20T12:49:00Z, report 2026-11-20T12:42:00Z", feed());
  }

  @Test
  void aLineOfTheLogHasNoBulk() {
    var contour = new Observation.Contour(6, List.of());
    var quake =
        new HazardDetail.Quake(
            7,
            "mww",
            10_000,
            USGS,
            "only-one",
            List.of(),
            OptionalDouble.empty(),
            Optional.of(new Observation.ShakeMap(1, List.of(contour))));
    happens(
        0,
        new HazardEvent.Opened(
            new Hazard(
                new HazardId("haz-1"),
                new HazardTypeId("earthquake"),
                1,
                Hazard.Status.ACTIVE,
                AT,
                AT,
                AT,
                Optional.empty(),
                Certainty.LIKELY,
                quake,
                List.of(),
                Optional.empty())));
    JsonNode line = picture.find("log", "000000000001").orElseThrow();
    assertEquals(7, line.at("/event/hazard/detail/magnitude").asInt());
    assertFalse(line.toString().contains("contours"), line::toString);
  }
}
