package nadhir.core.command;

import nadhir.core.id.AssessmentId;

/** Commands for the risk desk. */
public sealed interface RiskCommand extends Command {
  /**
   * A person sees that what a rule has fired for is over, though its sensors cannot say so. No
   * all-clear: that is an alert's business. Where the rule's condition still holds it can fire
   * again, after its quiet time.
   */
  record CloseAssessment(AssessmentId assessment, String why) implements RiskCommand {}
}
