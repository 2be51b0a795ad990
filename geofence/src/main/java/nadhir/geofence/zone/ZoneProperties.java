package nadhir.geofence.zone;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nadhir.core.site.Zone;

/** The properties of a zone that a rule's {@code zones:} may name, beside the site's own tags. */
public final class ZoneProperties {
  /** {@code zone} is the id: ECQL keeps the word "id" for itself. */
  public static final List<String> NAMES =
      List.of("zone", "kind", "population_day", "population_night", "site_term_mmi");

  /** Those of them that are numbers; tags are text. */
  public static final List<String> NUMBERS =
      List.of("population_day", "population_night", "site_term_mmi");

  private ZoneProperties() {}

  /** All names that can be used with these zones: the fixed ones and every tag of any zone. */
  public static SortedSet<String> namesIn(Collection<Zone> zones) {
    SortedSet<String> names = new TreeSet<>(NAMES);
    zones.forEach(zone -> names.addAll(zone.tags().keySet()));
    return names;
  }

  /** The zone's values by name; a tag of {@code names} that it does not have is an empty text. */
  public static SortedMap<String, Object> of(Zone zone, Collection<String> names) {
    SortedMap<String, Object> values = new TreeMap<>();
    names.forEach(name -> values.put(name, ""));
    values.putAll(zone.tags());
    values.put("zone", zone.id().value());
    values.put("kind", zone.kind());
    values.put("population_day", (double) zone.populationDay());
    values.put("population_night", (double) zone.populationNight());
    values.put("site_term_mmi", zone.siteTermMmi().orElse(0));
    return values;
  }
}
