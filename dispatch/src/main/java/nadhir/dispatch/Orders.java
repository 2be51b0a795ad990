package nadhir.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.command.DispatchCommand;
import nadhir.core.desk.Outcome;
import nadhir.core.dispatch.Assignment;
import nadhir.core.dispatch.Incident;
import nadhir.core.dispatch.UnitState;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.IncidentId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;

/** What people order: incidents opened and closed by hand, units assigned and moved. */
final class Orders {
  private final DispatchPlan plan;
  private final DispatchBook book;
  private final StandBys standBys;

  Orders(DispatchPlan plan, DispatchBook book, StandBys standBys) {
    this.plan = plan;
    this.book = book;
    this.standBys = standBys;
  }

  Outcome decide(Entry input, DispatchCommand command) {
    if (!mayOrder(input.actor(), command)) {
      return Outcome.refused("missing-role", "This needs the dispatcher's role.");
    }
    return switch (command) {
      case DispatchCommand.OpenIncident open -> openIncident(input, open);
      case DispatchCommand.AssignUnit assign -> assignUnit(input, assign);
      case DispatchCommand.MoveAssignment move -> moveAssignment(input, move);
      case DispatchCommand.SetOutOfService set -> setOutOfService(set);
      case DispatchCommand.CloseIncident close -> closeIncident(input, close);
      case DispatchCommand.FinishTask finish -> book.tasks().finish(input, finish);
    };
  }

  /**
   * Dispatchers order; an operator who takes a call can open an incident or end a task; feeds order
   * nothing.
   */
  private static boolean mayOrder(Actor actor, DispatchCommand command) {
    return switch (actor) {
      case Actor.Person person ->
          person.is(Role.DISPATCHER) || openToOperators(command) && person.is(Role.OPERATOR);
      case Actor.House _ -> true;
      case Actor.Feed _ -> false;
    };
  }

  private static boolean openToOperators(DispatchCommand command) {
    return command instanceof DispatchCommand.OpenIncident
        || command instanceof DispatchCommand.FinishTask;
  }

  private Outcome openIncident(Entry input, DispatchCommand.OpenIncident open) {
    if (plan.site().hazardTypes().stream().noneMatch(t -> t.id().equals(open.hazardType()))) {
      return Outcome.refused(
          "unknown-hazard-type", "The site has no type " + open.hazardType() + ".");
    }
    if (!plan.hasLevel(open.level())) {
      return Outcome.refused("unknown-level", "The site has no level " + open.level() + ".");
    }
    if (open.hazard().isPresent() && open.hazard().flatMap(book::findHazard).isEmpty()) {
      return Outcome.refused(
          "unknown-hazard", "No hazard " + open.hazard().get() + " is going on.");
    }
    if (open.runCard().isPresent() && open.runCard().flatMap(plan::findRunCard).isEmpty()) {
      return Outcome.refused(
          "unknown-run-card", "The site has no run card " + open.runCard().get() + ".");
    }
    var same = open.hazard().flatMap(_ -> book.sameMatter(open.hazard(), open.runCard()));
    if (same.isPresent() && same.get().isOpen()) {
      return Outcome.refused(
          "incident-exists", "Incident " + same.get().incident().id() + " answers it already.");
    }
    var id = new IncidentId("inc-" + input.seq());
    var incident =
        new Incident(
            id,
            open.hazardType(),
            open.hazard(),
            Optional.empty(),
            open.level(),
            open.place(),
            List.of(),
            open.runCard(),
            input.at(),
            Optional.empty());
    return Outcome.accepted(id.value(), List.of(new DispatchEvent.IncidentOpened(incident)));
  }

  private Outcome assignUnit(Entry input, DispatchCommand.AssignUnit assign) {
    var file = book.findIncident(assign.incident());
    if (file.isEmpty()) {
      return unknownIncident(assign.incident());
    }
    if (!file.get().isOpen()) {
      return Outcome.refused("incident-closed", "The incident is closed.");
    }
    var unit = plan.findUnit(assign.unit()).flatMap(u -> book.findUnit(u.id()));
    if (unit.isEmpty()) {
      return unknownUnit(assign.unit().value());
    }
    return switch (unit.get().status()) {
      case OUT_OF_SERVICE ->
          Outcome.refused("unit-out-of-service", assign.unit() + " is out of service.");
      case EN_ROUTE, ON_SCENE -> busy(assign);
      case ASSIGNED ->
          standBys
              .of(unit.get())
              .filter(_ -> !standBys.isOne(file.get().incident()))
              .map(a -> assigned(input, assign, unit.get().place(), stoodDown(a, input.at())))
              .orElseGet(() -> busy(assign));
      case AVAILABLE -> assigned(input, assign, unit.get().place(), List.of());
    };
  }

  private static Outcome busy(DispatchCommand.AssignUnit assign) {
    return Outcome.refused("unit-busy", assign.unit() + " is on another assignment.");
  }

  /** Stood down, without being free between. */
  private static List<Event> stoodDown(Assignment standBy, Instant at) {
    return List.of(new DispatchEvent.AssignmentMoved(at(standBy, Assignment.State.CLEAR, at)));
  }

  /**
   * @param before what the unit is taken from
   */
  private static Outcome assigned(
      Entry input, DispatchCommand.AssignUnit assign, LatLon from, List<Event> before) {
    var id = new AssignmentId("asg-" + input.seq());
    var assignment =
        new Assignment(
            id,
            assign.incident(),
            assign.unit(),
            Assignment.State.ASSIGNED,
            input.at(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var events = new ArrayList<>(before);
    events.add(new DispatchEvent.AssignmentMoved(assignment));
    events.add(
        new DispatchEvent.UnitMoved(
            new UnitState(assign.unit(), UnitState.Status.ASSIGNED, from, Optional.of(id))));
    return Outcome.accepted(id.value(), events);
  }

  private Outcome moveAssignment(Entry input, DispatchCommand.MoveAssignment move) {
    var assignment = book.findAssignment(move.assignment());
    if (assignment.isEmpty()) {
      return Outcome.refused(
          "unknown-assignment", "There is no assignment " + move.assignment() + ".");
    }
    var state = assignment.get().state();
    if (state == Assignment.State.CLEAR) {
      return Outcome.refused("assignment-over", "The unit is clear of it already.");
    }
    if (move.to().compareTo(state) <= 0) {
      return Outcome.refused(
          "not-forward", "The assignment is " + state + " and only goes forward.");
    }
    return Outcome.accepted(
        move.assignment().value(), moved(assignment.get(), move.to(), input.at()));
  }

  private static Assignment at(Assignment before, Assignment.State to, Instant at) {
    return new Assignment(
        before.id(),
        before.incident(),
        before.unit(),
        to,
        before.assignedAt(),
        to == Assignment.State.EN_ROUTE ? Optional.of(at) : before.enRouteAt(),
        to == Assignment.State.ON_SCENE ? Optional.of(at) : before.onSceneAt(),
        to == Assignment.State.CLEAR ? Optional.of(at) : before.clearAt());
  }

  private List<Event> moved(Assignment before, Assignment.State to, Instant at) {
    var after = at(before, to, at);
    var from = book.findUnit(before.unit()).orElseThrow().place();
    var scene = book.findIncident(before.incident()).orElseThrow().incident().place();
    var unit =
        switch (to) {
          case ASSIGNED -> throw new IllegalArgumentException("an assignment starts once");
          case EN_ROUTE ->
              new UnitState(
                  before.unit(), UnitState.Status.EN_ROUTE, from, Optional.of(before.id()));
          case ON_SCENE ->
              new UnitState(
                  before.unit(), UnitState.Status.ON_SCENE, scene, Optional.of(before.id()));
          case CLEAR ->
              new UnitState(before.unit(), UnitState.Status.AVAILABLE, from, Optional.empty());
        };
    return List.of(new DispatchEvent.AssignmentMoved(after), new DispatchEvent.UnitMoved(unit));
  }

  private Outcome setOutOfService(DispatchCommand.SetOutOfService set) {
    var unit = plan.findUnit(set.unit()).flatMap(u -> book.findUnit(u.id()));
    if (unit.isEmpty()) {
      return unknownUnit(set.unit().value());
    }
    boolean isOut = unit.get().status() == UnitState.Status.OUT_OF_SERVICE;
    if (isOut == set.outOfService()) {
      return Outcome.refused("already-so", set.unit() + " is that already.");
    }
    if (unit.get().assignment().isPresent()) {
      return Outcome.refused("unit-busy", set.unit() + " must be clear first.");
    }
    var status = set.outOfService() ? UnitState.Status.OUT_OF_SERVICE : UnitState.Status.AVAILABLE;
    return Outcome.accepted(
        set.unit().value(),
        List.of(
            new DispatchEvent.UnitMoved(
                new UnitState(set.unit(), status, unit.get().place(), Optional.empty()))));
  }

  private Outcome closeIncident(Entry input, DispatchCommand.CloseIncident close) {
    var file = book.findIncident(close.incident());
    if (file.isEmpty()) {
      return unknownIncident(close.incident());
    }
    if (!file.get().isOpen()) {
      return Outcome.refused("incident-closed", "The incident is closed already.");
    }
    var assignments = file.get().assignments();
    if (assignments.stream().anyMatch(a -> a.state() == Assignment.State.ON_SCENE)) {
      return Outcome.refused("unit-on-scene", "A unit is still on scene.");
    }
    var events = new ArrayList<Event>();
    events.add(new DispatchEvent.IncidentClosed(close.incident(), input.at(), close.why()));
    assignments.stream()
        .filter(a -> a.state() != Assignment.State.CLEAR)
        .forEach(a -> events.addAll(moved(a, Assignment.State.CLEAR, input.at())));
    return Outcome.accepted(close.incident().value(), events);
  }

  private static Outcome unknownIncident(IncidentId id) {
    return Outcome.refused("unknown-incident", "There is no incident " + id + ".");
  }

  private static Outcome unknownUnit(String unit) {
    return Outcome.refused("unknown-unit", "The site has no unit " + unit + ".");
  }
}
