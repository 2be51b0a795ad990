package nadhir.geofence.rule;

import java.util.List;
import nadhir.core.yaml.Mistake;

/**
 * All that {@code rules.yaml} holds.
 *
 * @param rules in the order of the file
 * @param samples of all rules, in the order of the file
 * @param warnings what is no mistake, and probably not meant so
 */
public record RuleBook(List<Rule> rules, List<Sample> samples, List<Mistake> warnings) {
  public RuleBook {
    rules = List.copyOf(rules);
    samples = List.copyOf(samples);
    warnings = warnings.stream().sorted().toList();
  }
}
