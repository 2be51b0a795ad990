package nadhir.geofence.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Zone;
import nadhir.geofence.zone.ZoneProperties;

/** Where rules can speak at all. Each condition on zones is asked once. */
public final class RuleReach {
  private final SortedMap<ZoneId, SortedMap<String, Object>> properties = new TreeMap<>();
  private final Map<Condition, List<ZoneId>> asked = new HashMap<>();

  RuleReach(Collection<Zone> zones) {
    Collection<String> names = ZoneProperties.namesIn(zones);
    zones.forEach(zone -> properties.put(zone.id(), ZoneProperties.of(zone, names)));
  }

  /** The zones that its {@code zones:} lets in, sorted. */
  public static List<ZoneId> zones(Rule rule, List<Zone> zones) {
    return new RuleReach(zones).of(rule);
  }

  List<ZoneId> of(Rule rule) {
    return asked.computeIfAbsent(rule.zones(), this::where);
  }

  private List<ZoneId> where(Condition condition) {
    List<ZoneId> where = new ArrayList<>();
    properties.forEach(
        (zone, values) -> {
          if (condition.holds(values)) {
            where.add(zone);
          }
        });
    return List.copyOf(where);
  }
}
