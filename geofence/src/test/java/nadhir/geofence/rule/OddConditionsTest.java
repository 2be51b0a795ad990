package nadhir.geofence.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import org.junit.jupiter.api.Test;

/** Whatever a person writes is a condition or a mistake, and never an exception. */
class OddConditionsTest {
  private static final int TEXTS = 20_000;

  private static final List<String> WORDS =
      List.of(
          "stage_m",
          "lead_min",
          "mmi",
          "AND",
          "OR",
          "NOT",
          "BETWEEN",
          "IN",
          "LIKE",
          "ILIKE",
          "IS",
          "NULL",
          "(",
          ")",
          "(",
          ")",
          ",",
          "=",
          "<",
          "<=",
          ">",
          ">=",
          "<>",
          "+",
          "-",
          "*",
          "/",
          "1",
          "0",
          "5.5",
          "-3",
          "1e5",
          "1e-400",
          "1e999",
          "9223372036854775807",
          "9223372036854775808",
          "'5'",
          "''",
          "'a%'",
          "m",
          "min",
          "INCLUDE",
          "EXCLUDE",
          "TRUE",
          "id",
          "certainty",
          "observed",
          "gauge.observed",
          "DWITHIN",
          "abs");

  private final long seed = Long.getLong("nadhir.rules.seed", 1);

  private static String text(RandomGenerator random) {
    var text = new StringBuilder(random.nextBoolean() ? "stage_m" : "");
    for (int i = random.nextInt(1, 9); i > 0; i--) {
      text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  @Test
  void anyTextIsAConditionOrAMistakeAtItsPlace() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var known = new TreeMap<>(Map.of("stage_m", 1.5));
    int conditions = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      var read =
          YamlNode.parseWithColumns(
              new SiteFile("rules.yaml", "when: \"" + text + "\""),
              root -> {
                var condition = new ConditionParser(Vocabulary.ofFacts()).required(root, "when");
                return root.make(condition::orElseThrow);
              });
      for (Condition condition : read.value().stream().toList()) {
        conditions++;
        assertEquals(
            Oracle.holds(condition, known), condition.holds(known), "seed " + seed + ": " + text);
      }
      assertTrue(
          read.value().isPresent() || read.mistakes().getFirst().column() > 0,
          "seed " + seed + ": " + text);
    }
    assertTrue(conditions > TEXTS / 1_000, "seed " + seed + ": " + conditions + " conditions");
  }
}
