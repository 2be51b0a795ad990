package nadhir.geofence.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nadhir.core.alert.CapCodes;
import nadhir.core.id.RuleId;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

class RuleFileTest {
  private static final String GOOD =
      """
      rules:
        - rule: flood
          hazard: flash-flood
          when: stage_m >= stage_moderate AND rise_m_per_h >= 1
          zones: wadi = 'yutum'
          for: 10 min
          quorum: 2 of gauges
          until: stage_m < stage_minor for 30 min
          again: not within 2 h unless worse
          level: red
          urgency: immediate
          approve: automatic when gauge.observed AND certainty = observed, else two people
          alert: flood-evacuate
          units: runcards/flood
          doubts: [untested]
        - rule: flood-arrival
          hazard: flash-flood
          when: window_min <= 15
          zones: wadi = 'yutum'
          updates: flood
          level: red
          approve: one person
      """;

  private static Parsed<List<Rule>> parse(String yaml) {
    return RuleFile.read(
            new SiteFile("rules.yaml", yaml), AqabaPack.realHead(), AqabaPack.realZones())
        .then(book -> Parsed.of(book.rules()));
  }

  private static String mistakes(String from, String to) {
    assertTrue(GOOD.contains(from), from);
    return parse(GOOD.replace(from, to)).mistakes().stream()
        .map(Mistake::toString)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aRuleIsReadWhole() {
    Rule rule = AqabaPack.clean(parse(GOOD)).getFirst();
    assertEquals(Duration.ofMinutes(10), rule.holdFor());
    assertEquals(2, rule.quorum());
    assertEquals("stage_m < stage_minor", rule.until().orElseThrow().condition().ecql());
    assertEquals(Duration.ofMinutes(30), rule.clearAfter());
    assertEquals(Duration.ofHours(2), rule.again());
    assertEquals(Optional.of(CapCodes.Urgency.IMMEDIATE), rule.urgency());
    assertEquals(ApprovalPolicy.TWO_PEOPLE, rule.approval().otherwise());
    assertEquals(
        "AUTOMATIC when gauges_over >= 1 AND certainty_rank = 4",
        rule.approval().cases().stream()
            .map(one -> one.policy() + " when " + one.when().ecql())
            .collect(Collectors.joining()));
    assertEquals(Optional.of("flood-evacuate"), rule.message());
    assertEquals(Optional.of("flood"), rule.units());
    assertEquals(List.of("untested"), rule.doubts());
    assertEquals(
        Optional.of(new RuleId("flood")), AqabaPack.clean(parse(GOOD)).getLast().updates());
  }

  @Test
  void anUnknownFactIsAMistakeWithTheNearestOne() {
    assertEquals(
        "rules.yaml:4:11: unknown fact 'stag_m', did you mean 'stage_m'? (in 'when')",
        mistakes("when: stage_m", "when: stag_m"));
  }

  @Test
  void anUnknownZonePropertyIsAMistake() {
    assertEquals(
        "rules.yaml:5:12: unknown zone property 'wady', did you mean 'wadi'? (in 'zones')",
        mistakes("zones: wadi = 'yutum'\n    for", "zones: wady = 'yutum'\n    for"));
  }

  @Test
  void aForgottenQuoteIsFound() {
    assertTrue(
        mistakes("wadi = 'yutum'\n    for", "wadi = yutum\n    for")
            .startsWith("rules.yaml:5:19: unknown zone property 'yutum'"));
  }

  @Test
  void geometryTimeAndFunctionsAreRefused() {
    var only = "rules.yaml:18:11: only comparisons of named values are taken, not";
    assertTrue(
        mistakes("window_min <= 15", "DWITHIN(stage_m, POINT(35 29), 50, kilometers)")
            .startsWith(only));
    assertTrue(
        mistakes("window_min <= 15", "stage_m DURING 2020-01-01T00:00:00Z/2021-01-01T00:00:00Z")
            .startsWith("rules.yaml:18:39: ':' has no meaning in a condition"));
    assertTrue(mistakes("window_min <= 15", "IN ('a')").startsWith(only));
    assertTrue(mistakes("window_min <= 15", "INCLUDE").startsWith(only));
    assertTrue(
        mistakes("window_min <= 15", "abs(stage_m) > 1")
            .startsWith("rules.yaml:18:11: no ECQL condition: Function not found"));
  }

  @Test
  void whatAnUnknownFactWouldTurnTrueIsRefused() {
    var reason =
        "rules.yaml:18:11: 'NOT' and '<>' are not taken on facts, an unknown one would make them true:"
            + " write the opposite comparison (in 'when')";
    assertEquals(reason, mistakes("window_min <= 15", "NOT (window_min > 15)"));
    assertEquals(reason, mistakes("window_min <= 15", "window_min <> 15"));
  }

  @Test
  void aNumberIsNotComparedWithAText() {
    assertEquals(
        "rules.yaml:18:11: a number is compared with a text (in 'when')",
        mistakes("window_min <= 15", "window_min <= 'soon'"));
  }

  @Test
  void brokenEcqlIsToldInOneLine() {
    assertEquals(
        "rules.yaml:18:22: no ECQL condition: Encountered \"<= <EOF>\" (in 'when')",
        mistakes("window_min <= 15", "window_min <="));
  }

  @Test
  void levelsHazardsAndPoliciesAreTheSites() {
    assertEquals(
        "rules.yaml:10:12: 'pink' is none of the site's: green, yellow, orange, red",
        mistakes("level: red\n    urgency", "level: pink\n    urgency"));
    assertTrue(
        mistakes("hazard: flash-flood\n    when: stage", "hazard: avalanche\n    when: stage")
            .startsWith("rules.yaml:3:13: 'avalanche' is none of the site's: flash-flood"));
    assertEquals(
        "rules.yaml:22:14: 'nobody' is none of automatic, one person, two people",
        mistakes("approve: one person", "approve: nobody"));
  }

  @Test
  void anUpdateNeedsItsRule() {
    assertEquals(
        "rules.yaml:20:14: there is no rule 'floods', did you mean 'flood'?",
        mistakes("updates: flood", "updates: floods"));
  }

  @Test
  void aRuleIsThereOnce() {
    assertEquals(
        "rules.yaml:16:11: rule 'flood' is there already, on line 2",
        mistakes("rule: flood-arrival", "rule: flood"));
  }

  @Test
  void theRulesOfAqabaAreClean() {
    assertEquals(
        List.of(
            "weather-watch",
            "wadi-yutum-flood",
            "wadi-yutum-arrival",
            "shallala-flash",
            "quake-shore",
            "quake-inland",
            "man-overboard",
            "gas-release"),
        AqabaPack.clean(
                RuleFile.parse(
                    AqabaPack.file("rules.yaml"),
                    AqabaPack.realHead().info(),
                    AqabaPack.realZones()))
            .stream()
            .map(rule -> rule.id().value())
            .toList());
  }
}
