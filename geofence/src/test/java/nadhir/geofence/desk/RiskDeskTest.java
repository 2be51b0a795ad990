package nadhir.geofence.desk;

import static nadhir.geofence.desk.HazardWords.as;
import static nadhir.geofence.desk.HazardWords.ended;
import static nadhir.geofence.desk.HazardWords.flood;
import static nadhir.geofence.desk.HazardWords.opened;
import static nadhir.geofence.desk.HazardWords.overboard;
import static nadhir.geofence.desk.HazardWords.quake;
import static nadhir.geofence.desk.HazardWords.rain;
import static nadhir.geofence.desk.HazardWords.revised;
import static nadhir.geofence.desk.HazardWords.silent;
import static nadhir.geofence.desk.HazardWords.warning;
import static nadhir.geofence.desk.HazardWords.water;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.RiskEvent;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.GaugeId;
import nadhir.core.id.ZoneId;
import nadhir.core.report.Severity;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.risk.Slot;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

class RiskDeskTest {
  private static final String RULE =
      """
      rules:
        - rule: stage
          hazard: flash-flood
          when: stage_m >= stage_minor
          zones: zone = 'shamiya'
          level: red
          approve: one person
          message: flood
      """;

  private static RiskPlay play(String... moreLines) {
    return new RiskPlay(
        AqabaPack.with(
            new SiteFile("rules.yaml", RULE + "    " + String.join("\n    ", moreLines))));
  }

  private static Hazard yutum(int revision, GaugeState... gauges) {
    return flood("f", revision, "yutum", "12:00", gauges);
  }

  private static Hazard yutum(int revision, String at, double stageM) {
    return yutum(revision, water("Y1", at, stageM, 1));
  }

  /** Y1's water reaches Shamiya after 105 to 140 minutes. */
  private static final String SHAMIYA = " places=shamiya span=13:45-14:20 time=14:05; shamiya";

  @Test
  void aRuleFiresOnceAndEndsWithItsCondition() {
    assertEquals(
        """
        12:00 stage red two people: flood%1$s [single-sensor]
        12:20 cleared: condition over
        """
            .formatted(SHAMIYA),
        play()
            .then("12:00", opened(yutum(1, "12:00", 1.1)))
            .then("12:05", revised(yutum(2, "12:05", 1.4)))
            .then("12:10", revised(yutum(3, "12:10", 1.6)))
            .then("12:20", revised(yutum(4, "12:20", 0.9)))
            .told());
  }

  @Test
  void untilKeepsAFiredZoneBetweenTheThresholds() {
    assertEquals(
        """
        12:00 stage red two people: flood%1$s [single-sensor]
        12:40 cleared: condition over
        """
            .formatted(SHAMIYA),
        play("until: stage_m < 0.5")
            .then("12:00", opened(yutum(1, "12:00", 1.1)))
            .then("12:20", revised(yutum(2, "12:20", 0.9)))
            .then("12:30", revised(yutum(3, "12:30", 0.6)))
            .then("12:40", revised(yutum(4, "12:40", 0.4)))
            .told());
  }

  @Test
  void aFiredRuleStaysWhileItsGaugeIsSilent() {
    var last = water("Y1", "12:05", 1.4, 1);
    assertEquals(
        """
        12:00 stage red two people: flood%1$s [single-sensor]
        12:30 cleared: condition over
        """
            .formatted(SHAMIYA),
        play()
            .then("12:00", opened(yutum(1, "12:00", 1.1)))
            .then("12:05", revised(yutum(2, last)))
            .then("12:15", silent("Y1", "12:05"))
            .then("12:15", revised(yutum(3, silent(last))))
            .then("12:20", revised(yutum(4, silent(last), water("Y2", "12:20", 0.1, 0))))
            .then("12:30", new HazardEvent.GaugeBack(new GaugeId("Y1"), RiskPlay.at("12:30")))
            .then("12:30", revised(yutum(5, "12:30", 0.2)))
            .told());
  }

  @Test
  void aConditionMustHoldForItsTime() {
    assertEquals(
        """
        12:00 wake at 12:10 for stage|f
        12:10 stage red two people: flood%1$s [single-sensor]
        """
            .formatted(SHAMIYA),
        play("for: 10 min")
            .then("12:00", opened(yutum(1, "12:00", 1.1)))
            .then("12:05", revised(yutum(2, "12:05", 1.2)))
            .wake("12:10", "stage|f")
            .told());
  }

  @Test
  void aConditionThatDoesNotHoldLongEnoughFiresNothing() {
    assertEquals(
        """
        12:00 wake at 12:10 for stage|f
        12:05 no wake-up for stage|f
        12:06 wake at 12:16 for stage|f
        12:08 no wake-up for stage|f
        """,
        play("for: 10 min")
            .then("12:00", opened(yutum(1, "12:00", 1.1)))
            .then("12:05", revised(yutum(2, "12:05", 0.9)))
            .then("12:06", revised(yutum(3, "12:06", 1.1)))
            .then("12:08", ended("f", "12:08", "a test of the gauge"))
            .told());
  }

  @Test
  void aQuorumCountsLivingGaugesOverTheirThreshold() {
    var dry = rain("RG1", "12:00", 2);
    var wet = rain("RG1", "12:20", 16);
    assertEquals(
        "12:20 stage red one person: flood" + SHAMIYA + "\n",
        play("quorum: 2")
            .then("12:00", opened(yutum(1, dry, water("Y1", "12:00", 1.1, 1))))
            .then("12:10", revised(yutum(2, dry, water("Y1", "12:10", 1.4, 1))))
            .then("12:20", revised(yutum(3, wet, water("Y1", "12:20", 1.4, 1))))
            .told());
  }

  @Test
  void theLastLivingGaugeIsEnoughForTwoPeople() {
    var dry = rain("RG1", "12:00", 2);
    var play =
        play("quorum: 2")
            .then("12:00", opened(yutum(1, dry, water("Y1", "12:00", 1.1, 1))))
            .then("12:10", silent("RG1", "12:00"));
    assertEquals("12:10 stage red two people: flood" + SHAMIYA + " [single-sensor]\n", play.told());
    assertEquals(ApprovalPolicy.TWO_PEOPLE, play.last().approval());
  }

  @Test
  void withNoGaugeAliveNothingFires() {
    var last = silent(water("Y1", "12:00", 1.1, 1));
    assertEquals("", play("quorum: 1").then("12:10", opened(yutum(1, last))).told());
  }

  @Test
  void afterFiringARuleIsQuietForTheSameZones() {
    assertEquals(
        """
        12:00 quake-shore red one person: shore places=ayla time=12:00; ayla
        12:50 quake-shore red one person: shore places=ayla time=12:50; ayla
        """,
        new RiskPlay(
                AqabaPack.with(
                    new SiteFile(
                        "rules.yaml",
                        """
                        rules:
                          - rule: quake-shore
                            hazard: earthquake
                            when: magnitude >= 6 AND mmi >= 5
                            zones: zone = 'ayla'
                            again: 45 min
                            level: red
                            approve: one person
                            message: shore
                        """)))
            .then("12:00", opened(quake("a", 1, "12:00", 6.8)))
            .then("12:30", opened(quake("b", 1, "12:30", 6.4)))
            .then("12:50", opened(quake("c", 1, "12:50", 6.3)))
            .told());
  }

  @Test
  void quietDoesNotHideMoreZones() {
    assertEquals(
        """
        12:00 near orange one person: near places=container-terminal time=12:00; container-terminal
        12:05 near orange one person: near places=tala-bay time=12:05; tala-bay
        """,
        new RiskPlay(
                AqabaPack.with(
                    new SiteFile(
                        "rules.yaml",
                        """
                        rules:
                          - rule: near
                            hazard: distress-at-sea
                            when: distance_km <= 0.6
                            zones: kind IN ('port', 'hotel')
                            again: 1 h
                            level: orange
                            approve: one person
                            message: near
                        """)))
            .then("12:00", opened(overboard("a", 1, "12:00", new LatLon(29.4700, 34.9690))))
            .then("12:03", opened(overboard("b", 1, "12:03", new LatLon(29.4700, 34.9690))))
            .then("12:05", opened(overboard("c", 1, "12:05", new LatLon(29.4100, 34.9700))))
            .told());
  }

  @Test
  void strongQuakesNeedBothMagnitudeAndIntensity() {
    var aqaba = new RiskPlay(AqabaPack.real());
    aqaba.then("12:00", opened(quake("weak", 1, "12:00", 4.9)));
    assertEquals("", aqaba.told());
    aqaba.then("13:00", opened(quake("strong", 1, "13:00", 6.9)));
    ZoneImpact ayla =
        aqaba.entries().stream()
            .flatMap(
                e ->
                    e.event() instanceof RiskEvent.Assessed(var a)
                        ? a.zones().stream()
                        : Stream.<ZoneImpact>empty())
            .filter(impact -> impact.zone().equals(new ZoneId("ayla")))
            .findFirst()
            .orElseThrow();
    // 1.5 over firm ground: Ayla stands on fill. 84 km from the hypocentre at 3.5 km/s: 24 s
    assertEquals(7.3, ayla.facts().get("mmi"), 0.15);
    assertEquals(
        "2026-11-20T10:00:24", ayla.arrivesFrom().orElseThrow().toString().substring(0, 19));
  }

  @Test
  void anOldQuakeHeardLateFiresNothing() {
    assertEquals(
        "",
        new RiskPlay(AqabaPack.real()).then("14:00", opened(quake("q", 1, "12:00", 7.2))).told());
  }

  @Test
  void aWithdrawalIsNoEnd() {
    var quake = quake("q", 1, "12:00", 7.2);
    var withdrawn =
        new Hazard(
            quake.id(),
            quake.type(),
            2,
            Hazard.Status.WITHDRAWN,
            quake.occurredAt(),
            quake.firstReportAt(),
            quake.lastReportAt(),
            quake.place(),
            quake.certainty(),
            quake.detail(),
            quake.reports(),
            Optional.empty());
    var play = new RiskPlay(AqabaPack.real()).then("12:05", opened(quake));
    String before = play.told();
    play.then("12:20", new HazardEvent.Withdrawn(withdrawn));
    assertEquals(before, play.told());
    assertEquals(2, play.desk().snapshot().firings().size());
  }

  @Test
  void whatIsHeldFiresOnlyWhenItIsConfirmed() {
    var quake = quake("q", 1, "12:00", 7.2);
    var play = new RiskPlay(AqabaPack.real());
    play.then("12:01", opened(as(Hazard.Status.HELD, quake)))
        .then("12:02", revised(as(Hazard.Status.HELD, quake)));
    assertEquals("", play.told());
    play.then("12:03", revised(quake));
    assertEquals(2, play.desk().snapshot().firings().size());
  }

  @Test
  void whatHasFiredStaysWhileItsHazardIsHeldOrWithdrawn() {
    var play = new RiskPlay(AqabaPack.real()).then("12:05", opened(quake("q", 1, "12:00", 7.2)));
    String before = play.told();
    play.then("12:10", revised(as(Hazard.Status.HELD, quake("q", 2, "12:00", 3.0))))
        .then(
            "12:20",
            new HazardEvent.Withdrawn(as(Hazard.Status.WITHDRAWN, quake("q", 3, "12:00", 3.0))))
        .then("12:21", revised(as(Hazard.Status.WITHDRAWN, quake("q", 4, "12:00", 3.0))));
    assertEquals(before, play.told());
    assertEquals(2, play.desk().snapshot().firings().size());
    play.then("12:30", revised(quake("q", 5, "12:00", 3.0)));
    assertEquals(0, play.desk().snapshot().firings().size());
  }

  @Test
  void aWarningLowersTheThresholdOfRain() {
    var play =
        new RiskPlay(AqabaPack.real())
            .then("12:00", opened(flood("s", 1, "shallala", "12:00", rain("RG3", "12:00", 16))));
    assertEquals("", play.told());
    play.then("12:10", opened(warning("w", "12:10", "18:00", Severity.SEVERE)));
    assertEquals(
        List.of("12:10 weather-watch", "12:10 shallala-flash"),
        play.told().lines().map(l -> l.substring(0, l.indexOf(' ', 7))).toList());
  }

  @Test
  void aWarningThatEndsTakesItsThresholdBack() {
    var rules =
        """
        rules:
          - rule: watched
            hazard: flash-flood
            when: rain_mm_30 >= 15 AND watch = 1
            zones: wadi = 'shallala'
            level: red
            approve: one person
        """;
    var play =
        new RiskPlay(AqabaPack.with(new SiteFile("rules.yaml", rules)))
            .then("12:00", opened(flood("s", 1, "shallala", "12:00", rain("RG3", "12:00", 16))))
            .then("12:10", opened(warning("w", "12:10", "18:00", Severity.SEVERE)))
            .then("13:00", ended("w", "13:00", "taken back"));
    assertEquals(
        List.of("12:10 watched", "13:00 cleared:"),
        play.told().lines().map(l -> l.substring(0, l.indexOf(' ', 7))).toList());
  }

  @Test
  void theSeaIsWarnedOfWhereTheTableKnowsAWave() {
    var play =
        new RiskPlay(
                AqabaPack.with(
                    new SiteFile(
                        "rules.yaml",
                        """
                        rules:
                          - rule: sea
                            hazard: earthquake
                            when: wave_from_min >= 0 AND wave_to_min - age_min > 0
                            zones: shore = 'yes'
                            level: red
                            approve: one person
                        """)))
            .then("12:03", opened(quake("q", 1, "12:00", 6.6)));
    assertEquals(14, play.last().zones().size());
    play.then("12:20", revised(quake("q", 2, "12:00", 6.6)));
    assertEquals("12:20 cleared: condition over", play.told().lines().toList().getLast());
  }

  @Test
  void aQuakeRevisedDownLetsZonesGo() {
    var play =
        new RiskPlay(AqabaPack.real())
            .then("12:05", opened(quake("q", 1, "12:00", 7.2)))
            .then("12:10", revised(quake("q", 2, "12:00", 4.0)));
    assertEquals(
        List.of("12:10 cleared: condition over", "12:10 cleared: condition over"),
        play.told().lines().skip(2).toList());
  }

  @Test
  void rainThatJumpedLongAfterTheShakingIsNotDoubtedForIt() {
    var play =
        new RiskPlay(AqabaPack.real())
            .then("12:02", opened(quake("q", 1, "12:00", 7.2)))
            .then("12:11", opened(flood("s", 1, "shallala", "12:11", rain("RG3", "12:11", 40))));
    assertEquals(List.of("single-sensor"), play.last().doubts());
  }

  @Test
  void theMessageGetsItsSlots() {
    var place = new LatLon(29.4700, 34.9690);
    var play =
        new RiskPlay(AqabaPack.real()).then("16:25", opened(overboard("m", 1, "16:25", place)));
    assertEquals(new Slot.Position(place), play.last().slots().get("position"));
    assertEquals(new Slot.Time(RiskPlay.at("16:25")), play.last().slots().get("time"));
    assertEquals(
        new Slot.Places(List.of(new ZoneId("container-terminal"))),
        play.last().slots().get("places"));
  }

  @Test
  void theUrgencyOfARuleGoesWithItsAssessment() {
    var play = play("urgency: immediate").then("12:00", opened(yutum(1, "12:00", 1.1)));
    assertEquals(new Slot.Word("immediate"), play.last().slots().get(Slot.URGENCY));
  }

  @Test
  void waterSeenOnlyBelowFiresTheArrivalByItself() {
    assertEquals(
        """
        12:00 wadi-yutum-arrival red two people: flood-arrival \
        places=shamiya span=12:25-12:35 time=12:30; airport-road shamiya yutum-channel \
        [single-sensor]
        """,
        new RiskPlay(AqabaPack.real())
            .then("12:00", opened(yutum(1, water("Y2", "12:00", 0.9, 1))))
            .then("12:10", revised(yutum(2, water("Y2", "12:10", 1.7, 3))))
            .told());
  }

  @Test
  void aPassedWaveIsNoNewsOfItsArrival() {
    var y1 = water("Y1", "12:00", 2.6, 4);
    var play =
        new RiskPlay(AqabaPack.real())
            .then("12:00", opened(yutum(1, y1)))
            .then("13:30", revised(yutum(2, y1, water("Y2", "13:30", 1.7, 3))))
            .then("16:30", revised(yutum(3, y1, water("Y2", "16:30", 0.2, -1))));
    assertEquals(
        List.of("12:00", "13:30"), play.told().lines().map(l -> l.substring(0, 5)).toList());
  }
}
