package nadhir.geofence.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.ZoneImpact;
import nadhir.geofence.engine.Question.Known;
import nadhir.geofence.engine.Question.Origin;
import nadhir.geofence.impact.ZoneImpacts;

/**
 * What a desk asks for one hazard at one moment: for each rule about its type the zones where it
 * holds. All rules are asked at once when it is made, and the impacts worked out of those zones
 * only that the index leaves open, and of those where a rule holds.
 */
public final class Verdicts {
  private final Map<RuleId, SortedMap<ZoneId, ZoneImpact>> byRule = new HashMap<>();

  private Verdicts() {}

  public static Verdicts of(RuleEngine engine, HazardTypeId type, ZoneImpacts impacts) {
    var verdicts = new Verdicts();
    Holding holding = engine.holding(question(type, impacts));
    for (int i = 0; i < holding.size(); i++) {
      ZoneId zone = holding.zone(i).id();
      verdicts
          .byRule
          .computeIfAbsent(holding.rule(i).id(), _ -> new TreeMap<>())
          .put(zone, impacts.find(zone).orElseThrow());
    }
    return verdicts;
  }

  private static Question question(HazardTypeId type, ZoneImpacts impacts) {
    ZoneImpacts.Same same = impacts.same();
    return new Question(
        type,
        impacts.origin().map(origin -> new Origin(origin.place(), origin.toCentres())),
        Known.of(same.facts(), FactColumns.of(same.values())),
        zone -> impacts.find(zone.id()).map(impact -> FactColumns.of(impact.facts())));
  }

  /** The rules that hold anywhere; in no order. */
  public Set<RuleId> rules() {
    return Collections.unmodifiableSet(byRule.keySet());
  }

  /** The zones where the rule applies and its condition holds. */
  public SortedMap<ZoneId, ZoneImpact> holding(RuleId rule) {
    return Collections.unmodifiableSortedMap(byRule.getOrDefault(rule, new TreeMap<>()));
  }
}
