package nadhir.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import nadhir.core.alert.AlertMessage;
import nadhir.core.command.DispatchCommand;
import nadhir.core.desk.Outcome;
import nadhir.core.dispatch.Task;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.TaskId;
import nadhir.core.lane.Actor;
import nadhir.dispatch.DispatchState.Beyond;

/**
 * What people must do besides sending units. An alert that was cut off at the border becomes, when
 * it is issued, a task to inform each neighbour that its danger reaches; its Update and Cancel do
 * so again.
 */
final class Tasks {
  private final SequencedMap<TaskId, Task> tasks = new LinkedHashMap<>();
  private final List<Beyond> proposed = new ArrayList<>();

  void fold(AlertEvent event) {
    switch (event) {
      case AlertEvent.Proposed(AlertMessage message) -> {
        forget(message.alert(), message.revision());
        message
            .clipped()
            .filter(clipping -> !clipping.neighbours().isEmpty())
            .ifPresent(
                clipping ->
                    proposed.add(
                        new Beyond(message.alert(), message.revision(), clipping.neighbours())));
      }
      case AlertEvent.Rejected(var alert, var revision, _, _) -> forget(alert, revision);
      case AlertEvent.Replaced(var alert, var revision) -> forget(alert, revision);
      case AlertEvent.Expired(var alert, var revision, _) -> forget(alert, revision);
      case AlertEvent.Issued _,
          AlertEvent.Approved _,
          AlertEvent.Delivered _,
          AlertEvent.Tallied _,
          AlertEvent.CapPublished _,
          AlertEvent.EffectFailed _,
          AlertEvent.Acknowledged _,
          AlertEvent.AcknowledgementOverdue _ -> {
        // an issued one is needed until its tasks are opened
      }
    }
  }

  void fold(Task task) {
    forget(task.alert(), task.revision());
    tasks.put(task.id(), task);
    List<Task> done = tasks.values().stream().filter(t -> t.doneAt().isPresent()).toList();
    done.stream()
        .limit(Math.max(0, done.size() - DispatchState.MAX_CLOSED))
        .forEach(t -> tasks.remove(t.id()));
  }

  private void forget(AlertId alert, int revision) {
    proposed.removeIf(b -> b.alert().equals(alert) && b.revision() == revision);
  }

  List<Event> issued(Entry entry, AlertEvent.Issued issued) {
    List<Event> opened = new ArrayList<>();
    for (Beyond beyond : proposed) {
      if (beyond.alert().equals(issued.alert()) && beyond.revision() == issued.revision()) {
        for (String neighbour : beyond.neighbours()) {
          String further = opened.isEmpty() ? "" : "." + (opened.size() + 1);
          opened.add(
              new DispatchEvent.TaskMoved(
                  new Task(
                      new TaskId("task-" + entry.seq() + further),
                      Task.Kind.INFORM_NEIGHBOUR,
                      neighbour,
                      issued.alert(),
                      issued.revision(),
                      entry.at(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty())));
        }
      }
    }
    return opened;
  }

  Outcome finish(Entry input, DispatchCommand.FinishTask finish) {
    Optional<Task> task = Optional.ofNullable(tasks.get(finish.task()));
    if (task.isEmpty()) {
      return Outcome.refused("no-such-task", "There is no task " + finish.task() + ".");
    }
    if (task.get().doneAt().isPresent()) {
      return Outcome.refused("task-done", "The task is done already.");
    }
    Task done = done(task.get(), input, finish.note());
    return Outcome.accepted(done.id().value(), List.of(new DispatchEvent.TaskMoved(done)));
  }

  private static Task done(Task t, Entry input, String note) {
    Optional<PersonRef> by =
        input.actor() instanceof Actor.Person person ? Optional.of(person.who()) : Optional.empty();
    return new Task(
        t.id(),
        t.kind(),
        t.neighbour(),
        t.alert(),
        t.revision(),
        t.openedAt(),
        Optional.of(input.at()),
        by,
        Optional.of(note));
  }

  List<Task> all() {
    return List.copyOf(tasks.values());
  }

  List<Beyond> proposed() {
    return List.copyOf(proposed);
  }

  void restore(List<Task> saved, List<Beyond> waiting) {
    tasks.clear();
    saved.forEach(task -> tasks.put(task.id(), task));
    proposed.clear();
    proposed.addAll(waiting);
  }
}
