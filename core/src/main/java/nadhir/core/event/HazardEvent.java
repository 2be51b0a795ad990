package nadhir.core.event;

import java.time.Instant;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;
import nadhir.core.report.GaugeFault;
import nadhir.core.report.HazardReport;

/** What the hazard desk concludes. */
public sealed interface HazardEvent extends Event {
  record Opened(Hazard hazard) implements HazardEvent {}

  record Revised(Hazard hazard) implements HazardEvent {}

  /** The source took it back: marked, not ended. */
  record Withdrawn(Hazard hazard) implements HazardEvent {}

  record Ended(HazardId hazard, Instant at, String why) implements HazardEvent {}

  /** A person's report, accepted by command; it is weighed like one that a feed brought. */
  record Told(HazardReport report) implements HazardEvent {}

  /** A report that is not believed for its date; shown to people, and of no effect. */
  record Quarantined(HazardReport report, String reason) implements HazardEvent {}

  /** A report changed nothing: repeated, older than what is known, a test, out of bounds. */
  record Ignored(ReportId report, String reason) implements HazardEvent {}

  /** A gauge has not reported for twice its interval. Its last values stay; rules go blind. */
  record GaugeSilent(GaugeId gauge, Instant lastAt) implements HazardEvent {}

  /** A gauge is not believed any more, for another reason than silence. Its last values stay. */
  record GaugeFaulty(GaugeId gauge, GaugeFault fault, Instant since, String detail)
      implements HazardEvent {}

  record GaugeBack(GaugeId gauge, Instant at) implements HazardEvent {}
}
