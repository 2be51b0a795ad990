package nadhir.core.hazard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;

/**
 * One hazard as one truth: what its reports add up to, at one revision.
 *
 * @param revision 1 when opened, one more with each change
 * @param reports the reports behind it, oldest first, at most {@link #MAX_REPORTS} kept
 * @param doubt a key that tells why it is {@link Status#HELD}, or what else an officer must know
 */
public record Hazard(
    HazardId id,
    HazardTypeId type,
    int revision,
    Status status,
    Instant occurredAt,
    Instant firstReportAt,
    Instant lastReportAt,
    Optional<LatLon> place,
    Certainty certainty,
    HazardDetail detail,
    List<ReportId> reports,
    Optional<String> doubt) {
  public static final int MAX_REPORTS = 50;

  public Hazard {
    reports = List.copyOf(reports);
  }

  /** Where a hazard stands. */
  public enum Status {
    ACTIVE,
    /** Told, and not believed yet: a second source or a person must confirm it. */
    HELD,
    /** The source took it back; a person decides what that means. */
    WITHDRAWN,
    /** Over: by a person, or no report for as long as its type stays active. */
    ENDED
  }
}
