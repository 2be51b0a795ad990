package nadhir.geofence.desk;

import static nadhir.geofence.desk.HazardWords.flood;
import static nadhir.geofence.desk.HazardWords.opened;
import static nadhir.geofence.desk.HazardWords.revised;
import static nadhir.geofence.desk.HazardWords.water;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.event.Event;
import nadhir.core.id.HazardId;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

/** What rules say of themselves, beside what their stories already show. */
class ExplanationTest {
  private static final AqabaPack SITE =
      AqabaPack.with(
          new SiteFile(
              "rules.yaml",
              """
              rules:
                - rule: stage
                  hazard: flash-flood
                  when: stage_m >= 1
                  until: stage_m < 0.5
                  zones: zone = 'shamiya'
                  level: orange
                  approve: one person
                  alert: flood
                - rule: high
                  updates: stage
                  hazard: flash-flood
                  when: stage_m >= stage_moderate AND rise_m_per_h >= 0
                  zones: zone = 'shamiya'
                  level: red
                  approve: one person
                  alert: flood
              """));

  private static Event stage(int revision, String at, double stageM) {
    var hazard = flood("f", revision, "yutum", "12:00", water("Y1", at, stageM, 1));
    return revision == 1 ? opened(hazard) : revised(hazard);
  }

  private static List<Explanation> explained(RiskPlay play, String at) {
    return play.desk().explain(new HazardId("f"), RiskPlay.at(at)).orElseThrow();
  }

  /** The rule, what lives of it, and its reasons. */
  private static String why(RiskPlay play, String at) {
    List<String> lines = new ArrayList<>();
    for (Explanation one : explained(play, at)) {
      String living = one.firing().map(id -> " (" + id + ")").orElse("");
      one.reasons()
          .forEach(why -> lines.add(one.rule() + living + ": " + ExplanationText.sentence(why)));
    }
    return String.join("\n", lines);
  }

  @Test
  void ofAFamilyTheRuleThatSpeaksForTheFiringHasItAndTheOthersSayWhoDoes() {
    var play = new RiskPlay(SITE).then("12:00", stage(1, "12:00", 1.1));
    assertEquals(
        """
        stage (ass-1): it has fired, ass-1 at 2026-11-20T09:00:00Z
        high: the rule 'stage' has fired, to which it belongs, ass-1 at 2026-11-20T09:00:00Z
        high: its condition holds in none of its zones""",
        why(play, "12:01"));
    assertEquals(
        """
        stage: the rule 'high' has fired, to which it belongs, ass-1 at 2026-11-20T09:05:00Z
        high (ass-1): it has fired, ass-1 at 2026-11-20T09:05:00Z""",
        why(play.then("12:05", stage(2, "12:05", 1.7)), "12:06"));
  }

  @Test
  void aRuleIsQuotedAsItIsWrittenAndEachComparisonNamesItsFacts() {
    var play = new RiskPlay(SITE).then("12:00", stage(1, "12:00", 1.1));
    Explanation high = explained(play, "12:01").get(1);
    assertEquals(
        "red stage_m >= stage_moderate AND rise_m_per_h >= 0",
        high.asked().map(asked -> asked.level() + " " + asked.when()).orElseThrow());
    assertEquals("stage", high.asked().orElseThrow().updates().orElseThrow().value());
    assertEquals(
        "stage_m < 0.5",
        explained(play, "12:01")
            .getFirst()
            .asked()
            .flatMap(Explanation.Asked::until)
            .orElseThrow());
    assertEquals(
        List.of(List.of("stage_m", "stage_moderate"), List.of("rise_m_per_h")),
        high.zones().getFirst().comparisons().stream().map(Explanation.Comparison::facts).toList());
  }

  @Test
  void aHazardThatIsNotOpenHasNoExplanation() {
    var play = new RiskPlay(SITE);
    assertTrue(play.desk().explain(new HazardId("f"), RiskPlay.at("12:00")).isEmpty());
  }
}
