package nadhir.geofence.desk;

import static nadhir.geofence.desk.FloodRules.rule;
import static nadhir.geofence.desk.FloodRules.rules;
import static nadhir.geofence.desk.FloodRules.site;
import static nadhir.geofence.desk.FloodRules.stage;
import static nadhir.geofence.desk.FloodRules.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nadhir.core.event.WatchEvent;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

/** Rules that change while something is waited for. */
class ChangedWaitsTest {
  private static final AqabaPack OTHER = site(rule("other", "stage_m >= 9"));

  @Test
  void nobodyWaitsForARuleThatIsGone() {
    var play =
        new RiskPlay(site(rule("stage", "stage_m >= 1", "for: 10 min")))
            .then("12:00", stage(1, "12:00", 1.1))
            .with(OTHER)
            .then("12:05", rules());
    assertTrue(play.desk().snapshot().waiting().isEmpty());
    assertTrue(play.desk().snapshot().held().isEmpty());
    assertEquals(
        """
        12:00 wake at 12:10 for stage|f
        12:05 no wake-up for stage|f
        """,
        told(play.wake("12:10", "stage|f").then("12:15", stage(2, "12:15", 1.2))));
  }

  @Test
  void aLongerTimeIsWaitedForFromTheSameBeginning() {
    assertEquals(
        """
        12:00 wake at 12:10 for stage|f
        12:05 wake at 12:20 for stage|f
        12:20 stage red two people: flood; shamiya [single-sensor]
        """,
        told(
            new RiskPlay(site(rule("stage", "stage_m >= 1", "for: 10 min")))
                .then("12:00", stage(1, "12:00", 1.1))
                .with(site(rule("stage", "stage_m >= 1", "for: 20 min")))
                .then("12:05", rules())
                .then("12:10", stage(2, "12:10", 1.2))
                .wake("12:20", "stage|f")));
  }

  @Test
  void aShorterTimeThatIsOverFiresAtOnceAndWakesNobody() {
    var play =
        new RiskPlay(site(rule("stage", "stage_m >= 1", "for: 60 min")))
            .then("12:00", stage(1, "12:00", 1.1))
            .then("12:30", stage(2, "12:30", 1.2))
            .with(site(rule("stage", "stage_m >= 1", "for: 20 min")))
            .then("12:31", rules());
    assertEquals(
        """
        12:00 wake at 13:00 for stage|f
        12:31 no wake-up for stage|f
        12:31 stage red two people: flood; shamiya [single-sensor]
        """,
        told(play));
    assertTrue(play.desk().snapshot().waiting().isEmpty());
  }

  @Test
  void anotherConditionIsCountedFromTheChangeOn() {
    assertEquals(
        """
        12:00 wake at 12:10 for stage|f
        12:05 no wake-up for stage|f
        12:05 wake at 12:15 for stage|f
        12:15 stage red two people: flood; shamiya [single-sensor]
        """,
        told(
            new RiskPlay(site(rule("stage", "stage_m >= 0.9", "for: 10 min")))
                .then("12:00", stage(1, "12:00", 1.1))
                .with(site(rule("stage", "stage_m >= 1", "for: 10 min")))
                .then("12:05", rules())
                .then("12:10", stage(2, "12:10", 1.2))
                .wake("12:15", "stage|f")));
  }

  @Test
  void otherZonesAreCountedFromTheChangeOn() {
    String rule = rule("stage", "stage_m >= 1", "for: 10 min");
    assertEquals(
        """
        12:00 wake at 12:10 for stage|f
        12:05 no wake-up for stage|f
        12:05 wake at 12:15 for stage|f
        """,
        told(
            new RiskPlay(site(rule))
                .then("12:00", stage(1, "12:00", 1.1))
                .with(site(rule.replace("'industrial-park', ", "")))
                .then("12:05", rules())));
  }

  @Test
  void otherWordsAroundTheSameConditionKeepTheTime() {
    assertEquals(
        """
        12:00 wake at 12:10 for stage|f
        12:10 stage orange two people: -; shamiya [single-sensor]
        """,
        told(
            new RiskPlay(site(rule("stage", "stage_m >= 1 m", "for: 10 min")))
                .then("12:00", stage(1, "12:00", 1.1))
                .with(
                    site(
                        rule("stage", "stage_m  >=  1", "for: 600 s")
                            .replace("level: red", "level: orange")
                            .replace("    alert: flood\n", "")))
                .then("12:05", rules())
                .then("12:07", stage(2, "12:07", 1.2))
                .wake("12:10", "stage|f")));
  }

  @Test
  void anotherUntilIsCountedFromTheChangeOn() {
    assertEquals(
        """
        12:00 stage red two people: flood; shamiya [single-sensor]
        12:10 wake at 12:40 for until|ass-1|f|shamiya
        12:20 no wake-up for until|ass-1|f|shamiya
        12:20 wake at 12:50 for until|ass-1|f|shamiya
        12:50 cleared: condition over
        """,
        told(
            new RiskPlay(site(rule("stage", "stage_m >= 1", "until: stage_m < 0.5 for 30 min")))
                .then("12:00", stage(1, "12:00", 1.1))
                .then("12:10", stage(2, "12:10", 0.2))
                .with(site(rule("stage", "stage_m >= 1", "until: stage_m < 0.4 for 30 min")))
                .then("12:20", rules())
                .then("12:30", stage(3, "12:30", 0.2))
                .wake("12:50", "until|ass-1|f|shamiya")));
  }

  @Test
  void whatIsCountedIsNamedTheSameInEveryJvm() {
    var play =
        new RiskPlay(site(rule("stage", "stage_m >= 1", "for: 10 min")))
            .then("12:00", stage(1, "12:00", 1.1));
    assertEquals(
        List.of("when|stage|f|09007a72be0e9b49"),
        List.copyOf(play.desk().snapshot().waiting().keySet()));
  }

  @Test
  void aKeyOfAnOldJournalIsCountedAnew() {
    assertEquals(
        """
        12:00 wake at 12:10 for stage|f
        12:01 no wake-up for stage|f
        12:01 wake at 12:11 for stage|f
        12:11 stage red two people: flood; shamiya [single-sensor]
        """,
        told(
            new RiskPlay(site(rule("stage", "stage_m >= 9", "for: 10 min")))
                .then("12:00", stage(1, "12:00", 1.1))
                .then("12:00", new WatchEvent.WakeUpAsked("risk", "stage|f", RiskPlay.at("12:10")))
                .with(site(rule("stage", "stage_m >= 1", "for: 10 min")))
                .then("12:01", rules())
                .then("12:05", stage(2, "12:05", 1.2))
                .wake("12:11", "stage|f")));
  }

  @Test
  void aTimeThatIsNoLongerWantedFiresAtOnceAndWakesNobody() {
    var play =
        new RiskPlay(site(rule("stage", "stage_m >= 1", "for: 10 min")))
            .then("12:00", stage(1, "12:00", 1.1))
            .with(site(rule("stage", "stage_m >= 1")))
            .then("12:05", rules());
    assertEquals(
        """
        12:00 wake at 12:10 for stage|f
        12:05 no wake-up for stage|f
        12:05 stage red two people: flood; shamiya [single-sensor]
        """,
        told(play));
    assertTrue(play.desk().snapshot().waiting().isEmpty());
    assertTrue(play.desk().snapshot().held().isEmpty());
  }

  @Test
  void aThresholdThatIsNoLongerReachedEndsTheWait() {
    assertEquals(
        """
        12:00 wake at 12:10 for stage|f
        12:05 no wake-up for stage|f
        """,
        told(
            new RiskPlay(site(rule("stage", "stage_m >= 1", "for: 10 min")))
                .then("12:00", stage(1, "12:00", 1.1))
                .with(site(rule("stage", "stage_m >= 2", "for: 10 min")))
                .then("12:05", rules())));
  }

  @Test
  void nobodyWaitsForTheEndOfAFiringWhoseRuleIsGone() {
    var until = "until: stage_m < 0.5 for 30 min";
    var play =
        new RiskPlay(site(rule("stage", "stage_m >= 1", until)))
            .then("12:00", stage(1, "12:00", 1.1))
            .then("12:10", stage(2, "12:10", 0.2))
            .with(OTHER)
            .then("12:15", rules())
            .wake("12:40", "until|ass-1|f|shamiya");
    assertEquals(
        """
        12:00 stage red two people: flood; shamiya [single-sensor]
        12:10 wake at 12:40 for until|ass-1|f|shamiya
        12:15 no wake-up for until|ass-1|f|shamiya
        """,
        told(play));
    assertEquals(1, play.desk().snapshot().firings().size());
  }
}
