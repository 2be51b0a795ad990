package nadhir.core.event;

import java.time.Instant;
import java.util.List;
import nadhir.core.dispatch.Assignment;
import nadhir.core.dispatch.DangerPlace;
import nadhir.core.dispatch.Incident;
import nadhir.core.dispatch.Recommendation;
import nadhir.core.dispatch.Task;
import nadhir.core.dispatch.UnitState;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.IncidentId;
import nadhir.core.id.UnitId;

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

  /** Where a unit is by its own word; all else of it stays. */
  record UnitAt(UnitId unit, LatLon place, Instant seenAt) implements DispatchEvent {}

  /**
   * A unit is where an assessment in force or a living alert says that it is dangerous.
   *
   * @param causes ids of these when it began, in order
   * @param already it was in when the danger began, or when it was first heard
   */
  record UnitEndangered(
      UnitId unit, DangerPlace place, List<String> causes, Instant at, boolean already)
      implements DispatchEvent {
    public UnitEndangered {
      causes = List.copyOf(causes);
    }
  }

  /** It has been there for as long as somebody should ask why; said once for each stay. */
  record UnitStays(UnitId unit, DangerPlace place, Instant since) implements DispatchEvent {}

  /**
   * It is endangered no more.
   *
   * @param left it went; else nothing names the place any more, or an Update drew the area anew
   */
  record UnitSafe(UnitId unit, DangerPlace place, Instant since, Instant at, boolean left)
      implements DispatchEvent {}

  /** A unit with an assignment says nothing for long; said once until it is back. */
  record UnitUnheard(UnitId unit, AssignmentId assignment, Instant since)
      implements DispatchEvent {}

  /** One that was unheard gave word again, or has no assignment any more. */
  record UnitBack(UnitId unit, Instant at) implements DispatchEvent {}

  /** A task was opened, or is done. */
  record TaskMoved(Task task) implements DispatchEvent {}

  record IncidentClosed(IncidentId incident, Instant at, String why) implements DispatchEvent {}
}
