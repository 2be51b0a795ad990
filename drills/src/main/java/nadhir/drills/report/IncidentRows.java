package nadhir.drills.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import nadhir.core.dispatch.Assignment;
import nadhir.core.dispatch.Incident;
import nadhir.core.event.DispatchEvent;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.IncidentId;
import nadhir.drills.report.DrillReport.AssignmentRow;
import nadhir.drills.report.DrillReport.IncidentRow;

/** The report's rows for incidents and the units that were sent to them. */
final class IncidentRows {
  private final SequencedMap<IncidentId, Incident> incidents = new LinkedHashMap<>();
  private final SequencedMap<IncidentId, Instant> closed = new LinkedHashMap<>();
  private final SequencedMap<AssignmentId, Assignment> assignments = new LinkedHashMap<>();

  void fold(DispatchEvent event) {
    switch (event) {
      case DispatchEvent.IncidentOpened(var incident) -> incidents.put(incident.id(), incident);
      case DispatchEvent.IncidentClosed(var id, var at, _) -> closed.put(id, at);
      case DispatchEvent.AssignmentMoved(var assignment) ->
          assignments.put(assignment.id(), assignment);
      case DispatchEvent.IncidentRevised _,
          DispatchEvent.Recommended _,
          DispatchEvent.TaskMoved _,
          DispatchEvent.UnitAt _,
          DispatchEvent.UnitEndangered _,
          DispatchEvent.UnitStays _,
          DispatchEvent.UnitSafe _,
          DispatchEvent.UnitUnheard _,
          DispatchEvent.UnitBack _,
          DispatchEvent.UnitMoved _ -> {
        // not in a row
      }
    }
  }

  List<IncidentRow> rows() {
    return incidents.values().stream().map(this::row).toList();
  }

  private IncidentRow row(Incident incident) {
    return new IncidentRow(
        incident.id().value(),
        incident.openedAt(),
        Optional.ofNullable(closed.get(incident.id())),
        assignments.values().stream()
            .filter(a -> a.incident().equals(incident.id()))
            .map(IncidentRows::row)
            .toList());
  }

  private static AssignmentRow row(Assignment a) {
    return new AssignmentRow(a.unit().value(), a.assignedAt(), a.onSceneAt(), a.clearAt());
  }
}
