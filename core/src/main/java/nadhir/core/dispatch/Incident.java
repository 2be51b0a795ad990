package nadhir.core.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.IncidentId;
import nadhir.core.id.LevelId;
import nadhir.core.id.ZoneId;

/** Something that units are sent to. */
public record Incident(
    IncidentId id,
    HazardTypeId type,
    Optional<HazardId> hazard,
    Optional<AssessmentId> assessment,
    LevelId level,
    LatLon place,
    List<ZoneId> zones,
    Optional<String> runCard,
    Instant openedAt,
    Optional<Instant> closedAt) {
  public Incident {
    zones = List.copyOf(zones);
  }
}
