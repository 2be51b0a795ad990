package nadhir.core.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.lane.Actor;

/**
 * Decides inputs in memory, as the watch of a lane would: for what-if questions. Nothing is written
 * to a journal, and effects that are asked for are not run. One thread at a time.
 */
public final class DryRun {
  private static final Actor HOUSE = new Actor.House("watch");

  private final Desks desks;

  /** {@code desks} in the order in which they react, all of them new. */
  public DryRun(Desks desks) {
    this.desks = desks;
  }

  /** Every wake-up due up to {@code at}, then the input: the entries in their order. */
  public List<Entry> take(Instant at, Actor actor, Input input) {
    List<Entry> entries = new ArrayList<>(until(at));
    entries.addAll(desks.take(input, actor, at));
    return entries;
  }

  /** Every wake-up due up to {@code at}, each at its own time. */
  public List<Entry> until(Instant at) {
    List<Entry> entries = new ArrayList<>();
    Optional<Instant> next = desks.log().nextWakeUp();
    while (next.isPresent() && !next.get().isAfter(at)) {
      Input woken = desks.log().due(next.get()).orElseThrow();
      entries.addAll(desks.take(woken, HOUSE, next.get()));
      next = desks.log().nextWakeUp();
    }
    return entries;
  }

  public Desks desks() {
    return desks;
  }
}
