package nadhir.geofence.desk;

import nadhir.core.id.AssessmentId;
import nadhir.core.id.HazardId;
import nadhir.core.id.RuleId;

/** The key of a wake-up: what has to hold for some time, on one hazard. Ids never hold the bar. */
sealed interface WaitKey {
  HazardId hazard();

  /** As it is journaled. */
  String text();

  /** A rule's {@code when}, before it fires. */
  record ToFire(RuleId rule, HazardId hazard) implements WaitKey {
    @Override
    public String text() {
      return rule + "|" + hazard;
    }
  }

  /** A firing's {@code until}, before it is over. */
  record ToClear(AssessmentId assessment, HazardId hazard) implements WaitKey {
    @Override
    public String text() {
      return "until|" + assessment + "|" + hazard;
    }
  }

  static WaitKey parse(String text) {
    String[] parts = text.split("\\|");
    return parts.length == 3
        ? new ToClear(new AssessmentId(parts[1]), new HazardId(parts[2]))
        : new ToFire(new RuleId(parts[0]), new HazardId(parts[1]));
  }
}
