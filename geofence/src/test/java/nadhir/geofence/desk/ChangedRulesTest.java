package nadhir.geofence.desk;

import static nadhir.geofence.desk.FloodRules.BY;
import static nadhir.geofence.desk.FloodRules.rule;
import static nadhir.geofence.desk.FloodRules.rules;
import static nadhir.geofence.desk.FloodRules.site;
import static nadhir.geofence.desk.FloodRules.stage;
import static nadhir.geofence.desk.FloodRules.told;
import static nadhir.geofence.desk.HazardWords.ended;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nadhir.core.command.RiskCommand;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.CommandId;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardId;
import nadhir.core.id.RuleId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

/** Rules that change while a flood is on, and what has fired by them. */
class ChangedRulesTest {
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
