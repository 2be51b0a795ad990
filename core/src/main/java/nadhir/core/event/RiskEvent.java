package nadhir.core.event;

import java.time.Instant;
import nadhir.core.id.AssessmentId;
import nadhir.core.risk.Assessment;

/** What the rules conclude. */
public sealed interface RiskEvent extends Event {
  /** A rule fired. */
  record Assessed(Assessment assessment) implements RiskEvent {}

  /** The same firing with other zones, level or arrival. */
  record Reassessed(Assessment assessment) implements RiskEvent {}

  /** The condition is over. Not an all-clear: that is an alert's business. */
  record Cleared(AssessmentId assessment, Instant at, String why) implements RiskEvent {}
}
