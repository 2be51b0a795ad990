package nadhir.geofence.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.ZoneImpact;
import nadhir.geofence.rule.Rule;

/**
 * What a desk asks for one hazard at one moment, whose impacts are worked out: for each rule about
 * its type the zones where it holds. All rules are asked when it is made.
 */
public final class Verdicts {
  private final Map<RuleId, SortedMap<ZoneId, ZoneImpact>> byRule = new HashMap<>();

  private Verdicts() {}

  public static Verdicts of(RuleEngine engine, HazardTypeId type, Collection<ZoneImpact> impacts) {
    var verdicts = new Verdicts();
    for (ZoneImpact impact : impacts) {
      double[] facts = FactColumns.of(impact.facts());
      for (Rule rule : engine.holding(type, impact.zone(), facts)) {
        verdicts.byRule.computeIfAbsent(rule.id(), _ -> new TreeMap<>()).put(impact.zone(), impact);
      }
    }
    return verdicts;
  }

  /** The zones where the rule applies and its condition holds. */
  public SortedMap<ZoneId, ZoneImpact> holding(RuleId rule) {
    return Collections.unmodifiableSortedMap(byRule.getOrDefault(rule, new TreeMap<>()));
  }
}
