package nadhir.geofence.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fact that is not known makes its comparison false, wherever it stands. */
class UnknownFactsTest {
  private static List<Mistake> mistakes(String when) {
    var mistakes = new ArrayList<Mistake>();
    mistakes.addAll(
        YamlNode.parseWithColumns(
                new SiteFile("rules.yaml", "when: \"" + when + "\""),
                root -> {
                  var read = new ConditionParser(Vocabulary.ofFacts()).required(root, "when");
                  return root.make(read::orElseThrow);
                })
            .mistakes());
    return mistakes;
  }

  private static Condition condition(String when) {
    return YamlNode.parse(
            new SiteFile("rules.yaml", "when: \"" + when + "\""),
            root -> new ConditionParser(Vocabulary.ofFacts()).required(root, "when"))
        .get();
  }

  /**
   * Known are only {@code stage_m = 1.5}, {@code rise_m_per_h = 0} and {@code runoff_mm = 1e300}.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "stage_action = stage_major; false",
        "stage_m = stage_major; false",
        "stage_action <= stage_major; false",
        "stage_action >= stage_major; false",
        "lead_min - 5 < 10; false",
        "lead_min - 5 <= 10; false",
        "lead_min - 5 > 10; false",
        "10 > lead_min - 5; false",
        "lead_min - 5 = window_min - 5; false",
        "lead_min * 0 = 0; false",
        "lead_min - lead_min = 0; false",
        "lead_min < 10; false",
        "lead_min BETWEEN 0 AND 99; false",
        "stage_m BETWEEN stage_action AND 9; false",
        "stage_m BETWEEN 0 AND stage_major; false",
        "stage_m BETWEEN stage_action AND stage_major; false",
        "5 BETWEEN stage_action AND 9; false",
        "5 BETWEEN 1 AND stage_major; false",
        "lead_min + 1 BETWEEN 0 AND 99; false",
        "stage_m BETWEEN 0 AND stage_action + 1; false",
        "lead_min IN (1, 2, 3); false",
        "lead_min LIKE '%'; false",
        "lead_min + 1 LIKE '%'; false",
        "stage_m / rise_m_per_h > 1; false",
        "stage_m / rise_m_per_h < 1; false",
        "rise_m_per_h / rise_m_per_h = rise_m_per_h / rise_m_per_h; false",
        "rise_m_per_h / rise_m_per_h < 1; false",
        "5 / (stage_m / rise_m_per_h) = 0; false",
        "runoff_mm * runoff_mm > 1; false",
        "runoff_mm * runoff_mm - runoff_mm * runoff_mm <= 1; false",
        "1 / 0 > 1; false",
        "0 / 0 < 1; false",
        "stage_m BETWEEN 0 AND 1 / 0; false",
        "lead_min < 10 OR stage_m >= 1.5; true",
        "lead_min < 10 AND stage_m >= 1.5; false",
        "stage_m BETWEEN 1 AND 3 - stage_m; true",
        "rise_m_per_h / stage_m = 0.0; true",
      })
  void comparisonsWithThemAreFalse(String when, boolean holds) {
    var known = new TreeMap<>(Map.of("stage_m", 1.5, "rise_m_per_h", 0.0, "runoff_mm", 1e300));
    assertEquals(holds, condition(when).holds(known));
    assertEquals(holds, Oracle.holds(condition(when), known), "the oracle");
  }

  @ParameterizedTest
  @CsvSource({"Infinity", "-Infinity", "NaN"})
  void aFactThatIsNoNumberIsNotKnown(double value) {
    Map<String, Double> known = Map.of("stage_m", value);
    for (String when : List.of("stage_m > 1", "stage_m < 1", "stage_m = stage_m")) {
      assertEquals(false, condition(when).holds(known), when);
    }
  }

  @Test
  void whatIsToldOfAComparisonIsWhatTheConditionMadeOfIt() {
    assertEquals(
        List.of(
            new Comparisons.Told("lead_min ? - 5 < 10", false, List.of("lead_min")),
            new Comparisons.Told("stage_m 1.5 >= 1", true, List.of("stage_m"))),
        Comparisons.of(condition("lead_min - 5 < 10 OR stage_m >= 1"), Map.of("stage_m", 1.5)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "stage_m > 9223372036854775808; 1:18; 9223372036854775808",
        "rise_m_per_h > 1 OR stage_m < 123456789012345678901234567890 m; 1:38;"
            + " 123456789012345678901234567890",
        "stage_m BETWEEN 1 AND 1e999; 1:30; 1e999",
        "stage_m < 1.5e99999999999999; 1:18; 1.5e99999999999999",
      })
  void aNumberThatIsTooLargeIsAMistakeAtItsPlace(String when, String place, String number) {
    assertEquals(
        List.of("rules.yaml:" + place + ": this number is too large: " + number + " (in 'when')"),
        mistakes(when).stream().map(Mistake::toString).toList());
  }

  @Test
  void theLargestNumbersAreTaken() {
    assertEquals(List.of(), mistakes("stage_m < 9223372036854775807 OR stage_m < 1.7e308"));
  }

  @Test
  void aTextIsNotReckonedWith() {
    assertEquals(
        "rules.yaml:1:8: a text is reckoned with: + - * / take numbers (in 'when')",
        mistakes("stage_m + '5' > 3").getFirst().toString());
  }
}
