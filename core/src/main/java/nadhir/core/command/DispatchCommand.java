package nadhir.core.command;

import java.util.Optional;
import nadhir.core.dispatch.Assignment;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.IncidentId;
import nadhir.core.id.LevelId;
import nadhir.core.id.TaskId;
import nadhir.core.id.UnitId;

/** Commands for the dispatch desk. */
public sealed interface DispatchCommand extends Command {
  record OpenIncident(
      HazardTypeId hazardType,
      Optional<HazardId> hazard,
      LevelId level,
      LatLon place,
      Optional<String> runCard)
      implements DispatchCommand {}

  record AssignUnit(IncidentId incident, UnitId unit) implements DispatchCommand {}

  /** The crew (or the dispatcher for it) reports the next state. */
  record MoveAssignment(AssignmentId assignment, Assignment.State to) implements DispatchCommand {}

  record SetOutOfService(UnitId unit, boolean outOfService) implements DispatchCommand {}

  /** The task is done; {@code note} says how it went. */
  record FinishTask(TaskId task, String note) implements DispatchCommand {}

  record CloseIncident(IncidentId incident, String why) implements DispatchCommand {}
}
