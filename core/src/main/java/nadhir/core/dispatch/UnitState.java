package nadhir.core.dispatch;

import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.UnitId;

/** A unit now. {@code assignment} is there while it is not free. */
public record UnitState(
    UnitId unit, Status status, LatLon place, Optional<AssignmentId> assignment) {
  /** Whether a unit can be sent. */
  public enum Status {
    AVAILABLE,
    ASSIGNED,
    EN_ROUTE,
    ON_SCENE,
    OUT_OF_SERVICE
  }
}
