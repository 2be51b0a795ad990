package nadhir.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.Clipping;
import nadhir.core.command.DispatchCommand;
import nadhir.core.desk.Outcome;
import nadhir.core.dispatch.Task;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input;
import nadhir.core.id.CommandId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.TaskId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.sim.SampleValues;
import org.junit.jupiter.api.Test;

/** Alerts that were cut off at the border, and what must be done because of that. */
class TasksTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Actor.Person OPERATOR =
      new Actor.Person(new PersonRef("op-1"), List.of(Role.OPERATOR));

  private DispatchDesk desk = new DispatchDesk(DeskRoom.plan());
  private final List<String> said = new ArrayList<>();
  private long seq;

  private static AlertMessage message(Optional<Clipping> clipped, int revision) {
    AlertMessage m =
        new SampleValues()
            .of(AlertMessage.class).stream().filter(v -> v.hazard().isPresent()).findFirst().get();
    return new AlertMessage(
        m.alert(),
        revision,
        m.type(),
        m.scope(),
        m.audience(),
        m.hazard(),
        m.assessment(),
        m.messageKey(),
        m.level(),
        m.cap(),
        m.zones(),
        m.area(),
        clipped,
        m.wordings(),
        m.proposedAt(),
        m.expiresAt(),
        m.approval(),
        m.author(),
        m.doubts(),
        m.overlaps(),
        m.note());
  }

  private static Optional<Clipping> beyond(String... neighbours) {
    return Optional.of(new Clipping(10, List.of(neighbours)));
  }

  private void take(Event event) {
    var entry = new Entry(++seq, NOON, new Actor.House("alert"), seq, event);
    desk.fold(entry);
    desk.react(entry).forEach(this::follow);
  }

  private void follow(Event event) {
    if (event instanceof DispatchEvent.TaskMoved(Task t)) {
      said.add(
          t.id()
              + " "
              + t.neighbour()
              + " r"
              + t.revision()
              + t.doneBy().map(by -> " done by " + by).orElse(""));
    }
    take(event);
  }

  private String finish(String task) {
    var command = new DispatchCommand.FinishTask(new TaskId(task), "spoke to the duty officer");
    var entry =
        new Entry(++seq, NOON, OPERATOR, seq, new Input.Commanded(new CommandId("c"), command));
    desk.fold(entry);
    return switch (desk.decide(entry, command)) {
      case Outcome.Refused(var reason, _) -> reason;
      case Outcome.Accepted(var events, var subject) -> {
        events.forEach(this::follow);
        yield subject.orElseThrow();
      }
    };
  }

  private void issue(AlertMessage message) {
    take(new AlertEvent.Issued(message.alert(), message.revision(), NOON));
  }

  @Test
  void eachNeighbourIsATaskWhenTheAlertIsIssuedAndAgainForItsUpdate() {
    var first = message(beyond("haql", "eilat"), 1);
    take(new AlertEvent.Proposed(first));
    assertEquals(List.of(), said);
    desk = again(desk);
    issue(first);
    var update = message(beyond("haql"), 2);
    take(new AlertEvent.Proposed(update));
    issue(update);
    assertEquals(List.of("task-2 haql r1", "task-2.2 eilat r1", "task-6 haql r2"), said);
    assertEquals(3, desk.snapshot().tasks().size());
    assertEquals(List.of(), desk.snapshot().proposed());
  }

  @Test
  void whatIsNotIssuedOrReachesNobodyIsNoTask() {
    var rejected = message(beyond("haql"), 1);
    take(new AlertEvent.Proposed(rejected));
    take(new AlertEvent.Rejected(rejected.alert(), 1, new PersonRef("op-1"), "no"));
    issue(rejected);
    for (Optional<Clipping> none : List.of(Optional.<Clipping>empty(), beyond())) {
      take(new AlertEvent.Proposed(message(none, 2)));
      issue(message(none, 2));
    }
    assertEquals(List.of(), said);
  }

  @Test
  void aTaskIsDoneOnceAndByAPerson() {
    var alert = message(beyond("haql"), 1);
    take(new AlertEvent.Proposed(alert));
    issue(alert);
    assertEquals("no-such-task", finish("task-99"));
    assertEquals("task-2", finish("task-2"));
    assertEquals("task-done", finish("task-2"));
    assertEquals(List.of("task-2 haql r1", "task-2 haql r1 done by op-1"), said);
    assertEquals(desk.snapshot(), again(desk).snapshot());
  }

  private static DispatchDesk again(DispatchDesk desk) {
    var restored = new DispatchDesk(DeskRoom.plan());
    restored.restore(desk.snapshot());
    return restored;
  }
}
