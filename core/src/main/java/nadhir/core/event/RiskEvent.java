package nadhir.core.event;

import java.time.Instant;
import java.util.List;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.RuleId;
import nadhir.core.risk.Assessment;

/** What the rules conclude. */
public sealed interface RiskEvent extends Event {
  /** A rule fired. */
  record Assessed(Assessment assessment) implements RiskEvent {}

  /** The same firing with other zones, level or arrival. */
  record Reassessed(Assessment assessment) implements RiskEvent {}

  /**
   * Everything that a rule rests on is silent or not believed: it can neither fire nor be trusted
   * to be quiet.
   *
   * @param sources gauges or feeds, by id
   */
  record Blind(RuleId rule, List<String> sources, Instant since) implements RiskEvent {}

  /** One of the rule's sources is back. */
  record Sighted(RuleId rule, Instant at) implements RiskEvent {}

  /** The condition is over. Not an all-clear: that is an alert's business. */
  record Cleared(AssessmentId assessment, Instant at, String why) implements RiskEvent {}
}
