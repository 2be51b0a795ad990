package nadhir.geofence.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.geofence.AqabaPack;
import nadhir.geofence.impact.Facts;
import nadhir.geofence.rule.Condition;
import nadhir.geofence.rule.Oracle;
import nadhir.geofence.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * GeoTools' own evaluation is the oracle where all is known, and false where not; {@code
 * -Dnadhir.rules.pairs=1000000} asks it more.
 */
class CompiledConditionTest {
  private static final List<String> NAMES = List.of("magnitude", "mmi", "mmi_low", "mmi_high");
  private static final int ROWS = 100;

  private final long seed = Long.getLong("nadhir.rules.seed", 1);
  private final int pairs = Integer.getInteger("nadhir.rules.pairs", 100_000);

  @Test
  void compiledConditionsSayWhatGeoToolsSays() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var conditions = new RandomConditions(random, NAMES, false);
    List<RandomRules.Text> texts = new ArrayList<>();
    for (int i = 0; i < Math.max(1, pairs / ROWS); i++) {
      texts.add(new RandomRules.Text("earthquake", conditions.condition(3), "kind <> ''"));
    }
    List<String> differences = new ArrayList<>();
    int compared = 0;
    int held = 0;
    for (Rule rule : RandomRules.read(texts, AqabaPack.realZones())) {
      var compiled = CompiledCondition.of(rule.when());
      for (int i = 0; i < ROWS; i++) {
        SortedMap<String, Double> facts = facts(random);
        boolean expected = Oracle.holds(rule.when(), facts);
        compared++;
        held += expected ? 1 : 0;
        boolean whole = compiled.holds(FactColumns.of(facts));
        if (expected != whole || expected != rule.when().holds(facts)) {
          differences.add(rule.when() + " on " + facts + " is " + expected);
        }
      }
    }
    String shortest = differences.stream().min(Comparator.comparing(String::length)).orElse("");
    assertEquals("", shortest, "seed " + seed + ", " + differences.size() + " of " + compared);
    assertTrue(compared >= pairs / 2, "compared " + compared);
    assertTrue(held > compared / 10 && held < compared * 9 / 10, "held " + held);
  }

  @ParameterizedTest(name = "{0} on {1} is {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "magnitude >= 5 AND mmi_low < 40; magnitude=5 mmi_low=39.999; true",
        "magnitude > 5; magnitude=5; false",
        "magnitude > 5; ; false",
        "magnitude < 5; ; false",
        "5 < magnitude; magnitude=5.001; true",
        "magnitude = 5; magnitude=5; true",
        "magnitude = 0; magnitude=-0.0; true",
        "magnitude = 0.0; magnitude=-0.0; false",
        "magnitude >= 0.0; magnitude=-0.0; true",
        "magnitude BETWEEN 0 AND 5; magnitude=-0.0; false",
        "magnitude IN (4, 5, 6); magnitude=6; true",
        "magnitude LIKE '5.%'; magnitude=5; true",
        "magnitude + mmi_low * 2 >= 15; magnitude=5 mmi_low=5; true",
      })
  void theOddCornersToo(String ecql, String facts, boolean holds) {
    var texts = List.of(new RandomRules.Text("earthquake", ecql, "kind <> ''"));
    Condition when = RandomRules.read(texts, AqabaPack.realZones()).getFirst().when();
    SortedMap<String, Double> values = new TreeMap<>();
    if (facts != null) {
      for (String fact : facts.split(" ")) {
        values.put(fact.split("=")[0], Double.valueOf(fact.split("=")[1]));
      }
    }
    assertEquals(holds, Oracle.holds(when, values), "GeoTools");
    assertEquals(holds, when.holds(values));
    assertEquals(holds, CompiledCondition.of(when).holds(FactColumns.of(values)));
  }

  @Test
  void everyFactHasItsColumn() {
    for (Facts fact : Facts.values()) {
      assertEquals(fact.ordinal(), FactColumns.of(fact.key()));
    }
    assertEquals(-1, FactColumns.of("kind"));
  }

  private static SortedMap<String, Double> facts(RandomGenerator random) {
    SortedMap<String, Double> facts = new TreeMap<>();
    for (String name : NAMES) {
      if (random.nextInt(6) > 0) {
        facts.put(name, RandomConditions.value(random));
      }
    }
    return facts;
  }
}
