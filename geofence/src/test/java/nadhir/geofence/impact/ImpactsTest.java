package nadhir.geofence.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ZoneId;
import nadhir.core.report.Certainty;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;
import nadhir.core.risk.ZoneImpact;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

class ImpactsTest {
  private static final Instant START = Instant.parse("2026-11-20T12:30:00Z");
  private static final AqabaPack AQABA = AqabaPack.real();

  private final Impacts impacts =
      new Impacts(AQABA.site().timeZone(), AQABA.head().gauges(), AQABA.zones());
  private final TreeMap<String, GaugeTrack> tracks = new TreeMap<>();
  private final TreeMap<String, Gauging.Heard> heard = new TreeMap<>();

  private static Hazard hazard(Optional<LatLon> place, HazardDetail detail) {
    return new Hazard(
        new HazardId("h"),
        new HazardTypeId("t"),
        1,
        Hazard.Status.ACTIVE,
        START,
        START,
        START,
        place,
        Certainty.OBSERVED,
        detail,
        List.of(),
        Optional.empty());
  }

  private GaugeState water(String id, int afterMin, double stageM) {
    Instant at = START.plus(Duration.ofMinutes(afterMin));
    tracks.merge(id, GaugeTrack.NONE.with(stageM, at), (before, _) -> before.with(stageM, at));
    heard.put(id, new Gauging.Heard(at, false));
    return new GaugeState(
        new GaugeId(id),
        at,
        OptionalDouble.of(stageM),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        false,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  private List<ZoneImpact> flood(int afterMin, GaugeState... states) {
    return impacts.of(
        hazard(Optional.empty(), new HazardDetail.Flood("yutum", List.of(states))),
        new Gauging(tracks, heard),
        START.plus(Duration.ofMinutes(afterMin)));
  }

  /** Zone, stage at the leading gauge, lead time and width of the window in minutes. */
  private static String table(List<ZoneImpact> impacts) {
    return impacts.stream()
        .map(
            impact ->
                String.format(
                    Locale.ROOT,
                    "%s %.1f %.0f %.0f\n",
                    impact.zone(),
                    impact.facts().getOrDefault("stage_m", -1.0),
                    impact.facts().getOrDefault("lead_min", -1.0),
                    impact.facts().getOrDefault("window_min", -1.0)))
        .collect(Collectors.joining());
  }

  @Test
  void waterAtTheUpperGaugeReachesTheZonesByTheirTravelTimes() {
    assertEquals(
        """
        airport-road 0.9 110 40
        shamiya 0.9 105 35
        wadi-yutum-upper 0.9 0 105
        yutum-channel 0.9 80 40
        """,
        table(flood(0, water("Y1", 0, 0.9))));
  }

  @Test
  void aLaterReadingDoesNotMoveTheArrival() {
    water("Y1", 0, 0.9);
    assertEquals(
        """
        airport-road 1.6 100 40
        shamiya 1.6 95 35
        wadi-yutum-upper 1.6 -10 105
        yutum-channel 1.6 70 40
        """,
        table(flood(10, water("Y1", 10, 1.6))));
  }

  @Test
  void waterAtTheMouthNarrowsTheWindowWhileTheUpperGaugeLeads() {
    var y1 = water("Y1", 0, 2.3);
    assertEquals(
        """
        airport-road 2.3 30 15
        shamiya 2.3 25 10
        wadi-yutum-upper 2.3 -90 105
        yutum-channel 2.3 0 15
        """,
        table(flood(90, y1, water("Y2", 90, 0.9))));
  }

  @Test
  void waterBelowActionTellsNoArrival() {
    assertFalse(flood(0, water("Y1", 0, 0.7)).stream().anyMatch(i -> i.arrivesFrom().isPresent()));
  }

  @Test
  void aDistressIsMeasuredToTheOutlines() {
    var distress =
        new HazardDetail.Distress(
            "972000001",
            Observation.DistressKind.MAN_OVERBOARD,
            OptionalDouble.empty(),
            OptionalDouble.of(0.2),
            8,
            OptionalInt.empty());
    var found =
        impacts.of(
            hazard(Optional.of(new LatLon(29.4700, 34.9690)), distress),
            new Gauging(tracks, heard),
            START);
    assertEquals(AQABA.zones().size(), found.size());
    var terminal =
        found.stream()
            .filter(impact -> impact.zone().equals(new ZoneId("container-terminal")))
            .findFirst()
            .orElseThrow();
    // from the corner at 29.4690 N 34.9748 E: 562 m east and 111 m south
    assertEquals(0.573, terminal.facts().get("distance_km"), 0.01);
    assertEquals(8.0, terminal.facts().get("messages"));
  }

  @Test
  void aStatementGivesItsSpanToEveryZone() {
    Instant until = START.plus(Duration.ofHours(6));
    var stated =
        new HazardDetail.Stated(
            Severity.SEVERE,
            START,
            Optional.of(until),
            "Red Sea trough",
            Optional.empty(),
            Optional.empty());
    var found = impacts.of(hazard(Optional.empty(), stated), new Gauging(tracks, heard), START);
    assertEquals(Optional.of(START), found.getFirst().arrivesFrom());
    assertEquals(Optional.of(until), found.getFirst().arrivesTo());
    assertEquals(3.0, found.getFirst().facts().get("severity_rank"));
    // 15:30 in Aqaba
    assertEquals(15.0, found.getFirst().facts().get("hour_local"));
    assertFalse(found.getFirst().facts().containsKey("distance_km"));
  }

  @Test
  void aQuakeWithoutAPlaceTouchesNoZone() {
    var quake =
        new HazardDetail.Quake(
            7.2,
            "Mw",
            18_000,
            new FeedId("usgs"),
            "only-one",
            List.of(),
            OptionalDouble.empty(),
            Optional.empty());
    assertEquals(
        List.of(), impacts.of(hazard(Optional.empty(), quake), new Gauging(tracks, heard), START));
  }
}
