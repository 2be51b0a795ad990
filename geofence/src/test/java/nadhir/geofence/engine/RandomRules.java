package nadhir.geofence.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nadhir.core.site.Zone;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleFile;

/** Rules written as text and read by the real parser, in as many files as they need. */
final class RandomRules {
  private static final int LINES = 7;

  /** Text of one rule's three parts. */
  record Text(String hazard, String when, String zones) {}

  private RandomRules() {}

  /** The rules of those texts that the parser takes; at least half of them. */
  static List<Rule> read(List<Text> texts, List<Zone> zones) {
    List<Rule> rules = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += RuleFile.MAX_RULES) {
      int to = Math.min(texts.size(), from + RuleFile.MAX_RULES);
      rules.addAll(taken(from, texts.subList(from, to), zones));
    }
    assertTrue(rules.size() >= 0.5 * texts.size(), rules.size() + " of " + texts.size());
    return rules;
  }

  /** What is refused is left out, until nothing is. */
  private static List<Rule> taken(int from, List<Text> texts, List<Zone> zones) {
    List<Text> left = new ArrayList<>(texts);
    Parsed<List<Rule>> all = parse(from, left, zones);
    while (!all.mistakes().isEmpty() && !left.isEmpty()) {
      Set<Integer> refused = new TreeSet<>();
      all.mistakes().forEach(mistake -> refused.add((mistake.line() - 2) / LINES));
      List<Text> others = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        if (!refused.contains(i)) {
          others.add(left.get(i));
        }
      }
      left = others;
      all = parse(from, left, zones);
    }
    return AqabaPack.clean(all);
  }

  private static Parsed<List<Rule>> parse(int from, List<Text> texts, List<Zone> zones) {
    List<String> all = new ArrayList<>();
    for (Text text : texts) {
      all.add(
          """
            - rule: r%d
              hazard: %s
              when: "%s"
              zones: "%s"
              level: red
              approve: two people
              message: m
          """
              .formatted(from + all.size(), text.hazard(), text.when(), text.zones()));
    }
    String file = all.stream().collect(Collectors.joining("", "rules:\n", ""));
    return RuleFile.parse(new SiteFile("rules.yaml", file), AqabaPack.realHead().info(), zones);
  }
}
