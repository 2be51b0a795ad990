package nadhir.geofence.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.RuleId;
import nadhir.geofence.rule.Rule;

/**
 * Rules with those that update them. A family has at most one living firing for a hazard: the base
 * rule opens it or, where that does not hold, an updating one.
 */
final class Families {
  private final Map<RuleId, List<Rule>> members = new LinkedHashMap<>();

  Families(List<Rule> rules) {
    rules.stream()
        .filter(rule -> rule.updates().isEmpty())
        .forEach(rule -> members.put(rule.id(), new ArrayList<>(List.of(rule))));
    rules.stream()
        .filter(rule -> rule.updates().isPresent())
        .forEach(
            rule ->
                members
                    .computeIfAbsent(rule.updates().orElseThrow(), _ -> new ArrayList<>())
                    .add(rule));
  }

  /** The family that a rule belongs to; of a rule that is no longer listed, its own. */
  RuleId of(RuleId rule) {
    for (var family : members.entrySet()) {
      if (family.getValue().stream().anyMatch(member -> member.id().equals(rule))) {
        return family.getKey();
      }
    }
    return rule;
  }

  /** Families with a rule for the type of hazard, in the order of the file. */
  List<RuleId> about(HazardTypeId type) {
    return members.entrySet().stream()
        .filter(family -> family.getValue().stream().anyMatch(m -> m.hazard().equals(type)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The base rule first, then those that update it in the order of the file. */
  List<Rule> members(RuleId family) {
    return List.copyOf(members.getOrDefault(family, List.of()));
  }

  /** Whether the rule is listed, in this family. */
  boolean isMember(RuleId rule, RuleId family) {
    return members.getOrDefault(family, List.of()).stream().anyMatch(m -> m.id().equals(rule));
  }
}
