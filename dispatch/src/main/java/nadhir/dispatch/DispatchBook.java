package nadhir.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nadhir.core.dispatch.Assignment;
import nadhir.core.dispatch.Incident;
import nadhir.core.dispatch.UnitState;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.DrillEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.SiteEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.HazardId;
import nadhir.core.id.IncidentId;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.Slot;
import nadhir.core.risk.ZoneImpact;
import nadhir.dispatch.DispatchState.Cause;
import nadhir.dispatch.DispatchState.HazardPlace;
import nadhir.dispatch.DispatchState.IncidentFile;

/** The desk's mutable state: entries are folded in, nothing is decided. */
final class DispatchBook {
  private final SortedMap<UnitId, UnitState> units = new TreeMap<>();
  private final SequencedMap<IncidentId, IncidentFile> incidents = new LinkedHashMap<>();
  private final SortedMap<HazardId, HazardPlace> hazards = new TreeMap<>();

  private final Tasks tasks = new Tasks();
  private final Dangers dangers;
  private final Crews crews = new Crews(this);

  DispatchBook(DispatchPlan plan) {
    this.dangers = new Dangers(plan);
  }

  Tasks tasks() {
    return tasks;
  }

  Dangers dangers() {
    return dangers;
  }

  Crews crews() {
    return crews;
  }

  void fold(Entry entry) {
    switch (entry.event()) {
      case HazardEvent hazard -> foldHazard(hazard);
      case RiskEvent risk -> foldRisk(risk);
      case DispatchEvent dispatch -> foldDispatch(dispatch);
      case AlertEvent alert -> {
        tasks.fold(alert);
        dangers.fold(alert);
      }
      case Input.UnitHeard word -> crews.fold(word);
      case Input.UnitSilent word -> crews.fold(word);
      case Input _, WatchEvent _, DrillEvent _, SiteEvent _ -> {
        // nothing of ours
      }
    }
  }

  private void foldRisk(RiskEvent event) {
    dangers.fold(event);
    switch (event) {
      case RiskEvent.Assessed(var assessment) -> foldAssessment(assessment);
      case RiskEvent.Reassessed(var assessment) -> foldAssessment(assessment);
      case RiskEvent.Cleared _, RiskEvent.Blind _, RiskEvent.Sighted _ -> {
        // units stay where they are until a person calls them off
      }
    }
  }

  private void foldHazard(HazardEvent event) {
    switch (event) {
      case HazardEvent.Opened(var hazard) -> keep(hazard);
      case HazardEvent.Revised(var hazard) -> keep(hazard);
      case HazardEvent.Withdrawn(var hazard) -> keep(hazard);
      case HazardEvent.Ended(var id, _, _) -> hazards.remove(id);
      case HazardEvent.Told _,
          HazardEvent.Quarantined _,
          HazardEvent.Ignored _,
          HazardEvent.GaugeSilent _,
          HazardEvent.GaugeFaulty _,
          HazardEvent.GaugeBack _ -> {
        // says nothing of a place
      }
    }
  }

  private void keep(Hazard hazard) {
    hazards.put(
        hazard.id(),
        new HazardPlace(hazard.id(), hazard.type(), hazard.place(), hitsThere(hazard)));
  }

  private static boolean hitsThere(Hazard hazard) {
    return switch (hazard.detail()) {
      case HazardDetail.Distress _, HazardDetail.Vessel _, HazardDetail.Stated _ -> true;
      case HazardDetail.Quake _, HazardDetail.Flood _ -> false;
    };
  }

  private void foldAssessment(Assessment assessment) {
    openFor(assessment)
        .ifPresent(
            file -> {
              var cause = new Cause(assessment.id(), assessment.level(), zonesOf(assessment));
              change(file.incident().id(), f -> withCauses(f, merged(f.causes(), cause)));
            });
  }

  private static List<Cause> merged(List<Cause> causes, Cause cause) {
    var merged = new ArrayList<>(causes);
    merged.replaceAll(c -> c.assessment().equals(cause.assessment()) ? cause : c);
    if (!merged.contains(cause)) {
      merged.add(cause);
    }
    return merged;
  }

  private void foldDispatch(DispatchEvent event) {
    switch (event) {
      case DispatchEvent.IncidentOpened(var incident) -> open(incident);
      case DispatchEvent.IncidentRevised(var incident) ->
          change(incident.id(), f -> withIncident(f, incident));
      case DispatchEvent.Recommended(var id, var recommended, var unmet) ->
          change(
              id,
              f -> new IncidentFile(f.incident(), f.causes(), f.assignments(), recommended, unmet));
      case DispatchEvent.AssignmentMoved(var assignment) ->
          change(assignment.incident(), f -> withAssignment(f, assignment));
      case DispatchEvent.TaskMoved(var task) -> tasks.fold(task);
      case DispatchEvent.UnitMoved(var unit) -> units.put(unit.unit(), unit);
      case DispatchEvent.UnitAt(var id, var place, _) ->
          units.computeIfPresent(
              id, (_, u) -> new UnitState(u.unit(), u.status(), place, u.assignment()));
      case DispatchEvent.UnitEndangered endangered -> crews.fold(endangered);
      case DispatchEvent.UnitStays stays -> crews.fold(stays);
      case DispatchEvent.UnitSafe safe -> crews.fold(safe);
      case DispatchEvent.UnitUnheard unheard -> crews.fold(unheard);
      case DispatchEvent.UnitBack back -> crews.fold(back);
      case DispatchEvent.IncidentClosed(var id, var at, _) -> {
        change(id, f -> withIncident(f, closed(f.incident(), at)));
        forgetOldest();
      }
    }
  }

  private void open(Incident incident) {
    var causes =
        incident
            .assessment()
            .map(id -> List.of(new Cause(id, incident.level(), incident.zones())))
            .orElse(List.of());
    incidents.put(
        incident.id(), new IncidentFile(incident, causes, List.of(), List.of(), List.of()));
  }

  private void forgetOldest() {
    var closed = incidents.values().stream().filter(f -> !f.isOpen()).toList();
    closed.stream()
        .limit(Math.max(0, closed.size() - DispatchState.MAX_CLOSED))
        .forEach(f -> incidents.remove(f.incident().id()));
  }

  private void change(IncidentId id, UnaryOperator<IncidentFile> change) {
    incidents.computeIfPresent(id, (_, file) -> change.apply(file));
  }

  private static Incident closed(Incident i, Instant at) {
    return new Incident(
        i.id(),
        i.type(),
        i.hazard(),
        i.assessment(),
        i.level(),
        i.place(),
        i.zones(),
        i.runCard(),
        i.openedAt(),
        Optional.of(at));
  }

  private static IncidentFile withIncident(IncidentFile f, Incident incident) {
    return new IncidentFile(incident, f.causes(), f.assignments(), f.recommended(), f.unmetNeeds());
  }

  private static IncidentFile withCauses(IncidentFile f, List<Cause> causes) {
    return new IncidentFile(f.incident(), causes, f.assignments(), f.recommended(), f.unmetNeeds());
  }

  private static IncidentFile withAssignment(IncidentFile f, Assignment assignment) {
    var assignments = new ArrayList<>(f.assignments());
    assignments.replaceAll(a -> a.id().equals(assignment.id()) ? assignment : a);
    if (!assignments.contains(assignment)) {
      assignments.add(assignment);
    }
    return new IncidentFile(f.incident(), f.causes(), assignments, f.recommended(), f.unmetNeeds());
  }

  /** The open incident that answers this hazard with this assessment's run card. */
  Optional<IncidentFile> openFor(Assessment assessment) {
    return sameMatter(Optional.of(assessment.hazard()), assessment.runCard())
        .filter(IncidentFile::isOpen);
  }

  /** The newest incident of this hazard and run card, open or closed. */
  Optional<IncidentFile> sameMatter(Optional<HazardId> hazard, Optional<String> runCard) {
    return incidents.reversed().values().stream()
        .filter(f -> f.incident().hazard().equals(hazard))
        .filter(f -> f.incident().runCard().equals(runCard))
        .findFirst();
  }

  /** The zones that an assessment hits, those first that its rule names first. */
  static List<ZoneId> zonesOf(Assessment assessment) {
    var hit = assessment.zones().stream().map(ZoneImpact::zone).toList();
    var inOrder = new LinkedHashSet<ZoneId>();
    if (assessment.slots().get("places") instanceof Slot.Places(var named)) {
      named.stream().filter(hit::contains).forEach(inOrder::add);
    }
    inOrder.addAll(hit);
    return List.copyOf(inOrder);
  }

  Optional<UnitState> findUnit(UnitId id) {
    return Optional.ofNullable(units.get(id));
  }

  Optional<IncidentFile> findIncident(IncidentId id) {
    return Optional.ofNullable(incidents.get(id));
  }

  Optional<HazardPlace> findHazard(HazardId id) {
    return Optional.ofNullable(hazards.get(id));
  }

  Optional<Assignment> findAssignment(AssignmentId id) {
    return incidents.values().stream()
        .flatMap(f -> f.assignments().stream())
        .filter(a -> a.id().equals(id))
        .findFirst();
  }

  List<IncidentFile> openIncidents() {
    return incidents.values().stream().filter(IncidentFile::isOpen).toList();
  }

  DispatchState snapshot() {
    return new DispatchState(
        List.copyOf(units.values()),
        List.copyOf(incidents.values()),
        List.copyOf(hazards.values()),
        tasks.all(),
        tasks.proposed(),
        crews.all(),
        dangers.all(),
        dangers.drafted(),
        crews.stays());
  }

  void restore(DispatchState state) {
    units.clear();
    incidents.clear();
    hazards.clear();
    state.units().forEach(u -> units.put(u.unit(), u));
    state.incidents().forEach(f -> incidents.put(f.incident().id(), f));
    state.hazards().forEach(h -> hazards.put(h.hazard(), h));
    tasks.restore(state.tasks(), state.proposed());
    crews.restore(state.heard(), state.stays());
    dangers.restore(state.dangers(), state.drafted());
  }
}
