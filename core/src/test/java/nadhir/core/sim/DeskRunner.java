package nadhir.core.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import nadhir.core.desk.Desk;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input;
import nadhir.core.event.WatchEvent;
import nadhir.core.lane.Actor;

/**
 * Runs one desk the way the watch does: each event becomes an entry, depth first; wake-ups come
 * when lane time reaches them.
 */
public final class DeskRunner {
  private final Desk<?> desk;
  private final Consumer<Entry> listener;
  private final List<Entry> entries = new ArrayList<>();
  private final TreeMap<String, Instant> wakeUps = new TreeMap<>();

  public DeskRunner(Desk<?> desk, Consumer<Entry> listener) {
    this.desk = desk;
    this.listener = listener;
  }

  public List<Entry> entries() {
    return entries;
  }

  /** Every wake-up up to {@code at}, then the input itself. */
  public void take(Instant at, Actor actor, Input input) {
    until(at);
    settle(at, actor, Optional.empty(), input);
  }

  /** Every wake-up that is due up to {@code at}, in the order of their times. */
  public void until(Instant at) {
    while (true) {
      var due =
          wakeUps.entrySet().stream()
              .filter(w -> !w.getValue().isAfter(at))
              .min(
                  Comparator.<Map.Entry<String, Instant>, Instant>comparing(Map.Entry::getValue)
                      .thenComparing(Map.Entry::getKey));
      if (due.isEmpty()) {
        return;
      }
      wakeUps.remove(due.get().getKey());
      var woken = new Input.Woken(desk.name(), due.get().getKey());
      settle(due.get().getValue(), new Actor.House(desk.name()), Optional.empty(), woken);
    }
  }

  private void settle(Instant at, Actor actor, Optional<Long> cause, Event event) {
    long seq = entries.size() + 1L;
    var entry = new Entry(seq, at, actor, cause.orElse(seq), event);
    entries.add(entry);
    switch (event) {
      case WatchEvent.WakeUpAsked(_, var key, var due) -> wakeUps.put(key, due);
      case WatchEvent.WakeUpDropped(_, var key) -> wakeUps.remove(key);
      case Event _ -> {}
    }
    desk.fold(entry);
    listener.accept(entry);
    var house = new Actor.House(desk.name());
    if (event instanceof Input.Commanded(var id, var command)) {
      switch (desk.decide(entry, command)) {
        case Outcome.Accepted(var events, _) ->
            events.forEach(e -> settle(at, house, Optional.of(entry.cause()), e));
        case Outcome.Refused(var reason, var detail) ->
            settle(at, house, Optional.of(seq), new WatchEvent.Refused(id, reason, detail));
      }
    }
    for (Event e : desk.react(entry)) {
      settle(at, house, Optional.of(entry.cause()), e);
    }
  }
}
