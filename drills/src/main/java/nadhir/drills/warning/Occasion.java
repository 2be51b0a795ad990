package nadhir.drills.warning;

import java.util.List;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;

/**
 * What people should be warned of.
 *
 * @param zones where; empty for anywhere
 * @param rules that should warn of it; empty for each that speaks of its type of hazard
 */
public record Occasion(String name, HazardTypeId type, List<ZoneId> zones, List<RuleId> rules) {
  public Occasion {
    zones = List.copyOf(zones);
    rules = List.copyOf(rules);
  }

  boolean concerns(Verification.Rule rule) {
    return type.equals(rule.hazard()) && (rules.isEmpty() || rules.contains(rule.id()));
  }
}
