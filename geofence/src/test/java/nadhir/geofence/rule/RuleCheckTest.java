package nadhir.geofence.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a rule before it ever meets a hazard, with its text, line and column. */
class RuleCheckTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private static String flood(String... lines) {
    return rule("a", "flash-flood", "stage_m >= 1", "wadi = 'yutum' AND part = 'lower'", lines);
  }

  private static String rule(String id, String hazard, String when, String zones, String... lines) {
    return "  - rule: "
        + id
        + "\n    hazard: "
        + hazard
        + "\n    when: "
        + when
        + "\n    zones: "
        + zones
        + "\n    level: red\n    approve: two people\n"
        + IntStream.range(0, lines.length)
            .mapToObj(i -> "    " + lines[i] + "\n")
            .collect(Collectors.joining());
  }

  private static Parsed<RuleBook> read(String... rules) {
    return RuleFile.read(
        new SiteFile("rules.yaml", "rules:\n" + String.join("", rules)),
        AqabaPack.realHead(),
        AqabaPack.realZones());
  }

  private static String mistakes(String... rules) {
    return told(read(rules).mistakes());
  }

  private static String warnings(String... rules) {
    return told(AqabaPack.clean(read(rules)).warnings());
  }

  private static String told(List<Mistake> mistakes) {
    return mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n"));
  }

  private static String when(String hazard, String when) {
    return mistakes(rule("a", hazard, when, "kind = 'port'"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "flash-flood; stage_cm >= 200; 4:11: unknown fact 'stage_cm': it is 'stage_m', in m (in 'when')",
        "flash-flood; rain_mm_30 >= 20 AND stag_m > 1; 4:32: unknown fact 'stag_m', did you mean 'stage_m'? (in 'when')",
        "flash-flood; stage_m >= 200 cm; 4:26: 'stage_m' is in m, not in cm (in 'when')",
        "earthquake; magnitude >= 6 km; 4:26: 'magnitude' is a plain number, without km (in 'when')",
        "flash-flood; stage_m >= rain_mm_30; 4:22: 'stage_m' is in m and 'rain_mm_30' is in mm: they cannot be compared (in 'when')",
        "earthquake; magnitude - depth_km > 1; 4:23: 'magnitude' is a plain number and 'depth_km' is in km: they cannot be compared (in 'when')",
        "earthquake; magnitude = 'big'; 4:11: a number is compared with a text (in 'when')",
        "earthquake; magnitude >= 6 AND stage_m >= 1; 4:30: 'stage_m' is never given for 'earthquake': it is a fact of floods",
        "weather-warning; severity_rank >= 2 AND magnitude > 1; 4:34: 'magnitude' is never given for 'weather-warning': it is a fact of earthquakes",
        "earthquake; magnitude >= 11; 4:11: 'when' can never be true: magnitude is -3 to 10",
        "earthquake; magnitude >= 6 AND magnitude < 5; 4:11: 'when' can never be true: it contradicts itself",
        "earthquake; (magnitude >= 6 OR mmi > 7) AND magnitude < 5 AND mmi <= 7; 4:11: 'when' can never be true: it contradicts itself",
        "earthquake; hour_local > 23; 4:11: 'when' can never be true: hour_local is 0 to 23",
        "flash-flood; watch > 0 AND watch < 1; 4:11: 'when' can never be true: watch is 0 to 1",
        "flash-flood; stage_m < stage_minor AND stage_m >= stage_major; 4:11: 'when' can never be true: stage_minor is at most stage_major",
        "flash-flood; age_min - lead_min > 5 AND lead_min > age_min; 4:11: 'when' can never be true: it contradicts itself",
        "earthquake; magnitude ! 6; 4:21: '!' has no meaning in a condition (in 'when')",
        "earthquake; magnitude >= '6; 4:24: a quote is opened here and not closed (in 'when')",
        "earthquake; magnitude >= 6); 4:25: this parenthesis closes nothing (in 'when')",
        "earthquake; certainty >= observd; 4:24: 'observd' is no certainty, did you mean 'observed'? (in 'when')",
      })
  void aConditionIsRefused(String hazard, String when, String told) {
    assertEquals("rules.yaml:" + told, when(hazard, when));
  }

  @Test
  void aConditionInSeveralLinesHasItsPlaceInTheRightOne() {
    assertEquals(
        "rules.yaml:6:14: unknown fact 'mmmi', did you mean 'mmi'? (in 'when')",
        when(
            "earthquake",
            "magnitude >= 6\n      AND depth_km < 40\n      AND   (mmmi >= 5 OR mmi_low > 4)"));
    assertEquals(
        "rules.yaml:5:7: 'stage_m' is never given for 'earthquake': it is a fact of floods",
        when("earthquake", ">\n      stage_m >= 1"));
    assertEquals(
        "rules.yaml:4:31: unknown fact 'mmmi', did you mean 'mmi'? (in 'when')",
        when("earthquake", "\"magnitude >= 6 AND mmmi > 5\""));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "for: 3 m; 8:12: 'm' is no unit of time, write '3 min' (in 'for')",
        "for: 3 weeks; 8:12: 'weeks' is no unit of time: these are s, min, h, d (in 'for')",
        "until: stage_m < 1 for 30 minutes; 8:31: 'minutes' is no unit of time, write '30 min' (in 'until')",
        "until: stage_m < stage_minr for 30 min; 8:22: unknown fact 'stage_minr', did you mean 'stage_minor'? (in 'until')",
        "quorum: two; 8:13: a quorum is written '2 of gauges', not 'two'",
        "again: sometimes; 8:12: it is written 'not within 60 min unless worse', not 'sometimes'",
        "again: not within 1 hour unless worse; 8:25: 'hour' is no unit of time, write '1 h' (in 'again')",
        "quorum: 6 of gauges; 8:13: 6 gauges cannot agree where a wadi has 4 with an action threshold",
        "urgency: soon; 8:5: 'urgency' must be one of [immediate, expected, future, past, unknown], not 'soon'",
        "updates: a; 8:14: rules update each other in a circle: a -> a",
        "sample: []; \"8:5: unknown key 'sample', did you mean 'samples'?\"",
      })
  void aPhraseIsRefused(String line, String told) {
    assertEquals("rules.yaml:" + told, mistakes(flood(line)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "automatic when stage_m > 2; 7:14: say who else must agree: 'automatic when …, else two people'",
        "automatic, else two people; \"7:14: before ', else' stands a policy with its 'when'\"",
        "automatic when magnitude > 5, else two people; 7:29: 'magnitude' is never given for 'flash-flood': it is a fact of earthquakes",
        "automatic when stage_mm > 5, else two people; 7:29: unknown fact 'stage_mm': it is 'stage_m', in m (in 'approve')",
        "automatic when stage_m > 2, else nobody; 7:47: 'nobody' is none of automatic, one person, two people",
      })
  void anApprovalIsRefused(String approve, String told) {
    assertEquals(
        "rules.yaml:" + told,
        mistakes(flood().replace("approve: two people", "approve: " + approve)));
  }

  @Test
  void zonesThatThereAreNotAreAMistake() {
    assertEquals(
        "rules.yaml:5:19: no zone of the site is that: 'yutm', did you mean 'yutum'?",
        mistakes(rule("a", "flash-flood", "stage_m >= 1", "wadi = 'yutm'")));
    assertEquals(
        "rules.yaml:5:12: no zone of the site is that",
        mistakes(rule("a", "flash-flood", "stage_m >= 1", "population_day > 9000000")));
  }

  @Test
  void aQuorumIsForFloods() {
    assertEquals(
        "rules.yaml:8:13: a quorum counts gauges, which only floods have",
        mistakes(rule("a", "earthquake", "magnitude > 5", "kind = 'port'", "quorum: 2 of gauges")));
  }

  @Test
  void rulesThatUpdateInACircleOrInAChainAreRefused() {
    assertEquals(
        "rules.yaml:8:14: rules update each other in a circle: a -> b -> a",
        mistakes(
            flood("updates: b"),
            rule("b", "flash-flood", "stage_m >= 2", "wadi = 'yutum'", "updates: a")));
    assertEquals(
        "rules.yaml:8:14: 'b' itself updates another rule: name that one",
        mistakes(
            flood("updates: b"),
            rule("b", "flash-flood", "stage_m >= 2", "wadi = 'yutum'", "updates: c"),
            rule("c", "flash-flood", "stage_m >= 3", "wadi = 'yutum'")));
  }

  @Test
  void aRuleUpdatesOneOfItsOwnHazardOnly() {
    assertEquals(
        "rules.yaml:8:14: 'b' is about earthquake, and this rule about flash-flood",
        mistakes(flood("updates: b"), rule("b", "earthquake", "magnitude > 5", "kind = 'port'")));
  }

  @Test
  void twoRulesOfOneNameAreRefused() {
    assertEquals(
        "rules.yaml:8:11: rule 'a' is there already, on line 2", mistakes(flood(), flood()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "flash-flood; rain_mm_30 >= 0; 4:11: 'when' is always true where its facts are known",
        "flash-flood; stage_m >= 1 OR stage_m < 2; 4:11: 'when' is always true where its facts are known",
        "earthquake; magnitude <= 10 AND mmi < 13; 4:11: 'when' is always true where its facts are known",
        "earthquake; magnitude >= 6 AND age_min <= 60; ''",
      })
  void aConditionThatSaysNothingIsTold(String hazard, String when, String told) {
    String prefix = told.isEmpty() ? "" : "rules.yaml:";
    assertEquals(
        prefix + told, warnings(rule("a", hazard, when, "wadi = 'yutum' AND part = 'lower'")));
  }

  @Test
  void whatIsShorterThanTheIntervalIsTold() {
    assertEquals(
        "rules.yaml:8:10: 1 min is shorter than the 5 min between two words of Y1, Y2",
        warnings(flood("for: 1 min")));
    assertEquals(
        "rules.yaml:8:24: 90 s is shorter than the 5 min between two words of Y1, Y2",
        warnings(flood("until: stage_m < 1 for 90 s")));
    assertEquals("", warnings(flood("for: 10 min", "until: stage_m < 1 for 5 min")));
    assertEquals(
        "rules.yaml:8:10: 10 s is shorter than the 30 s between two words of usgs, emsc, geofon",
        warnings(rule("a", "earthquake", "magnitude > 5", "kind = 'port'", "for: 10 s")));
  }

  @Test
  void zonesThatNoWaterComesToAreTold() {
    assertEquals(
        "rules.yaml:5:12: no water that a gauge sees comes to any of these zones",
        warnings(rule("a", "flash-flood", "stage_m >= 1", "zone = 'ayla'")));
  }

  @Test
  void aRuleInTheShadowOfAnotherIsTold() {
    String strong = rule("strong", "earthquake", "magnitude >= 6 AND mmi >= 6", "kind = 'port'");
    String weak = rule("weak", "earthquake", "mmi >= 5", "kind IN ('port', 'shore')");
    String told =
        "whenever this holds, 'weak' on line %d has fired in the same zones at a level as high";
    assertEquals("rules.yaml:4:11: " + told.formatted(8), warnings(strong, weak));
    assertEquals("rules.yaml:10:11: " + told.formatted(2), warnings(weak, strong));
    assertEquals("", warnings(strong, weak.replace("level: red", "level: orange")));
    assertEquals("", warnings(strong, weak.replace("'port', 'shore'", "'shore'")));
    assertEquals("", warnings(strong, weak.replace("mmi >= 5", "depth_km < 40")));
    assertEquals("", warnings(strong, weak + "    for: 10 min\n"));
    assertEquals(
        "", warnings(strong, weak.replace("earthquake", "fire").replace("mmi >= 5", "inside = 1")));
  }

  @Test
  void aConditionOfAMillionCharactersIsRefusedAtOnce() {
    String long1 = "stage_m >= 1" + " OR stage_m >= 1".repeat(62_500);
    assertEquals(
        "rules.yaml:4:11: a condition has at most 1000 characters, this one has "
            + long1.length()
            + " (in 'when')",
        assertTimeoutPreemptively(SOON, () -> when("flash-flood", long1)));
  }

  @Test
  void aConditionTenThousandDeepIsRefusedAtOnce() {
    String deep = "(".repeat(10_000) + "stage_m >= 1" + ")".repeat(10_000);
    assertEquals(
        "rules.yaml:4:11: a condition has at most 1000 characters, this one has 20012 (in 'when')",
        assertTimeoutPreemptively(SOON, () -> when("flash-flood", deep)));
    String shorter = "(".repeat(400) + "stage_m >= 1" + ")".repeat(400);
    assertEquals(
        "rules.yaml:4:17: a condition is nested at most 6 levels deep (in 'when')",
        assertTimeoutPreemptively(SOON, () -> when("flash-flood", shorter)));
    String nots = "NOT ".repeat(200) + "zone = 'ayla'";
    assertEquals(
        "rules.yaml:5:36: a condition is nested at most 6 levels deep (in 'zones')",
        assertTimeoutPreemptively(
            SOON, () -> mistakes(rule("a", "earthquake", "magnitude > 5", nots))));
  }

  @Test
  void theDeepestConditionThatIsTakenIsReadInTime() {
    String deep = "(".repeat(6) + "stage_m >= 1" + ")".repeat(6);
    String wide = String.join(" AND ", Collections.nCopies(20, deep));
    assertTrue(wide.length() <= 1_000);
    assertEquals("", assertTimeoutPreemptively(SOON, () -> when("flash-flood", wide)));
  }

  @Test
  void aFileNestedTenThousandDeepIsRefusedAtOnce() {
    String deep = rule("a", "earthquake", "[".repeat(10_000) + "]".repeat(10_000), "kind = 'port'");
    assertEquals(
        "rules.yaml:4: nested deeper than 30 levels",
        assertTimeoutPreemptively(SOON, () -> mistakes(deep)));
  }

  @Test
  void tenThousandRulesAreRefusedAtOnce() {
    String[] many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> rule("r" + i, "earthquake", "magnitude > 5", "kind = 'port'"))
            .toArray(String[]::new);
    assertEquals(
        "rules.yaml:1:1: more than 5000 rules: 10000",
        assertTimeoutPreemptively(SOON, () -> mistakes(many)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "given: {stag_m: 1}; 9:15: unknown fact 'stag_m', did you mean 'stage_m'?",
        "given: {mmi: 1}; 9:15: 'mmi' is never given for floods",
        "given: {stage_m: 1 ft}; 9:26: 'stage_m' is in m, not in ft",
        "given: {stage_m: high}; 9:24: a fact is a number or 'unknown', not 'high'",
        "given: {zone: shamia}; 9:21: the site has no zone 'shamia', did you mean 'shamiya'?",
        "given: {at: noon}; 9:19: a time of day is written like 15:40, not 'noon'",
        "given: {gauges: {Y9: 1}}; 9:28: the site has no gauge 'Y9', did you mean 'Y1'?",
        "given: {gauges: {Y1: broken}}; 9:28: a gauge says '1.6', '1.6 rising 4', '2.3 silent' or '2.3 stuck', not 'broken'",
      })
  void aSampleIsRefused(String given, String told) {
    assertEquals(
        "rules.yaml:" + told, mistakes(flood("samples:", "- " + given, "  expect: quiet")));
  }

  @Test
  void aSampleMustSayWhatItExpects() {
    assertEquals(
        "rules.yaml:9:7: 'expect' is missing",
        mistakes(flood("samples:", "- given: {stage_m: 1}")));
    assertEquals(
        "rules.yaml:10:7: 'expect' must be one of [fires, proposes, waits, quiet, stays, clears],"
            + " not 'explodes'",
        mistakes(flood("samples:", "- given: {stage_m: 1}", "  expect: explodes")));
  }
}
