package nadhir.drills.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import nadhir.core.alert.AlertMessage;
import nadhir.core.dispatch.Assignment;
import nadhir.core.dispatch.Incident;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.AlertId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.IncidentId;
import nadhir.core.id.UnitId;

/**
 * What scripted people can see of the lane: its alerts, incidents and hazards, from the entries.
 */
final class Stage {
  /** One revision of an alert, and since when it is out. */
  record Revision(AlertMessage message, boolean pending, Optional<Instant> issuedAt) {}

  private final SequencedMap<AlertId, List<Revision>> alerts = new LinkedHashMap<>();
  private final List<AlertId> over = new ArrayList<>();
  private final SequencedMap<IncidentId, Incident> incidents = new LinkedHashMap<>();
  private final SequencedMap<IncidentId, List<UnitId>> recommended = new LinkedHashMap<>();
  private final SequencedMap<HazardId, HazardTypeId> hazards = new LinkedHashMap<>();

  void fold(Entry entry) {
    switch (entry.event()) {
      case AlertEvent event -> foldAlert(event);
      case DispatchEvent event -> foldDispatch(event);
      case HazardEvent.Opened(Hazard hazard) -> hazards.put(hazard.id(), hazard.type());
      case HazardEvent.Ended(HazardId id, _, _) -> hazards.remove(id);
      default -> {
        // nothing that scripted people look at
      }
    }
  }

  private void foldAlert(AlertEvent event) {
    switch (event) {
      case AlertEvent.Proposed(var message) ->
          alerts
              .computeIfAbsent(message.alert(), _ -> new ArrayList<>())
              .add(new Revision(message, true, Optional.empty()));
      case AlertEvent.Issued(var alert, var number, var at) -> issued(alert, number, at);
      case AlertEvent.Rejected(var alert, var number, _, _) -> settled(alert, number);
      case AlertEvent.Replaced(var alert, var number) -> settled(alert, number);
      case AlertEvent.Expired(var alert, var number, _) -> {
        boolean neverIssued = find(alert, number).filter(Revision::pending).isPresent();
        settled(alert, number);
        if (!neverIssued) {
          over.add(alert);
        }
      }
      case AlertEvent.Approved _,
          AlertEvent.Delivered _,
          AlertEvent.Tallied _,
          AlertEvent.CapPublished _,
          AlertEvent.EffectFailed _,
          AlertEvent.Acknowledged _,
          AlertEvent.AcknowledgementOverdue _ -> {
        // changes nothing that can be decided
      }
    }
  }

  private void issued(AlertId alert, int number, Instant at) {
    replace(alert, number, r -> new Revision(r.message(), false, Optional.of(at)));
    find(alert, number)
        .filter(r -> r.message().type() == AlertMessage.MsgType.CANCEL)
        .ifPresent(_ -> over.add(alert));
  }

  private void settled(AlertId alert, int number) {
    replace(alert, number, r -> new Revision(r.message(), false, r.issuedAt()));
  }

  private void replace(AlertId alert, int number, UnaryOperator<Revision> change) {
    alerts
        .getOrDefault(alert, List.of())
        .replaceAll(r -> r.message().revision() == number ? change.apply(r) : r);
  }

  private void foldDispatch(DispatchEvent event) {
    switch (event) {
      case DispatchEvent.IncidentOpened(var incident) -> incidents.put(incident.id(), incident);
      case DispatchEvent.IncidentRevised(var incident) -> incidents.put(incident.id(), incident);
      case DispatchEvent.Recommended(var id, var units, _) ->
          recommended.put(id, units.stream().map(r -> r.unit()).toList());
      case DispatchEvent.IncidentClosed(var id, _, _) -> {
        incidents.remove(id);
        recommended.remove(id);
      }
      case DispatchEvent.AssignmentMoved _,
          DispatchEvent.TaskMoved _,
          DispatchEvent.UnitAt _,
          DispatchEvent.UnitEndangered _,
          DispatchEvent.UnitStays _,
          DispatchEvent.UnitSafe _,
          DispatchEvent.UnitUnheard _,
          DispatchEvent.UnitBack _,
          DispatchEvent.UnitMoved _ -> {
        // a recommendation follows when that changes anything
      }
    }
  }

  Optional<Revision> find(AlertId alert, int number) {
    return alerts.getOrDefault(alert, List.of()).stream()
        .filter(r -> r.message().revision() == number)
        .findFirst();
  }

  /** The revisions about which somebody must still decide. */
  List<AlertMessage> undecided() {
    return alerts.values().stream()
        .flatMap(List::stream)
        .filter(Revision::pending)
        .map(Revision::message)
        .toList();
  }

  /** The newest alert that is out, was made from {@code message} once, and is not over. */
  Optional<List<Revision>> liveAlert(String message) {
    return alerts.reversed().entrySet().stream()
        .filter(alert -> !over.contains(alert.getKey()))
        .map(alert -> alert.getValue().stream().filter(r -> r.issuedAt().isPresent()).toList())
        .filter(out -> out.stream().anyMatch(r -> r.message().messageKey().equals(message)))
        .findFirst();
  }

  Optional<Incident> incident(IncidentId id) {
    return Optional.ofNullable(incidents.get(id));
  }

  Optional<Incident> openIncident(String runCard) {
    return incidents.reversed().values().stream()
        .filter(i -> i.runCard().equals(Optional.of(runCard)))
        .findFirst();
  }

  List<UnitId> recommendedFor(IncidentId incident) {
    return recommended.getOrDefault(incident, List.of());
  }

  Optional<HazardId> activeHazard(HazardTypeId type) {
    return hazards.reversed().entrySet().stream()
        .filter(h -> h.getValue().equals(type))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether the assignment has just begun. */
  static boolean isNew(Assignment assignment) {
    return assignment.state() == Assignment.State.ASSIGNED;
  }
}
