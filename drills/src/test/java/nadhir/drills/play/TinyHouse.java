package nadhir.drills.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.CapCodes;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.alert.Wording;
import nadhir.core.command.AlertCommand;
import nadhir.core.command.Command;
import nadhir.core.command.DispatchCommand;
import nadhir.core.command.HazardCommand;
import nadhir.core.desk.Desk;
import nadhir.core.desk.DeskState;
import nadhir.core.desk.Outcome;
import nadhir.core.dispatch.Assignment;
import nadhir.core.dispatch.Incident;
import nadhir.core.dispatch.Recommendation;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.WatchEvent;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.EffectId;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.IncidentId;
import nadhir.core.id.LevelId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.UnitId;
import nadhir.core.lane.Actor;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;
import nadhir.core.risk.ApprovalPolicy;

/**
 * A house of three small desks for the player's tests: a quake opens a hazard, each hazard proposes
 * an alert that two people must approve and opens an incident for one unit. Nothing like the real
 * rules, but all kinds of entries that a player must live with.
 */
final class TinyHouse {
  private static final LatLon PLACE = new LatLon(29.5, 35);

  private TinyHouse() {}

  static List<Desk<?>> desks() {
    return List.of(new Hazards(), new Alerts(), new Dispatch());
  }

  private static final class Hazards implements Desk<Hazards.State> {
    record State(int opened) implements DeskState {}

    private int opened;

    @Override
    public String name() {
      return "hazard";
    }

    @Override
    public Optional<Class<? extends Command>> commands() {
      return Optional.of(HazardCommand.class);
    }

    @Override
    public void fold(Entry entry) {
      if (entry.event() instanceof HazardEvent.Opened) {
        opened++;
      }
    }

    @Override
    public List<Event> react(Entry entry) {
      return switch (entry.event()) {
        case Input.Reported(var report) when opened < 2 ->
            List.of(new HazardEvent.Opened(hazard(entry, report.type())));
        case Input.Reported(var report) ->
            List.of(new HazardEvent.Ignored(report.id(), "repeated"));
        default -> List.of();
      };
    }

    private static Hazard hazard(Entry entry, HazardTypeId type) {
      return new Hazard(
          new HazardId("haz-" + entry.seq()),
          type,
          1,
          Hazard.Status.ACTIVE,
          entry.at(),
          entry.at(),
          entry.at(),
          Optional.of(PLACE),
          Certainty.OBSERVED,
          new HazardDetail.Quake(
              6,
              "mw",
              10_000,
              new FeedId("usgs"),
              "only-one",
              List.of(),
              OptionalDouble.empty(),
              Optional.empty()),
          List.of(),
          Optional.empty());
    }

    @Override
    public Outcome decide(Entry input, Command command) {
      return switch ((HazardCommand) command) {
        case HazardCommand.OpenHazard open -> {
          var hazard = hazard(input, open.hazardType());
          yield Outcome.accepted(hazard.id().value(), List.of(new HazardEvent.Opened(hazard)));
        }
        case HazardCommand.EndHazard(var id, var why) ->
            Outcome.accepted(id.value(), List.of(new HazardEvent.Ended(id, input.at(), why)));
        case HazardCommand.ReportDistress _,
            HazardCommand.ReportFelt _,
            HazardCommand.ConfirmHazard _,
            HazardCommand.MergeHazards _ ->
            Outcome.refused("not-here", "This house is too small for that.");
      };
    }

    @Override
    public State snapshot() {
      return new State(opened);
    }

    @Override
    public Class<State> stateType() {
      return State.class;
    }

    @Override
    public void restore(State state) {
      opened = state.opened();
    }
  }

  private static final class Alerts implements Desk<Alerts.State> {
    record State(List<AlertMessage> messages, SortedMap<String, String> approvals)
        implements DeskState {}

    private final List<AlertMessage> messages = new ArrayList<>();
    private final SortedMap<String, String> approvals = new TreeMap<>();

    @Override
    public String name() {
      return "alert";
    }

    @Override
    public Optional<Class<? extends Command>> commands() {
      return Optional.of(AlertCommand.class);
    }

    @Override
    public void fold(Entry entry) {
      switch (entry.event()) {
        case AlertEvent.Proposed(var message) -> messages.add(message);
        case AlertEvent.Approved(var alert, var revision, var by, _) ->
            approvals.put(alert + "/" + revision, by.value());
        default -> {
          // not needed
        }
      }
    }

    @Override
    public List<Event> react(Entry entry) {
      return switch (entry.event()) {
        case HazardEvent.Opened(var hazard) ->
            List.of(new AlertEvent.Proposed(first(entry, hazard)));
        case Input.EffectEnded(
                var id,
                EffectResult.Delivered(var audience, var counts, var digest)) ->
            delivered(entry, messageOf(id), audience, counts, digest);
        case Input.Woken(var desk, var key) when desk.equals(name()) -> {
          var message = messages.get(Integer.parseInt(key));
          yield List.of(
              new AlertEvent.Tallied(message.alert(), message.revision(), counts(), "digest"));
        }
        default -> List.of();
      };
    }

    private List<Event> delivered(
        Entry entry,
        AlertMessage message,
        AudienceCounts audience,
        List<DeliveryCounts> counts,
        String digest) {
      return List.of(
          new AlertEvent.Delivered(
              message.alert(), message.revision(), audience, counts, digest, entry.at()),
          new WatchEvent.WakeUpAsked(
              name(),
              String.valueOf(messages.indexOf(message)),
              entry.at().plus(Duration.ofMinutes(5))));
    }

    private AlertMessage messageOf(EffectId id) {
      return messages.stream().filter(m -> effect(m).equals(id)).findFirst().orElseThrow();
    }

    private static EffectId effect(AlertMessage message) {
      return new EffectId("eff-" + message.alert() + "-" + message.revision());
    }

    @Override
    public Outcome decide(Entry input, Command command) {
      return switch ((AlertCommand) command) {
        case AlertCommand.Approve(var alert, var revision) -> approve(input, alert, revision);
        case AlertCommand.ProposeCancel(var alert, var key, _, var note) -> {
          var first = messages.stream().filter(m -> m.alert().equals(alert)).findFirst();
          var cancel =
              message(
                  input,
                  alert,
                  2,
                  AlertMessage.MsgType.CANCEL,
                  key,
                  first.orElseThrow().hazard(),
                  Optional.of(note));
          yield Outcome.accepted(alert.value(), List.of(new AlertEvent.Proposed(cancel)));
        }
        case AlertCommand.Acknowledge(var alert, var revision, var who) ->
            Outcome.accepted(
                alert.value(),
                List.of(new AlertEvent.Acknowledged(alert, revision, who, input.at())));
        case AlertCommand.Reject(var alert, var revision, var why) ->
            Outcome.accepted(
                alert.value(),
                List.of(
                    new AlertEvent.Rejected(
                        alert, revision, ((Actor.Person) input.actor()).who(), why)));
        case AlertCommand.Propose _, AlertCommand.ProposeUpdate _ ->
            Outcome.refused("not-here", "Not in the tiny house.");
      };
    }

    private Outcome approve(Entry input, AlertId alert, int revision) {
      PersonRef who = ((Actor.Person) input.actor()).who();
      var before = approvals.get(alert + "/" + revision);
      if (who.value().equals(before)) {
        return Outcome.refused("already-approved", "Twice.");
      }
      var events = new ArrayList<Event>();
      events.add(new AlertEvent.Approved(alert, revision, who, input.at()));
      if (before != null) {
        events.add(new AlertEvent.Issued(alert, revision, input.at()));
        var message =
            messages.stream()
                .filter(m -> m.alert().equals(alert) && m.revision() == revision)
                .findFirst()
                .orElseThrow();
        events.add(
            new WatchEvent.EffectAsked(effect(message), new Effect.Deliver(alert, revision)));
      }
      return Outcome.accepted(alert.value(), events);
    }

    private static AlertMessage first(Entry entry, Hazard hazard) {
      return message(
          entry,
          new AlertId("alert-" + entry.seq()),
          1,
          AlertMessage.MsgType.ALERT,
          hazard.type().value(),
          Optional.of(hazard.id()),
          Optional.empty());
    }

    private static AlertMessage message(
        Entry entry,
        AlertId alert,
        int revision,
        AlertMessage.MsgType type,
        String key,
        Optional<HazardId> hazard,
        Optional<String> note) {
      return new AlertMessage(
          alert,
          revision,
          type,
          AlertMessage.Scope.PUBLIC,
          new AlertMessage.Audience(true, true, List.of()),
          hazard,
          Optional.empty(),
          key,
          new LevelId("red"),
          new CapCodes(
              "Geo",
              "Earthquake",
              List.of("Execute"),
              CapCodes.Urgency.IMMEDIATE,
              Severity.SEVERE,
              Certainty.OBSERVED),
          List.of(),
          Area.circle(PLACE, 1000),
          Optional.empty(),
          List.of(new Wording("ar", "زلزال", "زلزال", "احتموا"), new Wording("en", "q", "q", "q")),
          entry.at(),
          entry.at().plus(Duration.ofHours(2)),
          ApprovalPolicy.TWO_PEOPLE,
          entry.actor(),
          List.of(),
          List.of(),
          note);
    }

    @Override
    public State snapshot() {
      return new State(List.copyOf(messages), new TreeMap<>(approvals));
    }

    @Override
    public Class<State> stateType() {
      return State.class;
    }

    @Override
    public void restore(State state) {
      messages.clear();
      messages.addAll(state.messages());
      approvals.clear();
      approvals.putAll(state.approvals());
    }
  }

  static List<DeliveryCounts> counts() {
    return List.of(
        new DeliveryCounts(Channel.SMS, 0, 0, 3, 90, 2, 1, 0, 4),
        new DeliveryCounts(Channel.PUSH, 0, 0, 0, 50, 0, 0, 0, 0));
  }

  static EffectResult delivered() {
    return new EffectResult.Delivered(
        new AudienceCounts(100, 40, 0, 3, new TreeMap<>()), counts(), "digest");
  }

  private static final class Dispatch implements Desk<Dispatch.State> {
    record State(SortedMap<String, Assignment> assignments) implements DeskState {}

    private final SortedMap<String, Assignment> assignments = new TreeMap<>();

    @Override
    public String name() {
      return "dispatch";
    }

    @Override
    public Optional<Class<? extends Command>> commands() {
      return Optional.of(DispatchCommand.class);
    }

    @Override
    public void fold(Entry entry) {
      if (entry.event() instanceof DispatchEvent.AssignmentMoved(var assignment)) {
        assignments.put(assignment.id().value(), assignment);
      }
    }

    @Override
    public List<Event> react(Entry entry) {
      return switch (entry.event()) {
        case HazardEvent.Opened(var hazard) -> {
          var id = new IncidentId("inc-" + entry.seq());
          yield List.of(
              new DispatchEvent.IncidentOpened(
                  new Incident(
                      id,
                      hazard.type(),
                      Optional.of(hazard.id()),
                      Optional.empty(),
                      new LevelId("red"),
                      PLACE,
                      List.of(),
                      Optional.of("quake"),
                      entry.at(),
                      Optional.empty())),
              new DispatchEvent.Recommended(
                  id,
                  List.of(
                      new Recommendation(
                          new UnitId("amb-1"), "ambulance", 100, Duration.ofMinutes(2))),
                  List.of()));
        }
        default -> List.of();
      };
    }

    @Override
    public Outcome decide(Entry input, Command command) {
      return switch ((DispatchCommand) command) {
        case DispatchCommand.AssignUnit(var incident, var unit) -> {
          var id = new AssignmentId("asg-" + input.seq());
          yield moved(
              new Assignment(
                  id,
                  incident,
                  unit,
                  Assignment.State.ASSIGNED,
                  input.at(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
        }
        case DispatchCommand.MoveAssignment(var id, var to) ->
            moved(at(assignments.get(id.value()), to, input.at()));
        case DispatchCommand.CloseIncident(var incident, var why) ->
            Outcome.accepted(
                incident.value(),
                List.of(new DispatchEvent.IncidentClosed(incident, input.at(), why)));
        case DispatchCommand.OpenIncident _,
            DispatchCommand.FinishTask _,
            DispatchCommand.SetOutOfService _ ->
            Outcome.refused("not-here", "Not in the tiny house.");
      };
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

    private static Outcome moved(Assignment assignment) {
      return Outcome.accepted(
          assignment.id().value(), List.of(new DispatchEvent.AssignmentMoved(assignment)));
    }

    @Override
    public State snapshot() {
      return new State(new TreeMap<>(assignments));
    }

    @Override
    public Class<State> stateType() {
      return State.class;
    }

    @Override
    public void restore(State state) {
      assignments.clear();
      assignments.putAll(state.assignments());
    }
  }
}
