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
import nadhir.core.geo.Area;
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
import nadhir.geofence.impact.flood.GaugeTrack;
import nadhir.geofence.impact.flood.Gauging;
import org.junit.jupiter.api.Test;

class ImpactsTest {
  private static final Instant START = Instant.parse("2026-11-20T12:30:00Z");
  private static final AqabaPack AQABA = AqabaPack.real();

  private final Impacts impacts =
      new Impacts(
          AQABA.site().timeZone(), AQABA.head().gauges(), AQABA.zones(), AQABA.head().models());
  private final TreeMap<String, GaugeTrack> tracks = new TreeMap<>();
  private final TreeMap<String, Gauging.Heard> heard = new TreeMap<>();

  private Around around() {
    return new Around(new Gauging(tracks, heard), List.of());
  }

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
    heard.put(id, Gauging.Heard.well(at));
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
        around(),
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

  /** At 2.3 m the water needs 88 minutes to Y2 at most: 100 at 1.5 m, 85 at 2.5 m. */
  @Test
  void waterAtTheMouthNarrowsTheWindowWhileTheUpperGaugeLeads() {
    var y1 = water("Y1", 0, 2.3);
    assertEquals(
        """
        airport-road 2.3 30 15
        shamiya 2.3 25 10
        wadi-yutum-upper 2.3 -90 88
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
        impacts.of(hazard(Optional.of(new LatLon(29.4700, 34.9690)), distress), around(), START);
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
    var found = impacts.of(hazard(Optional.empty(), stated), around(), START);
    assertEquals(Optional.of(START), found.getFirst().arrivesFrom());
    assertEquals(Optional.of(until), found.getFirst().arrivesTo());
    assertEquals(3.0, found.getFirst().facts().get("severity_rank"));
    // 15:30 in Aqaba
    assertEquals(15.0, found.getFirst().facts().get("hour_local"));
    assertFalse(found.getFirst().facts().containsKey("distance_km"));
  }

  private static String facts(List<ZoneImpact> impacts, String zone, String... keys) {
    var facts =
        impacts.stream()
            .filter(impact -> impact.zone().equals(new ZoneId(zone)))
            .findFirst()
            .orElseThrow()
            .facts();
    return zone
        + List.of(keys).stream()
            .map(key -> " " + key + "=" + facts.getOrDefault(key, Double.NaN))
            .collect(Collectors.joining())
        + "\n";
  }

  /**
   * 1.6 m at Y1, 0.9 of it at Y2 and 0.8 of that in Shamiya; the thresholds of Y1 and Y2 are alike.
   */
  @Test
  void theNetworkTellsHowHighTheWaterWillStand() {
    var impacts = flood(0, water("Y1", 0, 1.6));
    assertEquals(
        """
        wadi-yutum-upper peak_stage_m=1.6 peak_class=3.0
        yutum-channel peak_stage_m=1.44 peak_class=2.0
        shamiya peak_stage_m=1.152 peak_class=2.0
        """,
        facts(impacts, "wadi-yutum-upper", "peak_stage_m", "peak_class")
            + facts(impacts, "yutum-channel", "peak_stage_m", "peak_class")
            + facts(impacts, "shamiya", "peak_stage_m", "peak_class"));
  }

  private List<ZoneImpact> shallala(double rainMm30, Hazard... watches) {
    var rain =
        new GaugeState(
            new GaugeId("RG3"),
            START,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(rainMm30),
            false,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty());
    tracks.put("RG3", GaugeTrack.NONE.with(rainMm30, START));
    heard.put("RG3", Gauging.Heard.well(START));
    return impacts.of(
        hazard(Optional.empty(), new HazardDetail.Flood("shallala", List.of(rain))),
        new Around(new Gauging(tracks, heard), List.of(watches)),
        START);
  }

  /**
   * By hand for 40 mm in half an hour on curve number 88 (34.6 mm can be taken in): (40 - 6.93)² /
   * 67.71 = 16.154 mm run off, 0.4039 * 80 mm/h * 3.5 km² / 3.6 = 31.4 m³/s: moderate.
   */
  @Test
  void aGullyTellsItsRunoffAndItsMinutes() {
    assertEquals(
        """
        shallala lead_min=10.0 window_min=20.0 runoff_mm=16.154 runoff_m3ps=31.411 peak_class=3.0
        shallala-channel lead_min=5.0 window_min=15.0 runoff_mm=16.154 runoff_m3ps=31.411 \
        peak_class=3.0
        """,
        facts(
                shallala(40),
                "shallala",
                "lead_min",
                "window_min",
                "runoff_mm",
                "runoff_m3ps",
                "peak_class")
            + facts(
                shallala(40),
                "shallala-channel",
                "lead_min",
                "window_min",
                "runoff_mm",
                "runoff_m3ps",
                "peak_class"));
    assertEquals(
        "shallala lead_min=NaN peak_class=0.0\n",
        facts(shallala(9), "shallala", "lead_min", "peak_class"));
  }

  private static Hazard warning(Instant from, Instant until) {
    return hazard(
        Optional.empty(),
        new HazardDetail.Stated(
            Severity.SEVERE,
            from,
            Optional.of(until),
            "Red Sea trough",
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void aWatchHoldsOnlyInItsTime() {
    var hour = Duration.ofHours(1);
    assertEquals("shallala watch=0.0\n", facts(shallala(40), "shallala", "watch"));
    assertEquals(
        "shallala watch=1.0\n",
        facts(shallala(40, warning(START, START.plus(hour))), "shallala", "watch"));
    assertEquals(
        "shallala watch=0.0\n",
        facts(shallala(40, warning(START.minus(hour), START)), "shallala", "watch"));
    assertEquals(
        "shallala watch=0.0\n",
        facts(shallala(40, warning(START.plus(hour), START.plus(hour))), "shallala", "watch"));
  }

  private static HazardDetail.Quake quakeOf(double magnitude) {
    return new HazardDetail.Quake(
        magnitude,
        "Mw",
        18_000,
        new FeedId("usgs"),
        "only-one",
        List.of(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  private List<ZoneImpact> quake(double latDeg, double lonDeg, double magnitude) {
    return impacts.of(
        hazard(Optional.of(new LatLon(latDeg, lonDeg)), quakeOf(magnitude)), around(), START);
  }

  /** The formula's deviation at 82 km is 0.82 + 0.37 / (1 + (82 / 22.9)²) = 0.85. */
  @Test
  void aQuakeTellsItsRangeAndTheSea() {
    assertEquals(
        """
        old-town mmi=7.192 mmi_low=6.345 mmi_high=8.039 mmi_source=0.0 wave_from_min=NaN
        ayla mmi=7.659 mmi_low=6.814 mmi_high=8.505 mmi_source=0.0 wave_from_min=12.0
        durra mmi=6.506 mmi_low=5.643 mmi_high=7.368 mmi_source=0.0 wave_from_min=8.0
        """,
        List.of("old-town", "ayla", "durra").stream()
            .map(
                zone ->
                    facts(
                        quake(28.826, 34.799, 7.2),
                        zone,
                        "mmi",
                        "mmi_low",
                        "mmi_high",
                        "mmi_source",
                        "wave_from_min"))
            .collect(Collectors.joining()));
    assertEquals(
        "ayla wave_to_min=NaN\n", facts(quake(28.826, 34.799, 6.4), "ayla", "wave_to_min"));
    assertEquals("ayla wave_to_min=6.0\n", facts(quake(29.4, 34.94, 6.4), "ayla", "wave_to_min"));
    assertEquals("ayla wave_to_min=NaN\n", facts(quake(27.5, 34.5, 7.2), "ayla", "wave_to_min"));
  }

  private Hazard release(String title) {
    return ofType(
        "chemical-release",
        new LatLon(29.3629, 34.9626),
        new HazardDetail.Stated(
            Severity.EXTREME, START, Optional.empty(), title, Optional.empty(), Optional.empty()));
  }

  private static Hazard ofType(String type, LatLon place, HazardDetail detail) {
    Hazard plain = hazard(Optional.of(place), detail);
    return new Hazard(
        plain.id(),
        new HazardTypeId(type),
        1,
        plain.status(),
        START,
        START,
        START,
        plain.place(),
        plain.certainty(),
        detail,
        List.of(),
        Optional.empty());
  }

  /** 12:30 UTC is day. Told of no wind, the gas may go anywhere, and stays together longest. */
  @Test
  void aReleaseTellsWhomItCanReach() {
    assertEquals(
        """
        new-port isolation_km=0.6 protective_km=5.6 inside=1.0
        tala-bay isolation_km=0.6 protective_km=5.6 inside=1.0
        new-port isolation_km=0.6 protective_km=2.5 inside=1.0
        tala-bay isolation_km=0.6 protective_km=2.5 inside=0.0
        new-port isolation_km=0.1 protective_km=NaN inside=1.0
        """,
        gas("chlorine, tank container", "new-port")
            + gas("chlorine, tank container", "tala-bay")
            + gas("chlorine, wind 340 6 m/s", "new-port")
            + gas("chlorine, wind 340 6 m/s", "tala-bay")
            + gas("yellow cloud", "new-port"));
  }

  /** What an officer sees around it: the sector only in a wind that is known and blows. */
  @Test
  void aReleaseIsDrawnByWhatIsKnownOfItsWindAndSubstance() {
    assertEquals(
        """
        PROTECTIVE_CIRCLE 5600 600
        PROTECTIVE_SECTOR 2500 600
        PROTECTIVE_CIRCLE 5600 600
        ISOLATION_CIRCLE 100 100
        """,
        around("chlorine, tank container")
            + around("chlorine, wind 340 6 m/s")
            + around("chlorine, wind 340 2 m/s")
            + around("yellow cloud"));
  }

  private String around(String title) {
    var e = impacts.extent(release(title), START).orElseThrow();
    return "%s %.0f %.0f\n".formatted(e.kind(), e.radiusM(), e.isolationM().orElseThrow());
  }

  private String gas(String title, String zone) {
    var found = impacts.of(release(title), around(), START);
    return facts(found, zone, "isolation_km", "protective_km", "inside");
  }

  @Test
  void aWarningThatIsDrawnTellsWhichZonesItTouches() {
    var area = Area.circle(new LatLon(29.523, 35.012), 500);
    var drawn =
        hazard(
            Optional.empty(),
            new HazardDetail.Stated(
                Severity.SEVERE,
                START,
                Optional.empty(),
                "storm",
                Optional.of(area),
                Optional.empty()));
    var found = impacts.of(drawn, around(), START);
    assertEquals(
        "shallala inside=1.0\ntala-bay inside=0.0\n",
        facts(found, "shallala", "inside") + facts(found, "tala-bay", "inside"));
    assertEquals("shallala watch=1.0\n", facts(shallala(40, drawn), "shallala", "watch"));
    assertEquals(Optional.empty(), impacts.extent(drawn, START));
  }

  /** 7 around the north of the city, 6 around all of it, and the south beyond the map. */
  @Test
  void aShakeMapOverridesTheFormulaWhereItReaches() {
    var map =
        new Observation.ShakeMap(
            3,
            List.of(
                new Observation.Contour(6, List.of(square(29.5, 29.7))),
                new Observation.Contour(7, List.of(square(29.52, 29.65)))));
    var shaken =
        new HazardDetail.Quake(
            7.2,
            "Mw",
            18_000,
            new FeedId("usgs"),
            "only-one",
            List.of(),
            OptionalDouble.of(5.5),
            Optional.of(map));
    var found =
        impacts.of(hazard(Optional.of(new LatLon(28.826, 34.799)), shaken), around(), START);
    assertEquals(
        """
        shamiya mmi=7.0 mmi_low=7.0 mmi_high=10.0 mmi_source=1.0 felt_mmi=5.5
        old-port mmi=6.0 mmi_low=6.0 mmi_high=7.0 mmi_source=1.0 felt_mmi=5.5
        durra mmi=6.506 mmi_low=5.643 mmi_high=7.368 mmi_source=0.0 felt_mmi=5.5
        """,
        List.of("shamiya", "old-port", "durra").stream()
            .map(z -> facts(found, z, "mmi", "mmi_low", "mmi_high", "mmi_source", "felt_mmi"))
            .collect(Collectors.joining()));
  }

  private static List<LatLon> square(double south, double north) {
    return List.of(
        new LatLon(south, 34.9),
        new LatLon(south, 35.1),
        new LatLon(north, 35.1),
        new LatLon(north, 34.9),
        new LatLon(south, 34.9));
  }

  @Test
  void otherStatementsHaveNoProtectiveArea() {
    var fire =
        ofType(
            "fire",
            new LatLon(29.5265, 35.005),
            new HazardDetail.Stated(
                Severity.MINOR,
                START,
                Optional.empty(),
                "chlorine store",
                Optional.empty(),
                Optional.empty()));
    assertFalse(impacts.of(fire, around(), START).getFirst().facts().containsKey("protective_km"));
    assertEquals(Optional.empty(), impacts.extent(fire, START));
  }

  /** An hour in the usual wind and current: 567 m to the south, radius 999 m. */
  @Test
  void aDistressTellsWhereToSearchByNow() {
    var distress =
        new HazardDetail.Distress(
            "972000001",
            Observation.DistressKind.MAN_OVERBOARD,
            OptionalDouble.empty(),
            OptionalDouble.of(0.2),
            8,
            OptionalInt.empty());
    var hazard = hazard(Optional.of(new LatLon(29.4700, 34.9690)), distress);
    var later = START.plus(Duration.ofHours(1));
    var found = impacts.of(hazard, around(), later);
    assertEquals(
        "container-terminal search_radius_km=0.999 search_km=0.0\n",
        facts(found, "container-terminal", "search_radius_km", "search_km"));
    var extent = impacts.extent(hazard, later).orElseThrow();
    assertEquals(Extent.Kind.SEARCH, extent.kind());
    assertEquals(START, extent.since());
    assertEquals(999, extent.radiusM(), 1);
    var circle = extent.area().circles().getFirst();
    assertEquals(999, circle.radiusM(), 1);
    assertEquals(29.4649, circle.centre().latDeg(), 1e-4);
  }

  @Test
  void aQuakeWithoutAPlaceTouchesNoZone() {
    var quake = quakeOf(7.2);
    assertEquals(List.of(), impacts.of(hazard(Optional.empty(), quake), around(), START));
  }
}
