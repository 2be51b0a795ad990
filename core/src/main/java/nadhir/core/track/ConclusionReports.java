package nadhir.core.track;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;
import nadhir.core.report.Observation.VesselTrouble;

/**
 * What the tracker says, as the reports that the hazard desk knows. An episode is one report, by
 * its id: what is told while it lasts revises it, and its end withdraws it, which for a ship ends
 * the hazard.
 */
final class ConclusionReports {
  private static final HazardTypeId IN_TROUBLE = new HazardTypeId("vessel-in-trouble");
  private static final HazardTypeId COLLISION_RISK = new HazardTypeId("collision-risk");
  private static final HazardTypeId DOUBTFUL = new HazardTypeId("position-doubtful");

  private ConclusionReports() {}

  static HazardReport of(FeedId feed, Conclusion c) {
    return new HazardReport(
        id(feed, c),
        feed,
        type(c.trouble()),
        status(c.phase()),
        c.since(),
        c.at(),
        c.at(),
        c.place(),
        certainty(c.trouble()),
        new Observation.Vessel(
            c.mmsi(),
            c.name().orElse(""),
            c.trouble(),
            c.courseDeg(),
            c.speedMps(),
            c.other(),
            c.closestM(),
            c.closestAt()),
        List.of(),
        "");
  }

  /** The other is not in it: its name can hold what an id cannot. */
  private static ReportId id(FeedId feed, Conclusion c) {
    String what = c.trouble().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new ReportId(
        feed.value()
            + ":"
            + c.mmsi()
            + "/"
            + what
            + "/"
            + c.since().truncatedTo(ChronoUnit.MILLIS));
  }

  private static HazardTypeId type(VesselTrouble trouble) {
    return switch (trouble) {
      case ADRIFT, NOT_UNDER_COMMAND, AGROUND -> IN_TROUBLE;
      case COLLISION_COURSE -> COLLISION_RISK;
      case POSITION_DOUBTFUL -> DOUBTFUL;
    };
  }

  private static Status status(Conclusion.Phase phase) {
    return switch (phase) {
      case BEGINS, GOES_ON -> Status.ACTUAL;
      case OVER -> Status.WITHDRAWN;
    };
  }

  /** What a ship says of herself is observed; the rest follows from how she moves. */
  private static Certainty certainty(VesselTrouble trouble) {
    return switch (trouble) {
      case NOT_UNDER_COMMAND, AGROUND -> Certainty.OBSERVED;
      case ADRIFT, POSITION_DOUBTFUL -> Certainty.LIKELY;
      case COLLISION_COURSE -> Certainty.POSSIBLE;
    };
  }
}
