package nadhir.geofence.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.site.Zone;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.zone.ZoneProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where rules apply, against GeoTools zone by zone. */
class ZoneColumnsTest {
  private static final List<String> TEXTS =
      List.of("port", "Port", "PORT", "1", "1.0", "01", "", "a.b", "axb", "z7", "yutum");
  private static final List<String> PATTERNS =
      List.of("po%", "PO%", "_ort", "%", "a.b", "a_b", "1%", "z_", "%.%", "");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void conditionsLetInTheZonesThatGeoToolsLetsIn(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Zone> zones = RandomZones.of(60, random);
    var numbers = new RandomConditions(random, ZoneProperties.NUMBERS, true);
    List<RandomRules.Text> texts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      texts.add(new RandomRules.Text("earthquake", "mmi >= 5", condition(random, numbers, 3)));
    }
    var columns = new ZoneColumns(zones);
    var names = ZoneProperties.namesIn(zones);
    int held = 0;
    for (Rule rule : RandomRules.read(texts, zones)) {
      var let = columns.where(rule.zones());
      for (int i = 0; i < zones.size(); i++) {
        Zone zone = columns.zones().get(i);
        boolean expected = rule.zones().holds(ZoneProperties.of(zone, names));
        held += expected ? 1 : 0;
        assertEquals(expected, let.get(i), "seed " + seed + ": " + rule.zones() + " on " + zone);
      }
    }
    assertTrue(held > 5_000 && held < 25_000, "held " + held);
  }

  private static String condition(RandomGenerator random, RandomConditions numbers, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return leaf(random, numbers);
    }
    if (random.nextInt(5) == 0) {
      return "NOT (" + condition(random, numbers, depth - 1) + ")";
    }
    return "("
        + condition(random, numbers, depth - 1)
        + (random.nextBoolean() ? " AND " : " OR ")
        + condition(random, numbers, depth - 1)
        + ")";
  }

  private static String leaf(RandomGenerator random, RandomConditions numbers) {
    String name = List.of("kind", "part", "wadi", "zone").get(random.nextInt(4));
    String text = "'" + TEXTS.get(random.nextInt(TEXTS.size())) + "'";
    String other = "'" + TEXTS.get(random.nextInt(TEXTS.size())) + "'";
    String comparison = List.of("=", "<>", "<", "<=", ">", ">=").get(random.nextInt(6));
    return switch (random.nextInt(8)) {
      case 0 -> numbers.condition(1);
      case 1 -> name + " IN (" + text + ", " + other + ")";
      case 2 -> name + " LIKE '" + PATTERNS.get(random.nextInt(PATTERNS.size())) + "'";
      case 3 -> name + " ILIKE '" + PATTERNS.get(random.nextInt(PATTERNS.size())) + "'";
      case 4 -> name + " BETWEEN " + text + " AND " + other;
      case 5 -> "kind " + comparison + " part";
      case 6 -> text + " " + comparison + " " + name;
      default -> name + " " + comparison + " " + text;
    };
  }
}
