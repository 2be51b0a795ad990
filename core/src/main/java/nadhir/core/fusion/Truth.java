package nadhir.core.fusion;

import java.time.Instant;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.report.Certainty;

/** What the reports behind a hazard add up to. */
record Truth(
    Hazard.Status status,
    Instant occurredAt,
    Optional<LatLon> place,
    Certainty certainty,
    HazardDetail detail,
    Optional<String> doubt) {

  static Truth active(
      Instant occurredAt, Optional<LatLon> place, Certainty certainty, HazardDetail detail) {
    return new Truth(Hazard.Status.ACTIVE, occurredAt, place, certainty, detail, Optional.empty());
  }
}
