package nadhir.geofence.rule;

import java.util.Collection;
import java.util.List;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Zone;
import nadhir.geofence.zone.ZoneProperties;

/** Where a rule can speak at all. */
public final class RuleReach {
  private RuleReach() {}

  /** The zones that its {@code zones:} lets in, sorted. */
  public static List<ZoneId> zones(Rule rule, List<Zone> zones) {
    Collection<String> names = ZoneProperties.namesIn(zones);
    return zones.stream()
        .filter(zone -> rule.zones().holds(ZoneProperties.of(zone, names)))
        .map(Zone::id)
        .sorted()
        .toList();
  }
}
