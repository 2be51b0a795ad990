package nadhir.drills.warning;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nadhir.core.event.Entry;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;

/**
 * What one rule did over a recording.
 *
 * @param fires each time that it fired, in order
 * @param clears each time that a firing of it was over before the recording was, in order
 * @param zones all that it ever reached, sorted
 */
public record RuleDoings(
    RuleId rule, List<Instant> fires, List<Instant> clears, List<ZoneId> zones) {
  public RuleDoings {
    fires = List.copyOf(fires);
    clears = List.copyOf(clears);
    zones = List.copyOf(zones);
  }

  /** One for each of {@code rules}, in their order. */
  public static List<RuleDoings> of(List<RuleId> rules, List<Entry> entries) {
    List<Firing> firings = Firing.in(entries);
    return rules.stream()
        .map(rule -> of(rule, firings.stream().filter(f -> f.rule().equals(rule)).toList()))
        .toList();
  }

  private static RuleDoings of(RuleId rule, List<Firing> firings) {
    return new RuleDoings(
        rule,
        firings.stream().map(Firing::at).toList(),
        firings.stream()
            .filter(Firing::cleared)
            .map(Firing::until)
            .sorted(Comparator.naturalOrder())
            .toList(),
        firings.stream()
            .flatMap(firing -> firing.zones().stream())
            .map(Firing.Reached::zone)
            .distinct()
            .sorted()
            .toList());
  }

  public Optional<Instant> firstFires() {
    return fires.stream().findFirst();
  }

  public Optional<Instant> lastClears() {
    return clears.isEmpty() ? Optional.empty() : Optional.of(clears.getLast());
  }
}
