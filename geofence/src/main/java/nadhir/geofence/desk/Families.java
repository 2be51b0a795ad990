package nadhir.geofence.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.RuleId;
import nadhir.geofence.rule.Rule;

/**
 * Rules with those that update them. A family has at most one living firing for a hazard: the base
 * rule opens it or, where that does not hold, an updating one.
 */
final class Families {
  private final Map<RuleId, List<Rule>> members = new LinkedHashMap<>();
  private final Map<RuleId, RuleId> familyOf = new HashMap<>();

  /** By type of hazard the families with a rule for it, by their place among all. */
  private final Map<HazardTypeId, SortedMap<Integer, RuleId>> about = new HashMap<>();

  private final Map<RuleId, Integer> places = new HashMap<>();

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
    members.forEach(
        (family, its) -> {
          int place = places.size();
          places.put(family, place);
          its.forEach(
              rule -> {
                familyOf.putIfAbsent(rule.id(), family);
                about.computeIfAbsent(rule.hazard(), _ -> new TreeMap<>()).put(place, family);
              });
        });
  }

  /** The family that a rule belongs to; of a rule that is no longer listed, its own. */
  RuleId of(RuleId rule) {
    return familyOf.getOrDefault(rule, rule);
  }

  /** Families with a rule for the type of hazard, in the order of the file. */
  List<RuleId> about(HazardTypeId type) {
    return List.copyOf(about.getOrDefault(type, new TreeMap<>()).values());
  }

  /** Those among some families, in the order of the file: the others need not be looked at. */
  List<RuleId> about(HazardTypeId type, Collection<RuleId> among) {
    SortedMap<Integer, RuleId> its = about.getOrDefault(type, new TreeMap<>());
    SortedMap<Integer, RuleId> found = new TreeMap<>();
    for (RuleId family : among) {
      Optional.ofNullable(places.get(family))
          .filter(its::containsKey)
          .ifPresent(place -> found.put(place, family));
    }
    return List.copyOf(found.values());
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
