package nadhir.geofence.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.RuleId;
import nadhir.geofence.AqabaPack;
import nadhir.geofence.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamiliesTest {
  private final List<Rule> rules = AqabaPack.real().rules();
  private final Families families = new Families(rules);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void someFamiliesComeInTheOrderOfTheFile(long seed) {
    var random = new Random(seed);
    List<RuleId> some =
        new ArrayList<>(rules.stream().map(rule -> families.of(rule.id())).toList());
    some.removeIf(_ -> random.nextBoolean());
    Collections.shuffle(some, random);
    some.add(new RuleId("not-listed"));
    int found = 0;
    for (HazardTypeId type : rules.stream().map(Rule::hazard).distinct().toList()) {
      var expected = families.about(type).stream().filter(some::contains).toList();
      assertEquals(expected, families.about(type, some), "seed " + seed + " " + type);
      found += expected.size();
    }
    assertTrue(found > 0, "seed " + seed);
  }

  @Test
  void aRuleThatUpdatesAnotherBelongsToItsFamily() {
    int updating = 0;
    for (Rule rule : rules) {
      assertEquals(rule.updates().orElse(rule.id()), families.of(rule.id()));
      assertTrue(families.about(rule.hazard()).contains(families.of(rule.id())), rule.id().value());
      updating += rule.updates().isPresent() ? 1 : 0;
    }
    assertTrue(updating > 0);
    assertEquals(new RuleId("not-listed"), families.of(new RuleId("not-listed")));
  }
}
