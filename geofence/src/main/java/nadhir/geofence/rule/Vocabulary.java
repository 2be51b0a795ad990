package nadhir.geofence.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadhir.core.site.Zone;
import nadhir.geofence.impact.Facts;
import nadhir.geofence.zone.ZoneProperties;

/**
 * The names that a condition may use.
 *
 * @param what for a mistake: {@code fact}, {@code zone property}
 * @param names in the order in which they are suggested
 * @param numbers those of them that are numbers
 * @param units of the numbers that are facts, by name; empty text for a plain number
 * @param always every name always has a value
 */
record Vocabulary(
    String what,
    List<String> names,
    List<String> numbers,
    SortedMap<String, String> units,
    boolean always) {
  Vocabulary {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
    units = new TreeMap<>(units);
  }

  static Vocabulary ofFacts() {
    Map<String, String> units =
        Stream.of(Facts.values()).collect(Collectors.toMap(Facts::key, Facts::unit));
    return new Vocabulary("fact", Facts.keys(), Facts.keys(), new TreeMap<>(units), false);
  }

  static Vocabulary ofZones(Collection<Zone> zones) {
    SortedSet<String> names = ZoneProperties.namesIn(zones);
    return new Vocabulary(
        "zone property", List.copyOf(names), ZoneProperties.NUMBERS, new TreeMap<>(), true);
  }

  boolean isFacts() {
    return !units.isEmpty();
  }

  /** The unit of a fact; empty for all that is none. */
  Optional<String> unit(String name) {
    return Optional.ofNullable(units.get(name));
  }
}
