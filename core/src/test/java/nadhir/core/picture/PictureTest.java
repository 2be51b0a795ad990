package nadhir.core.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.dispatch.DangerPlace;
import nadhir.core.dispatch.UnitState;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Actor;
import nadhir.core.report.Certainty;
import nadhir.core.report.GaugeFault;
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
    happens(minute, new Input.Reported(quake("usgs:a", minute)));
  }

  private static HazardReport quake(String id, int minute) {
    return new HazardReport(
        new ReportId(id),
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
        "");
  }

  private static Hazard hazard(HazardDetail detail, List<ReportId> reports) {
    return new Hazard(
        new HazardId("haz-1"),
        new HazardTypeId("earthquake"),
        1,
        Hazard.Status.ACTIVE,
        AT,
        AT,
        AT,
        Optional.empty(),
        Certainty.LIKELY,
        detail,
        reports,
        Optional.empty());
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
    happens(0, new HazardEvent.Opened(hazard(quake, List.of())));
    JsonNode line = picture.find("log", "000000000001").orElseThrow();
    assertEquals(7, line.at("/event/hazard/detail/magnitude").asInt());
    assertFalse(line.toString().contains("contours"), line::toString);
  }

  @Test
  void whatIsInQuarantineIsShownUntilItIsBelieved() {
    happens(0, new HazardEvent.Quarantined(quake("usgs:a", 0), "in-the-future"));
    happens(0, new HazardEvent.Quarantined(quake("usgs:b", 0), "in-the-future"));
    assertEquals(
        "in-the-future", picture.find("quarantine", "usgs:a").orElseThrow().get("why").asText());
    var quake =
        new HazardDetail.Quake(
            4, "mb", 10_000, USGS, "only-one", List.of(), OptionalDouble.empty(), Optional.empty());
    happens(1, new HazardEvent.Opened(hazard(quake, List.of(new ReportId("usgs:a")))));
    assertEquals(Optional.empty(), picture.find("quarantine", "usgs:a"));
    assertTrue(picture.find("quarantine", "usgs:b").isPresent());
  }

  @Test
  void quarantineHoldsSoManyAndLetsTheFirstGo() {
    for (int i = 0; i <= Picture.MAX_QUARANTINED; i++) {
      happens(i, new HazardEvent.Quarantined(quake("usgs:" + i, i), "in-the-future"));
    }
    assertEquals(Optional.empty(), picture.find("quarantine", "usgs:0"));
    assertTrue(picture.find("quarantine", "usgs:1").isPresent());
  }

  @Test
  void aGaugeTellsItsFaultUntilItIsBack() {
    var gauge = new GaugeId("Y1");
    happens(0, new HazardEvent.GaugeFaulty(gauge, GaugeFault.STUCK, AT, "stuck, last 0.4"));
    assertEquals("STUCK", picture.find("gauge", "Y1").orElseThrow().get("fault").asText());
    happens(1, new HazardEvent.GaugeBack(gauge, AT));
    assertFalse(picture.find("gauge", "Y1").orElseThrow().has("fault"));
  }

  private String shown(String kind) {
    return picture.snapshot().path("objects").path(kind).toString();
  }

  @Test
  void aUnitInDangerIsShownUntilItIsSafe() {
    var unit = new UnitId("amb-1");
    var zone = new DangerPlace.Zone(new ZoneId("shamiya"));
    var drawn = new DangerPlace.Drawn(new AlertId("alr-1"));
    happens(0, new DispatchEvent.UnitEndangered(unit, zone, List.of("asm-1"), AT, false));
    happens(1, new DispatchEvent.UnitEndangered(unit, drawn, List.of("alr-1"), AT, true));
    happens(15, new DispatchEvent.UnitStays(unit, zone, AT));
    happens(16, new DispatchEvent.UnitSafe(unit, drawn, AT, AT, true));
    happens(17, new DispatchEvent.UnitStays(unit, drawn, AT));
    assertEquals(
        """
        {"amb-1|zone|shamiya":{"unit":"amb-1",\
        "place":{"type":"DangerPlace.Zone","zone":"shamiya"},"since":"2026-11-20T12:40:00Z",\
        "causes":["asm-1"],"already":false,"long":true}}""",
        shown("danger"));
    happens(18, new DispatchEvent.UnitSafe(unit, zone, AT, AT, false));
    assertEquals("", shown("danger"));
  }

  @Test
  void aUnitThatIsNotHeardIsShownUntilItIsBack() {
    var unit = new UnitId("amb-1");
    happens(0, new DispatchEvent.UnitUnheard(unit, new AssignmentId("asg-1"), AT));
    assertEquals(
        """
        {"amb-1":{"unit":"amb-1","assignment":"asg-1","since":"2026-11-20T12:40:00Z"}}""",
        shown("unheard"));
    happens(1, new DispatchEvent.UnitBack(unit, AT));
    assertEquals("", shown("unheard"));
  }

  @Test
  void whereAUnitWasSeenIsKnownUntilItIsSaidToBeElsewhere() {
    var unit = new UnitId("amb-1");
    var here = new LatLon(29.53, 35);
    moved(unit, UnitState.Status.AVAILABLE, new LatLon(29.5, 35));
    happens(1, new DispatchEvent.UnitAt(unit, here, AT));
    moved(unit, UnitState.Status.ASSIGNED, here);
    JsonNode shown = picture.find("unit", "amb-1").orElseThrow();
    assertEquals("ASSIGNED", shown.get("status").asText());
    assertEquals("2026-11-20T12:40:00Z", shown.get("seenAt").asText());
    moved(unit, UnitState.Status.AVAILABLE, new LatLon(29.5, 35));
    assertFalse(picture.find("unit", "amb-1").orElseThrow().has("seenAt"));
  }

  private void moved(UnitId unit, UnitState.Status status, LatLon place) {
    happens(0, new DispatchEvent.UnitMoved(new UnitState(unit, status, place, Optional.empty())));
  }
}
