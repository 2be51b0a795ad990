package nadhir.geofence.desk;

import java.time.Instant;
import java.util.List;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;

/**
 * One reason why a rule does what it does, as a value: {@link ExplanationText} says it for a
 * terminal, a console in its reader's language. Times are lane time.
 */
public sealed interface Why {
  /** Its firing lives. */
  record Fired(AssessmentId assessment, Instant at) implements Why {}

  /** The firing that lives is one of its family, and {@code rule} speaks for that by now. */
  record FamilyFired(RuleId rule, AssessmentId assessment, Instant at) implements Why {}

  /** It has fired, and the site no longer has it for this: a person closes what it has fired. */
  record RuleGone(RuleId rule) implements Why {}

  /** Nothing is let go: a gauge that saw the danger is silent or not believed. */
  record CannotSee() implements Why {}

  /** The hazard is held, withdrawn or over: nothing fires for it. */
  record NotActive(Hazard.Status status) implements Why {}

  /** Its condition holds in none of the zones where it applies. */
  record HoldsNowhere() implements Why {}

  /**
   * Too few gauges agree.
   *
   * @param over living gauges at or over their action threshold
   * @param wanted by the rule
   */
  record Quorum(int over, int alive, int wanted) implements Why {}

  /**
   * It has held since then, and not long enough yet.
   *
   * @param zones that are let go; none where the whole rule is waited for
   */
  record Holding(List<ZoneId> zones, Instant since, Instant due, Outcome outcome) implements Why {
    public Holding {
      zones = List.copyOf(zones);
    }
  }

  /**
   * It has held long enough, and no second reading says so yet.
   *
   * @param zones as above
   */
  record LacksWord(List<ZoneId> zones, Instant since, Outcome outcome) implements Why {
    public LacksWord {
      zones = List.copyOf(zones);
    }
  }

  /** It has fired before, and is quiet until then unless it would reach more. */
  record Quiet(Instant until) implements Why {}

  /** A person has closed it at that time, and no living gauge has seen the danger since. */
  record Closed(Instant at) implements Why {}

  /** What comes of what holds. */
  enum Outcome {
    FIRES,
    CLEARS
  }
}
