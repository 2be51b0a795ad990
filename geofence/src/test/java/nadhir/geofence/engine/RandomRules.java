package nadhir.geofence.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.site.Zone;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleFile;

/** Rules written as text and read by the real parser. */
final class RandomRules {
  /** Text of one rule's three parts. */
  record Text(String hazard, String when, String zones) {}

  private RandomRules() {}

  /**
   * The rules of those texts that the parser takes; at least half of them. Each is a file of its
   * own: one that is refused leaves the others alone.
   */
  static List<Rule> read(List<Text> texts, List<Zone> zones) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      parse(i, texts.get(i), zones).value().ifPresent(rules::addAll);
    }
    assertTrue(rules.size() >= 0.5 * texts.size(), rules.size() + " of " + texts.size());
    return rules;
  }

  private static Parsed<List<Rule>> parse(int index, Text text, List<Zone> zones) {
    String file =
        """
        rules:
          - rule: r%d
            hazard: %s
            when: "%s"
            zones: "%s"
            level: red
            approve: two people
            message: m
        """
            .formatted(index, text.hazard(), text.when(), text.zones());
    return RuleFile.parse(new SiteFile("rules.yaml", file), AqabaPack.realHead().info(), zones);
  }
}
