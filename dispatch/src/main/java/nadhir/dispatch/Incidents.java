package nadhir.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nadhir.core.dispatch.Incident;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.IncidentId;
import nadhir.core.id.LevelId;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Assessment;
import nadhir.dispatch.DispatchState.Cause;
import nadhir.dispatch.DispatchState.HazardPlace;
import nadhir.dispatch.DispatchState.IncidentFile;

/** What the rules' assessments and the hazards' moves mean for incidents. */
final class Incidents {
  /** An incident follows its hazard when that has moved farther than this. */
  static final double FOLLOW_M = 250;

  private final DispatchPlan plan;
  private final DispatchBook book;

  Incidents(DispatchPlan plan, DispatchBook book) {
    this.plan = plan;
    this.book = book;
  }

  /** Opens the incident that an assessment asks for, or revises the one that answers it already. */
  List<Event> answer(Entry entry, Assessment assessment, boolean first) {
    if (assessment.runCard().isEmpty()) {
      return List.of();
    }
    var known = book.sameMatter(Optional.of(assessment.hazard()), assessment.runCard());
    if (known.isPresent() && known.get().isOpen()) {
      return revised(known.get());
    }
    boolean worse =
        known.isEmpty()
            || plan.rank(assessment.level()) > plan.rank(known.get().incident().level());
    return first || worse ? List.of(opened(entry, assessment)) : List.of();
  }

  private Event opened(Entry entry, Assessment assessment) {
    var hazard = book.findHazard(assessment.hazard()).orElseThrow();
    var zones = DispatchBook.zonesOf(assessment);
    return new DispatchEvent.IncidentOpened(
        new Incident(
            new IncidentId("inc-" + entry.seq()),
            hazard.type(),
            Optional.of(hazard.hazard()),
            Optional.of(assessment.id()),
            assessment.level(),
            place(Optional.of(hazard), zones),
            zones,
            assessment.runCard(),
            entry.at(),
            Optional.empty()));
  }

  private List<Event> revised(IncidentFile file) {
    var incident = file.incident();
    var zones = new LinkedHashSet<ZoneId>();
    file.causes().forEach(cause -> zones.addAll(cause.zones()));
    var zoneList = List.copyOf(zones);
    var place = place(incident.hazard().flatMap(book::findHazard), zoneList);
    boolean moved = Sphere.distanceM(place, incident.place()) > FOLLOW_M;
    var revision = revision(incident, worst(file), moved ? place : incident.place(), zoneList);
    return revision.equals(incident)
        ? List.of()
        : List.of(new DispatchEvent.IncidentRevised(revision));
  }

  /** Incidents of {@code hazard} go where it has gone. */
  List<Event> follow(Hazard hazard) {
    var events = new ArrayList<Event>();
    for (var file : book.openIncidents()) {
      var incident = file.incident();
      if (incident.hazard().equals(Optional.of(hazard.id())) && !file.causes().isEmpty()) {
        events.addAll(revised(file));
      }
    }
    return List.copyOf(events);
  }

  private LevelId worst(IncidentFile file) {
    return file.causes().stream()
        .map(Cause::level)
        .max(Comparator.comparingInt(plan::rank))
        .orElse(file.incident().level());
  }

  /** Where the hazard is, if it hits there; else the first zone that it hits. */
  private LatLon place(Optional<HazardPlace> hazard, List<ZoneId> zones) {
    return hazard
        .filter(HazardPlace::hitsThere)
        .flatMap(HazardPlace::place)
        .or(() -> zones.stream().flatMap(zone -> plan.findCentre(zone).stream()).findFirst())
        .or(() -> hazard.flatMap(HazardPlace::place))
        .orElse(plan.site().centre());
  }

  private static Incident revision(Incident i, LevelId level, LatLon place, List<ZoneId> zones) {
    return new Incident(
        i.id(),
        i.type(),
        i.hazard(),
        i.assessment(),
        level,
        place,
        zones,
        i.runCard(),
        i.openedAt(),
        i.closedAt());
  }
}
