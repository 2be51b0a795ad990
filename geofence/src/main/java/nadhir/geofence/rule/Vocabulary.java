package nadhir.geofence.rule;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import nadhir.core.site.Zone;
import nadhir.geofence.impact.Facts;
import nadhir.geofence.zone.ZoneProperties;

/**
 * The names that a condition may use.
 *
 * @param what for a mistake: {@code fact}, {@code zone property}
 * @param names in the order in which they are suggested
 * @param numbers those of them that are numbers
 * @param always every name always has a value
 */
record Vocabulary(String what, List<String> names, List<String> numbers, boolean always) {
  Vocabulary {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
  }

  static Vocabulary ofFacts() {
    return new Vocabulary("fact", Facts.keys(), Facts.keys(), false);
  }

  static Vocabulary ofZones(Collection<Zone> zones) {
    SortedSet<String> names = ZoneProperties.namesIn(zones);
    return new Vocabulary("zone property", List.copyOf(names), ZoneProperties.NUMBERS, true);
  }
}
