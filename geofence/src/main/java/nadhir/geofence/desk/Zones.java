package nadhir.geofence.desk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Zone;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.zone.ZoneProperties;

/** The site's zones with their properties made ready for conditions. */
final class Zones {
  private record Known(Zone zone, SortedMap<String, Object> properties) {}

  private final SortedMap<ZoneId, Known> byId = new TreeMap<>();

  Zones(List<Zone> zones) {
    Collection<String> names = ZoneProperties.namesIn(zones);
    zones.forEach(z -> byId.put(z.id(), new Known(z, ZoneProperties.of(z, names))));
  }

  boolean applies(Rule rule, ZoneId id) {
    return Optional.ofNullable(byId.get(id))
        .map(known -> rule.zones().holds(known.properties()))
        .orElse(false);
  }

  Optional<Zone> find(ZoneId id) {
    return Optional.ofNullable(byId.get(id)).map(Known::zone);
  }
}
