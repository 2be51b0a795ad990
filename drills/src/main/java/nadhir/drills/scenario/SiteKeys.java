package nadhir.drills.scenario;

import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names of a site that a scenario may use, so that a wrong one is found before it is played.
 */
public record SiteKeys(
    ZoneId timeZone,
    SortedSet<String> messages,
    SortedSet<String> runCards,
    SortedSet<String> units,
    SortedSet<String> hazardTypes,
    SortedSet<String> levels,
    SortedSet<String> zones) {
  public SiteKeys {
    messages = copy(messages);
    runCards = copy(runCards);
    units = copy(units);
    hazardTypes = copy(hazardTypes);
    levels = copy(levels);
    zones = copy(zones);
  }

  private static SortedSet<String> copy(SortedSet<String> set) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
