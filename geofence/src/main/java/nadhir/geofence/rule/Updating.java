package nadhir.geofence.rule;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nadhir.core.id.RuleId;
import nadhir.core.yaml.Nearest;

/**
 * Looks at {@code updates}: it names a rule of the same hazard that is there and updates none
 * itself.
 */
final class Updating {
  private final Map<String, WrittenRule> byId = new LinkedHashMap<>();
  private final List<String> ids;

  /**
   * @param ids of all rules, also of those with mistakes
   */
  Updating(List<WrittenRule> rules, List<String> ids) {
    rules.forEach(rule -> byId.put(rule.id(), rule));
    this.ids = ids;
  }

  void check() {
    Set<String> told = new LinkedHashSet<>();
    byId.values().forEach(rule -> base(rule.rule()).ifPresent(base -> check(rule, base, told)));
  }

  private static Optional<String> base(Rule rule) {
    return rule.updates().map(RuleId::value);
  }

  private void check(WrittenRule written, String base, Set<String> told) {
    if (!ids.contains(base)) {
      written
          .node()
          .mistake("updates", 0, "there is no rule '" + base + "'" + Nearest.hint(base, ids));
      return;
    }
    Set<String> path = new LinkedHashSet<>();
    Optional<String> at = Optional.of(written.id());
    while (at.isPresent() && path.add(at.get())) {
      at = Optional.ofNullable(byId.get(at.get())).flatMap(rule -> base(rule.rule()));
    }
    if (at.filter(written.id()::equals).isPresent()) {
      if (told.addAll(path)) {
        written
            .node()
            .mistake(
                "updates",
                0,
                "rules update each other in a circle: "
                    + String.join(" -> ", path)
                    + " -> "
                    + written.id());
      }
    } else if (path.size() > 2) {
      written
          .node()
          .mistake("updates", 0, "'" + base + "' itself updates another rule: name that one");
    } else {
      checkHazard(written, base);
    }
  }

  /** Where they speak of different hazards, the updating one would never be asked. */
  private void checkHazard(WrittenRule written, String base) {
    Optional.ofNullable(byId.get(base))
        .map(rule -> rule.rule().hazard())
        .filter(hazard -> !hazard.equals(written.rule().hazard()))
        .ifPresent(
            hazard ->
                written
                    .node()
                    .mistake(
                        "updates",
                        0,
                        "'"
                            + base
                            + "' is about "
                            + hazard
                            + ", and this rule about "
                            + written.rule().hazard()));
  }
}
