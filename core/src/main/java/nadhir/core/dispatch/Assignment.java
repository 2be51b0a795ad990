package nadhir.core.dispatch;

import java.time.Instant;
import java.util.Optional;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.IncidentId;
import nadhir.core.id.UnitId;

/** One unit sent to one incident, with the moment of each state it has reached. */
public record Assignment(
    AssignmentId id,
    IncidentId incident,
    UnitId unit,
    State state,
    Instant assignedAt,
    Optional<Instant> enRouteAt,
    Optional<Instant> onSceneAt,
    Optional<Instant> clearAt) {
  /** States in order; an assignment never goes back. */
  public enum State {
    ASSIGNED,
    EN_ROUTE,
    ON_SCENE,
    CLEAR
  }
}
