package nadhir.geofence.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

/**
 * Gauges that die, repeat themselves, jump and go back in time: what a rule makes of them, reading
 * by reading. Gauges speak every 5 minutes and are silent after 10. Each story is told twice, once
 * with another member taking over after every entry from outside.
 */
class SensorStoryTest {
  private static final String RULE =
      """
      rules:
        - rule: stage
          hazard: flash-flood
          when: stage_m >= stage_minor
          zones: zone = 'shamiya'
          level: red
          approve: automatic when gauge.observed, else two people
          alert: flood
      """;

  private static void story(String told, String story, String... moreLines) {
    var site =
        AqabaPack.with(
            new SiteFile("rules.yaml", RULE + "    " + String.join("\n    ", moreLines)));
    var alone = new GaugePlay(site, false).play(story);
    var handedOver = new GaugePlay(site, true).play(story);
    assertEquals(told, alone.told());
    assertEquals(told, handedOver.told());
    assertEquals(alone.entries(), handedOver.entries());
    assertEquals(alone.desk().snapshot(), handedOver.desk().snapshot());
    var folded = site.desk();
    alone.entries().forEach(folded::fold);
    assertEquals(folded.snapshot(), alone.desk().snapshot());
  }

  @Test
  void aFiredRuleStaysWhileItsGaugeIsSilentUntilItReadsLowAgain() {
    story(
        """
        12:00 fires automatic
        12:05 again automatic
        12:12:30 Y1 LATE
        12:15 Y1 silent
        12:17:30 Y2 LATE
        12:20 Y2 silent
        12:20 Y2 back
        12:27:30 Y2 LATE
        12:30 Y2 silent
        12:30 Y2 back
        12:37:30 Y2 LATE
        12:40 Y2 silent
        12:40 Y1 back
        12:40 clears: condition over
        """,
        """
        12:00 Y2 0.1
        12:00 Y1 1.1
        12:05 Y1 2.3
        12:05 Y2 0.1
        12:10 Y2 0.1
        12:20 Y2 0.1
        12:30 Y2 0.1
        12:40 Y1 0.3
        12:45 Y1 0.3
        """);
  }

  @Test
  void aFiredRuleStaysWhileItsGaugeIsOutOfRange() {
    story(
        """
        12:00 fires automatic
        12:11 Y1 OUT_OF_RANGE
        12:12:30 Y2 LATE
        12:15 Y2 silent
        12:20 Y2 back
        12:21 Y1 silent
        12:25 Y1 back
        12:25 clears: condition over
        12:27:30 Y2 LATE
        12:30 Y2 silent
        """,
        """
        12:00 Y2 0.1
        12:00 Y1 1.1
        12:05 Y1 1.2
        12:05 Y2 0.3
        12:10 Y1 99
        12:11 Y1 98
        12:20 Y2 0.2
        12:25 Y1 0.3
        12:30 Y1 0.3
        """);
  }

  @Test
  void aPersonClosesWhatAGaugeThatDiedCannot() {
    story(
        """
        12:00 fires automatic
        12:05 again automatic
        12:12:30 Y2 LATE
        12:12:30 Y1 LATE
        12:15 Y2 silent
        12:15 Y1 silent
        12:20 Y2 back
        12:25 refused: no-reason
        12:26 clears: closed by a person: dry at the bridge
        12:27:30 Y2 LATE
        12:30 Y2 silent
        12:30 Y2 back
        12:40 Y1 back
        12:40 fires automatic
        12:41 clears: closed by a person: again
        """,
        """
        12:00 Y2 0.1
        12:00 Y1 1.1
        12:05 Y1 2.3
        12:05 Y2 0.1
        12:20 Y2 0.1
        12:25 close
        12:26 close dry at the bridge
        12:30 Y2 0.2
        12:35 Y2 0.3
        12:40 Y1 1.4
        12:41 close again
        """);
  }

  @Test
  void aRepeatedReadingIsNoSecondWord() {
    story(
        """
        12:00 holds stage|#
        12:07:30 Y1 LATE
        12:09 Y1 back
        12:09 fires automatic
        """,
        """
        12:00 Y2 0.1
        12:00 Y1 1.1
        12:02 Y1 1.1 of 12:00
        12:04 Y1 1.1 of 12:00
        12:05 Y2 0.1
        12:08 Y1 1.1 of 12:00
        12:09 Y1 1.1
        """,
        "for: 8 min");
  }

  @Test
  void aReadingOfEarlierIsNoSecondWord() {
    story(
        """
        12:00 holds stage|#
        12:07:30 Y1 LATE
        12:10 Y1 silent
        12:10 fires two people [single-sensor, gauge-silent]
        12:10 Y1 back
        """,
        """
        12:00 Y2 0.1
        12:00 Y1 1.1
        12:04 Y1 1.3 of 11:50
        12:05 Y2 0.1
        12:09 Y1 1.4 of 11:55
        12:10 Y1 1.2
        """,
        "for: 8 min");
  }

  @Test
  void aJumpStartsNoClock() {
    story(
        """
        12:07:30 Y2 LATE
        12:10 Y2 silent
        12:17:30 Y1 LATE
        12:20 Y1 silent
        12:20 Y1 back
        """,
        """
        12:00 Y2 0.1
        12:00 Y1 0.9
        12:05 Y1 7.9
        12:06 Y1 0.9
        12:10 Y1 0.9
        12:20 Y1 0.9
        """,
        "for: 5 min");
  }

  @Test
  void aReadingOfTheFutureStartsNoClockAndEndsNone() {
    story(
        """
        12:00 holds stage|#
        12:07:30 Y1 LATE
        12:10 Y1 silent
        12:10 fires two people [single-sensor, gauge-silent]
        12:10 Y1 back
        """,
        """
        12:00 Y2 0.1
        12:00 Y1 1.1
        12:01 Y1 1.2 of 18:00
        12:05 Y2 0.1
        12:10 Y1 1.1
        """,
        "for: 8 min");
  }

  @Test
  void aDipBetweenStartsTheClockAnew() {
    story(
        """
        12:00 holds stage|#
        12:05 no more stage|#
        12:06 holds stage|#
        12:07:30 Y2 LATE
        12:10 Y2 silent
        12:14 fires two people [single-sensor, gauge-silent]
        """,
        """
        12:00 Y2 0.1
        12:00 Y1 1.1
        12:05 Y1 0.9
        12:06 Y1 1.1
        12:10 Y1 1.1
        12:16 Y1 1.1
        """,
        "for: 8 min");
  }

  @Test
  void untilMustHoldForItsTimeByTwoReadings() {
    story(
        """
        12:00 fires automatic
        12:07:30 Y2 LATE
        12:07:30 Y1 LATE
        12:10 Y2 silent
        12:10 Y1 silent
        12:10 Y1 back
        12:10 holds until|#|#|shamiya
        12:15 no more until|#|#|shamiya
        12:20 holds until|#|#|shamiya
        12:35 clears: condition over
        """,
        """
        12:00 Y2 0.1
        12:00 Y1 1.1
        12:10 Y1 0.4
        12:15 Y1 0.6
        12:20 Y1 0.4
        12:25 Y1 0.4
        12:30 Y1 0.4
        12:35 Y1 0.4
        12:40 Y1 0.4
        """,
        "until: stage_m < 0.5 for 15 min");
  }

  @Test
  void aRepeatedLowReadingLetsNothingGo() {
    story(
        """
        12:00 fires automatic
        12:07:30 Y2 LATE
        12:07:30 Y1 LATE
        12:10 Y2 silent
        12:10 Y1 silent
        12:10 Y1 back
        12:10 holds until|#|#|shamiya
        12:17:30 Y1 LATE
        12:19 Y2 back
        12:20 Y1 silent
        12:26:30 Y2 LATE
        12:29 Y2 silent
        12:45 Y1 back
        12:45 clears: condition over
        """,
        """
        12:00 Y2 0.1
        12:00 Y1 1.1
        12:10 Y1 0.4
        12:15 Y1 0.4 of 12:10
        12:19 Y2 0.1
        12:20 Y1 0.4 of 12:10
        12:25 Y1 0.4 of 12:10
        12:40 Y1 0.4 of 12:10
        12:45 Y1 0.3
        """,
        "until: stage_m < 0.5 for 15 min");
  }

  @Test
  void theQuorumCountsLivingGaugesAndEachOnce() {
    story(
        """
        12:09 fires automatic
        """,
        """
        12:00 RG1 2
        12:00 Y2 0.1
        12:00 Y1 1.1
        12:01 Y1 1.1
        12:02 Y1 1.2
        12:04 RG1 2
        12:04 Y2 0.1
        12:06 Y1 1.2
        12:09 Y2 0.9
        """,
        "quorum: 2 of gauges");
  }

  @Test
  void withOneGaugeLeftItProposes() {
    story(
        """
        12:07:30 RG1 LATE
        12:07:30 Y2 LATE
        12:10 RG1 silent
        12:10 Y2 silent
        12:10 fires two people [single-sensor, gauge-silent]
        """,
        """
        12:00 RG1 2
        12:00 Y2 0.1
        12:00 Y1 1.1
        12:05 Y1 1.2
        12:10 Y1 1.3
        12:15 Y1 1.3
        """,
        "quorum: 2 of gauges");
  }

  @Test
  void withFewerLeftThanItsQuorumItProposes() {
    story(
        """
        12:07:30 RG1 LATE
        12:10 RG1 silent
        12:10 fires two people [gauge-silent]
        """,
        """
        12:00 RG1 2
        12:00 Y2 0.9
        12:00 Y1 1.1
        12:05 Y1 1.2
        12:05 Y2 0.9
        12:10 Y1 1.3
        12:10 Y2 0.9
        """,
        "quorum: 3 of gauges");
  }

  @Test
  void aRuleSaysWhyAndTheStateAloneKnows() {
    var site =
        AqabaPack.with(
            new SiteFile(
                "rules.yaml",
                RULE + "    quorum: 2 of gauges\n    for: 8 min\n    until: stage_m < 0.5\n"));
    var play = new GaugePlay(site, false).play("12:00 Y2 0.1\n12:00 Y1 1.1\n12:02 Y2 0.1");
    assertEquals(
        """
        1 of 2 living gauges are over their threshold, 2 are wanted
        shamiya: stage_m 1.1 >= stage_minor 1 yes
        Y1 1.1 at 2026-11-20T09:00:00Z, over
        Y2 0.1 at 2026-11-20T09:02:00Z
        """,
        why(play.desk(), "12:03"));
    play.play("12:04 Y2 0.9");
    assertEquals(
        """
        held since 2026-11-20T09:04:00Z: it fires at 2026-11-20T09:12:00Z
        shamiya: stage_m 1.1 >= stage_minor 1 yes
        Y1 1.1 at 2026-11-20T09:00:00Z, over
        Y2 0.9 at 2026-11-20T09:04:00Z, over
        """,
        why(play.desk(), "12:05"));
    var other = site.desk();
    other.restore(play.desk().snapshot());
    assertEquals(why(play.desk(), "12:05"), why(other, "12:05"));
  }

  private static String why(RiskDesk desk, String at) {
    var hazard = desk.snapshot().hazards().values().iterator().next().id();
    return desk.explain(hazard, RiskPlay.at(at)).orElseThrow().stream()
        .flatMap(explanation -> explanation.lines().stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
