package nadhir.geofence.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

/** Rules are compared with each other for as long as a count lasts. */
class ShadowsTest {
  private static final int RULES = 500;

  /** Of a single condition of 1,000 characters, written out in all of its cases, and more. */
  private static final long LAST_PAIR = 20_000_000;

  private final long seed = Long.getLong("nadhir.rules.seed", 1);

  private static String file(int rules, RandomGenerator random) {
    var file = new StringBuilder("rules:\n");
    for (int i = 0; i < rules; i++) {
      file.append(
          """
            - rule: r%d
              hazard: earthquake
              when: "%s"
              zones: "kind <> ''"
              level: red
              approve: two people
              message: m
          """
              .formatted(i, condition(random, 5)));
    }
    return file.toString();
  }

  private static String condition(RandomGenerator random, int depth) {
    if (depth == 0) {
      String fact =
          any(random, "magnitude", "mmi", "mmi_low", "depth_km", "distance_km", "age_min");
      return fact + any(random, " > ", " <= ") + random.nextInt(1, 12);
    }
    String word = depth % 2 == 0 ? " AND " : " OR ";
    return "(" + condition(random, depth - 1) + word + condition(random, depth - 1) + ")";
  }

  private static String any(RandomGenerator random, String... words) {
    return words[random.nextInt(words.length)];
  }

  private static List<Mistake> warnings(String file) {
    var book =
        RuleFile.read(
            new SiteFile("rules.yaml", file), AqabaPack.realHead(), AqabaPack.realZones());
    return AqabaPack.clean(book).warnings();
  }

  @Test
  void fiveHundredRandomConditionsTakeAsManySteps() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var site = AqabaPack.realHead().info();
    List<Rule> rules =
        RuleFile.parse(new SiteFile("rules.yaml", file(RULES, random)), site, AqabaPack.realZones())
            .get();
    List<Shadows.Candidate> candidates = new ArrayList<>();
    YamlNode.parse(
        new SiteFile("rules.yaml", "when: x"),
        root -> {
          for (Rule rule : rules) {
            candidates.add(
                new Shadows.Candidate(
                    new WrittenRule(rule, root),
                    BitSet.valueOf(new long[] {1}),
                    OptionalInt.empty()));
          }
          return Optional.of(root);
        });
    for (long most : List.of(0L, 1_000_000L, Shadows.MOST_STEPS)) {
      var steps = new Steps(most);
      List<String> told = new ArrayList<>();
      new Shadows((_, _, _, reason) -> told.add(reason), steps).look(candidates);
      long stopped = told.stream().filter(reason -> reason.startsWith("too much")).count();
      assertEquals(steps.areOver() ? 1 : 0, stopped, "seed " + seed + " " + told);
      assertTrue(steps.taken() <= most + LAST_PAIR, "seed " + seed + ": " + steps.taken());
      assertTrue(steps.taken() > 0, "nothing was counted");
    }
  }

  @Test
  void aFileOfThemIsReadAndSaysOnceWhereItStopped() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<String> stopped =
        warnings(file(RULES, random)).stream()
            .map(Mistake::reason)
            .filter(reason -> reason.startsWith("too much"))
            .toList();
    assertEquals(stopped.stream().distinct().toList(), stopped, "seed " + seed);
    assertTrue(
        stopped.contains(
            "too much to compare: from here on nothing is told of rules in the shadow of others"),
        "seed " + seed + " " + stopped);
  }
}
