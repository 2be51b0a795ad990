package nadhir.core.event;

import java.time.Instant;
import java.util.List;
import nadhir.core.dispatch.Assignment;
import nadhir.core.dispatch.Incident;
import nadhir.core.dispatch.Recommendation;
import nadhir.core.dispatch.Task;
import nadhir.core.dispatch.UnitState;
import nadhir.core.id.IncidentId;

/** What dispatch concludes. */
public sealed interface DispatchEvent extends Event {
  record IncidentOpened(Incident incident) implements DispatchEvent {}

  /** The hazard grew or shrank: another level, place or zones. */
  record IncidentRevised(Incident incident) implements DispatchEvent {}

  record Recommended(IncidentId incident, List<Recommendation> units, List<String> unmetNeeds)
      implements DispatchEvent {
    public Recommended {
      units = List.copyOf(units);
      unmetNeeds = List.copyOf(unmetNeeds);
    }
  }

  /** An assignment began or moved on. */
  record AssignmentMoved(Assignment assignment) implements DispatchEvent {}

  record UnitMoved(UnitState unit) implements DispatchEvent {}

  /** A task was opened, or is done. */
  record TaskMoved(Task task) implements DispatchEvent {}

  record IncidentClosed(IncidentId incident, Instant at, String why) implements DispatchEvent {}
}
