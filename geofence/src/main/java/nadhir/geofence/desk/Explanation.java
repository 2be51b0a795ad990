package nadhir.geofence.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.id.LevelId;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;

/**
 * Why a rule has fired, or has not.
 *
 * @param asked what the rule asks for; empty for one that the site no longer has for this
 * @param firing that lives; empty where none does
 * @param reasons in the order in which they were asked
 * @param zones those where the rule applies, in their order
 * @param readings of all gauges of the hazard, in the order of the site
 */
public record Explanation(
    RuleId rule,
    HazardId hazard,
    Instant at,
    Optional<Asked> asked,
    Optional<AssessmentId> firing,
    List<Why> reasons,
    List<OfZone> zones,
    List<Reading> readings) {
  public Explanation {
    reasons = List.copyOf(reasons);
    zones = List.copyOf(zones);
    readings = List.copyOf(readings);
  }

  /**
   * What a rule asks for, as it is written.
   *
   * @param until when a firing is over; empty: when {@code when} no longer holds
   * @param updates this rule revises a living firing of that one instead of firing by itself
   */
  public record Asked(
      LevelId level, String when, Optional<String> until, Optional<RuleId> updates) {}

  /**
   * The condition in one zone.
   *
   * @param holds the whole of it
   */
  public record OfZone(ZoneId zone, boolean holds, List<Comparison> comparisons) {
    public OfZone {
      comparisons = List.copyOf(comparisons);
    }
  }

  /**
   * One comparison with its numbers: {@code stage_m 1.2 >= stage_moderate 1.5}.
   *
   * @param text with the value behind each name, {@code ?} where it is not known
   * @param facts the names in it, in order, each once
   */
  public record Comparison(String text, boolean holds, List<String> facts) {
    public Comparison {
      facts = List.copyOf(facts);
    }
  }

  /**
   * The last word of a gauge.
   *
   * @param value metres of water, or millimetres of rain in 30 minutes
   * @param alive it is heard and believed
   * @param over at or over its action threshold
   */
  public record Reading(
      GaugeId gauge, OptionalDouble value, Instant at, boolean alive, boolean over) {}

  /** Line by line, for a terminal. */
  public List<String> lines() {
    return ExplanationText.lines(this);
  }
}
