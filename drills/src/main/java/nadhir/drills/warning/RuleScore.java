package nadhir.drills.warning;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadhir.core.id.RuleId;

/**
 * How good one rule's warnings were.
 *
 * @param leads from the first warning to the beginning of each thing that it warned of in time
 * @param leadsToPeak to its worst moment, where that is known
 * @param delays of the words on things that had begun already
 * @param missed things of its kind that it never spoke of
 * @param firings all times that it fired
 * @param falseAlarms firings that nothing followed within the horizon
 */
public record RuleScore(
    RuleId rule,
    List<Duration> leads,
    List<Duration> leadsToPeak,
    List<Duration> delays,
    int missed,
    int firings,
    int falseAlarms) {
  public RuleScore {
    leads = List.copyOf(leads);
    leadsToPeak = List.copyOf(leadsToPeak);
    delays = List.copyOf(delays);
  }

  public int hits() {
    return leads.size();
  }

  public int late() {
    return delays.size();
  }

  /** The longest of the delays. */
  public Optional<Duration> longestDelay() {
    return delays.stream().max(Duration::compareTo);
  }

  /** The shortest of the leads: what one can count on. */
  public Optional<Duration> shortestLead() {
    return leads.stream().min(Duration::compareTo);
  }

  public Optional<Duration> shortestLeadToPeak() {
    return leadsToPeak.stream().min(Duration::compareTo);
  }
}
