package nadhir.geofence.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  private static final Map<String, Object> KNOWN =
      Map.of("stage_m", 1.6, "stage_moderate", 1.5, "kind", "port", "part", "");

  private static final Vocabulary NAMES =
      new Vocabulary(
          "name",
          List.of("stage_m", "stage_moderate", "rain_mm_30", "kind", "part"),
          List.of("stage_m", "stage_moderate", "rain_mm_30"),
          new TreeMap<>(),
          true);

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "stage_m >= stage_moderate; true",
        "stage_m >= 2 OR stage_m BETWEEN 1 AND 1.6; true",
        "stage_m > 1 + 2 / 4; true",
        "stage_m - 0.2 > stage_moderate; false",
        "NOT (stage_m < 1.6); true",
        "kind IN ('port', 'shore'); true",
        "kind LIKE 'po%'; true",
        "kind = 'Port'; false",
        "part <> 'upper'; true",
        "part = ''; true",
        "rain_mm_30 >= 0; false",
        "rain_mm_30 < 20; false",
        "rain_mm_30 BETWEEN 0 AND 99; false",
      })
  void conditionsMeanWhatTheySay(String ecql, boolean holds) {
    var condition =
        YamlNode.parse(
                new SiteFile("rules.yaml", "when: \"" + ecql + "\""),
                root -> new ConditionParser(NAMES).required(root, "when"))
            .get();
    assertEquals(holds, condition.holds(KNOWN));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "stage_m >= 2 m; stage_m >= 2  ",
        "rise_m_per_h > 0.5m/h AND runoff_m3ps >= 3 m³/s; rise_m_per_h > 0.5 AND runoff_m3ps >= 3",
        "certainty = observed; certainty_rank = 4",
        "severity >= severe AND inside = 1; severity_rank >= 3 AND inside = 1",
        "gauge.observed OR stage_m > 1; gauges_over >= 1 OR stage_m > 1",
      })
  void unitsAndWordsAreSpelledOut(String written, String ecql) {
    var spelling = Spelling.of(ConditionText.read(written), true);
    assertEquals(ecql.strip(), spelling.ecql().strip());
    assertEquals(written.length(), spelling.writtenAt(spelling.ecql().length()));
  }
}
