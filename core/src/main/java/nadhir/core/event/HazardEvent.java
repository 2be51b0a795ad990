package nadhir.core.event;

import java.time.Instant;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;

/** What the hazard desk concludes. */
public sealed interface HazardEvent extends Event {
  record Opened(Hazard hazard) implements HazardEvent {}

  record Revised(Hazard hazard) implements HazardEvent {}

  /** The source took it back: marked, not ended. */
  record Withdrawn(Hazard hazard) implements HazardEvent {}

  record Ended(HazardId hazard, Instant at, String why) implements HazardEvent {}

  /** A report changed nothing: repeated, older than what is known, a test, out of bounds. */
  record Ignored(ReportId report, String reason) implements HazardEvent {}

  /** A gauge has not reported for twice its interval. Its last values stay; rules go blind. */
  record GaugeSilent(GaugeId gauge, Instant lastAt) implements HazardEvent {}

  record GaugeBack(GaugeId gauge, Instant at) implements HazardEvent {}
}
