package nadhir.geofence.desk;

import static nadhir.geofence.desk.HazardWords.ended;
import static nadhir.geofence.desk.HazardWords.flood;
import static nadhir.geofence.desk.HazardWords.opened;
import static nadhir.geofence.desk.HazardWords.revised;
import static nadhir.geofence.desk.HazardWords.water;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nadhir.core.command.RiskCommand;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.SiteEvent;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.CommandId;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.RuleId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

/** Rules that change while a flood is on. Y1's water reaches Shamiya. */
class ChangedRulesTest {
  private static final PersonRef BY = new PersonRef("p-1");

  private static AqabaPack site(String... rules) {
    return AqabaPack.with(new SiteFile("rules.yaml", "rules:\n" + String.join("", rules)));
  }

  private static String rule(String id, String when, String... lines) {
    return """
          - rule: %s
            hazard: flash-flood
            when: %s
            zones: zone IN ('shamiya', 'industrial-park', 'airport')
            level: red
            approve: one person
            alert: flood
        """
            .formatted(id, when)
        + (lines.length == 0 ? "" : "    " + String.join("\n    ", lines) + "\n");
  }

  private static SiteEvent rules() {
    return new SiteEvent.RulesChanged(1, "", BY, "");
  }

  private static Event stage(int revision, String at, double stageM) {
    var hazard = flood("f", revision, "yutum", "12:00", water("Y1", at, stageM, 1));
    return revision == 1 ? opened(hazard) : revised(hazard);
  }

  private static Event woken(String key) {
    return new Input.Woken("risk", key);
  }

  /** The lines without the message's gaps. */
  private static String told(RiskPlay play) {
    return play.told().replaceAll(" places=\\S+ span=\\S+ time=[0-9:]+", "");
  }

  private static String why(RiskPlay play, String at) {
    List<String> reasons = new ArrayList<>();
    play.desk()
        .explain(new HazardId("f"), RiskPlay.at(at))
        .orElseThrow()
        .forEach(
            e ->
                e.reasons()
                    .forEach(why -> reasons.add(e.rule() + ": " + ExplanationText.sentence(why))));
    return String.join("\n", reasons);
  }

  private static final AqabaPack STAGE = site(rule("stage", "stage_m >= stage_minor"));
  private static final AqabaPack OTHER = site(rule("other", "stage_m >= 9"));

  @Test
  void aFiringWhoseRuleIsGoneStaysUntilItsHazardEnds() {
    var play =
        new RiskPlay(STAGE)
            .then("12:00", stage(1, "12:00", 1.1))
            .with(OTHER)
            .then("12:05", rules())
            .then("12:10", stage(2, "12:10", 0.1));
    assertEquals(
        """
        other: its condition holds in none of its zones
        stage: it has fired, ass-1 at 2026-11-20T09:00:00Z
        stage: the rule 'stage' is no longer there for this: nothing of it is let go, it stays \
        until a person closes it or its hazard ends""",
        why(play, "12:11"));
    assertEquals(
        """
        12:00 stage red two people: flood; shamiya [single-sensor]
        12:30 cleared: hazard over: dry
        """,
        told(play.then("12:30", ended("f", "12:30", "dry"))));
  }

  @Test
  void aFiringWhoseRuleIsGoneIsClosedByAPerson() {
    var play =
        new RiskPlay(STAGE)
            .then("12:00", stage(1, "12:00", 1.1))
            .with(OTHER)
            .then("12:05", rules());
    var command = new RiskCommand.CloseAssessment(new AssessmentId("ass-1"), "the rule is gone");
    var input =
        new Entry(
            99,
            RiskPlay.at("12:06"),
            new Actor.Person(BY, List.of(Role.OPERATOR)),
            99,
            new Input.Commanded(new CommandId("c"), command));
    switch (play.desk().decide(input, command)) {
      case Outcome.Accepted(var events, _) -> events.forEach(event -> play.then("12:06", event));
      case Outcome.Refused refused -> throw new AssertionError(refused);
    }
    assertTrue(play.desk().snapshot().firings().isEmpty());
    assertEquals("other: its condition holds in none of its zones", why(play, "12:07"));
  }

  @Test
  void aFiringWhoseUpdatingRuleIsGoneIsNotLetGoByTheOther() {
    String base = rule("stage", "stage_m >= 3");
    var play =
        new RiskPlay(site(base, rule("early", "stage_m >= 1", "updates: stage")))
            .then("12:00", stage(1, "12:00", 1.1))
            .with(site(base))
            .then("12:05", rules())
            .then("12:10", stage(2, "12:10", 0.1));
    assertTrue(why(play, "12:11").contains("the rule 'early' is no longer there"));
    assertEquals(1, play.desk().snapshot().firings().size());
    assertEquals(
        """
        12:00 early red two people: flood; shamiya [single-sensor]
        12:20 again stage red two people: flood; shamiya [single-sensor]
        12:30 cleared: condition over
        """,
        told(play.then("12:20", stage(3, "12:20", 3.1)).then("12:30", stage(4, "12:30", 0.1))),
        "once the other says it by itself, it is the other's");
  }

  @Test
  void aFiringWhoseRuleComesBackIsFollowedUpAgain() {
    assertEquals(
        """
        12:00 stage red two people: flood; shamiya [single-sensor]
        12:20 cleared: condition over
        """,
        told(
            new RiskPlay(STAGE)
                .then("12:00", stage(1, "12:00", 1.1))
                .with(OTHER)
                .then("12:05", rules())
                .then("12:10", stage(2, "12:10", 0.1))
                .with(STAGE)
                .then("12:20", rules())));
  }

  @Test
  void aNewThresholdIsFollowedAtOnceAndAtTheNextWord() {
    assertEquals(
        """
        12:05 stage red two people: flood; shamiya [single-sensor]
        12:15 cleared: condition over
        12:20 stage red two people: flood; shamiya [single-sensor]
        """,
        told(
            new RiskPlay(site(rule("stage", "stage_m >= 2")))
                .then("12:00", stage(1, "12:00", 1.1))
                .with(site(rule("stage", "stage_m >= 1")))
                .then("12:05", rules())
                .then("12:10", stage(2, "12:10", 1.2))
                .with(site(rule("stage", "stage_m >= 1.5")))
                .then("12:15", rules())
                .then("12:20", stage(3, "12:20", 1.6))));
  }

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
        told(play.then("12:10", woken("stage|f")).then("12:15", stage(2, "12:15", 1.2))));
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
                .then("12:20", woken("stage|f"))));
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
            .then("12:40", woken("until|ass-1|f"));
    assertEquals(
        """
        12:00 stage red two people: flood; shamiya [single-sensor]
        12:10 wake at 12:40 for until|ass-1|f
        12:15 no wake-up for until|ass-1|f
        """,
        told(play));
    assertEquals(1, play.desk().snapshot().firings().size());
  }

  @Test
  void aRuleThatIsGoneIsNotBlindAnyMore() {
    var grey = Input.FeedHealth.GREY;
    var quake =
        """
          - rule: quake
            hazard: earthquake
            when: mmi >= 5
            zones: zone = 'shamiya'
            level: red
            approve: one person
        """;
    var site = site(quake);
    var play = new RiskPlay(site);
    site.head().feeds().stream()
        .filter(feed -> feed.tells().stream().anyMatch(t -> t.value().equals("earthquake")))
        .forEach(
            feed ->
                play.then(
                    "12:00",
                    new Input.FeedHealthChanged(new FeedId(feed.id().value()), grey, "", "")));
    assertEquals(List.of("quake"), List.copyOf(play.desk().snapshot().blind().keySet()));
    play.with(OTHER).then("12:05", rules());
    assertEquals(Map.of(), play.desk().snapshot().blind());
    assertEquals(
        1,
        play.entries().stream()
            .filter(
                entry ->
                    entry.event() instanceof RiskEvent.Sighted(var rule, _)
                        && rule.equals(new RuleId("quake")))
            .count());
  }
}
