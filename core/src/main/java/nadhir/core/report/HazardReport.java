package nadhir.core.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;

/**
 * One message of one source about one hazard, decoded.
 *
 * @param occurredAt when it happened, by the source
 * @param updatedAt the source's own revision time; of two reports with one id the later one holds
 * @param receivedAt when Nadhir got it, in lane time
 * @param alsoKnownAs the same thing's ids at other networks
 * @param title the source's own words for it, at most 200 characters; empty when it gives none
 */
public record HazardReport(
    ReportId id,
    FeedId feed,
    HazardTypeId type,
    Status status,
    Instant occurredAt,
    Instant updatedAt,
    Instant receivedAt,
    Optional<LatLon> place,
    Certainty certainty,
    Observation observation,
    List<ReportId> alsoKnownAs,
    String title) {
  public static final int MAX_TITLE = 200;

  public HazardReport {
    alsoKnownAs = List.copyOf(alsoKnownAs);
    if (title.length() > MAX_TITLE) {
      throw new IllegalArgumentException("a title has at most 200 characters");
    }
  }

  /** What the source says of its own message. */
  public enum Status {
    ACTUAL,
    /** The source took it back. Never an all-clear by itself. */
    WITHDRAWN,
    /** A test of the source's equipment. */
    TEST
  }
}
