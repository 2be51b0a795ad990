package nadhir.drills.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nadhir.core.event.Entry;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.RuleId;

/**
 * Holds firings against what happened, as forecasts are verified: hit, miss, false alarm, lead time
 * (Jolliffe and Stephenson, "Forecast Verification", 2nd ed., chapter 3: binary events).
 *
 * <p>A firing warned of an event when it reached one of the event's zones before the event began
 * and at most the horizon before, or was still alive then. It is late when it only did so while the
 * event lasted. A firing that neither preceded nor met an event is a false alarm.
 */
public final class Verification {
  private Verification() {}

  /** A rule, and the type of hazard that it speaks of. */
  public record Rule(RuleId id, HazardTypeId hazard) {}

  /** One score for each of {@code rules}, in their order. */
  public static List<RuleScore> of(
      List<Rule> rules, List<Entry> entries, List<Happened> happened, Duration horizon) {
    List<Firing> firings = Firing.in(entries);
    return rules.stream()
        .map(
            rule ->
                score(
                    rule.id(),
                    firings.stream().filter(f -> f.rule().equals(rule.id())).toList(),
                    happened.stream().filter(h -> h.of().concerns(rule)).toList(),
                    horizon))
        .toList();
  }

  private static RuleScore score(
      RuleId rule, List<Firing> firings, List<Happened> happened, Duration horizon) {
    List<Duration> leads = new ArrayList<>();
    List<Duration> toPeak = new ArrayList<>();
    List<Duration> delays = new ArrayList<>();
    int missed = 0;
    for (Happened event : happened) {
      Optional<Instant> warned = warned(firings, event, horizon);
      if (warned.isEmpty()) {
        missed++;
      } else if (warned.get().isAfter(event.from())) {
        delays.add(Duration.between(event.from(), warned.get()));
      } else {
        leads.add(Duration.between(warned.get(), event.from()));
      }
      if (warned.isPresent()) {
        event.peak().ifPresent(peak -> toPeak.add(Duration.between(warned.get(), peak)));
      }
    }
    int falseAlarms =
        (int)
            firings.stream()
                .filter(f -> happened.stream().noneMatch(h -> speaksOf(f, h, horizon)))
                .count();
    return new RuleScore(rule, leads, toPeak, delays, missed, firings.size(), falseAlarms);
  }

  private static Optional<Instant> warned(List<Firing> firings, Happened event, Duration horizon) {
    return firings.stream()
        .filter(f -> speaksOf(f, event, horizon))
        .map(f -> f.warned(event.of().zones()).orElseThrow())
        .min(Comparator.naturalOrder());
  }

  private static boolean speaksOf(Firing firing, Happened event, Duration horizon) {
    return firing
        .warned(event.of().zones())
        .filter(at -> !at.isAfter(event.until()))
        .filter(
            at ->
                !at.plus(horizon).isBefore(event.from()) || !firing.until().isBefore(event.from()))
        .isPresent();
  }
}
