package nadhir.geofence.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Zone;
import nadhir.geofence.AqabaPack;
import nadhir.geofence.impact.Facts;
import nadhir.geofence.impact.ZoneImpacts;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.zone.ZoneProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Aqaba's own rules and zones on thousands of made-up sheets. */
class VerdictsTest {
  private static final AqabaPack AQABA = AqabaPack.real();
  private static final List<Double> VALUES =
      List.of(
          -1.0, 0.0, 0.5, 1.0, 1.2, 2.0, 3.7, 3.701, 4.0, 5.0, 5.5, 6.0, 13.0, 15.0, 20.0, 61.0);
  private static final int SCENES = 100;

  private final RuleEngine engine = RuleEngine.of(AQABA.rules(), AQABA.zones());

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void theDeskWouldHearTheSame(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var types = AQABA.rules().stream().map(Rule::hazard).distinct().toList();
    var names = ZoneProperties.namesIn(AQABA.zones());
    int held = 0;
    for (int i = 0; i < SCENES; i++) {
      List<ZoneImpact> impacts = impacts(random);
      for (HazardTypeId type : types) {
        var verdicts = Verdicts.of(engine, type, given(impacts));
        for (Rule rule : AQABA.rules().stream().filter(r -> r.hazard().equals(type)).toList()) {
          SortedMap<ZoneId, ZoneImpact> expected = new TreeMap<>();
          for (ZoneImpact impact : impacts) {
            if (rule.zones().holds(ZoneProperties.of(zone(impact.zone()), names))
                && rule.when().holds(impact.facts())) {
              expected.put(impact.zone(), impact);
            }
          }
          assertEquals(expected, verdicts.holding(rule.id()), "seed " + seed + " " + rule.id());
          held += expected.size();
        }
      }
    }
    assertTrue(held > SCENES, "held " + held);
  }

  @Test
  void aZoneOrTypeThatNobodyKnowsHoldsNothing() {
    var facts = sheet(RandomGeneratorFactory.of("L64X128MixRandom").create(4));
    Optional<Instant> never = Optional.empty();
    ZoneId known = AQABA.zones().getFirst().id();
    var here = given(List.of(new ZoneImpact(known, never, never, facts)));
    var nowhere = given(List.of(new ZoneImpact(new ZoneId("nowhere"), never, never, facts)));
    assertEquals(Set.of(), Verdicts.of(engine, new HazardTypeId("sandstorm"), here).rules());
    assertEquals(Set.of(), Verdicts.of(engine, new HazardTypeId("earthquake"), nowhere).rules());
  }

  private static ZoneImpacts given(List<ZoneImpact> impacts) {
    var byZone = new TreeMap<ZoneId, ZoneImpact>();
    impacts.forEach(impact -> byZone.put(impact.zone(), impact));
    return ZoneImpacts.given(byZone);
  }

  private static Zone zone(ZoneId id) {
    return AQABA.zones().stream().filter(z -> z.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<ZoneImpact> impacts(RandomGenerator random) {
    List<ZoneImpact> impacts = new ArrayList<>();
    for (Zone zone : AQABA.zones()) {
      if (random.nextInt(8) > 0) {
        impacts.add(new ZoneImpact(zone.id(), Optional.empty(), Optional.empty(), sheet(random)));
      }
    }
    return impacts;
  }

  private static SortedMap<String, Double> sheet(RandomGenerator random) {
    var sheet = new TreeMap<String, Double>();
    for (Facts fact : Facts.values()) {
      if (random.nextInt(4) > 0) {
        sheet.put(fact.key(), VALUES.get(random.nextInt(VALUES.size())));
      }
    }
    return sheet;
  }
}
