package nadhir.core.desk;

import java.util.List;
import java.util.Optional;
import nadhir.core.command.Command;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;

/**
 * A place where decisions are made: a function of its state, an entry or command, and the time
 * written in it. No I/O, clock, randomness or threads inside. One thread at a time calls a desk;
 * the state inside may be mutable, what leaves is immutable.
 *
 * <p>Ids of new things are made from {@link Entry#seq()} of the entry that caused them, with {@code
 * .2}, {@code .3} behind for further ones: {@code haz-17}, {@code haz-17.2}.
 *
 * @param <S> the state as an immutable record; its JSON is the state codec and the state hash
 */
public interface Desk<S extends DeskState> {
  /** Short name for wake-ups, snapshots and {@code Actor.House}: {@code hazard}, {@code alert}. */
  String name();

  /** The commands that this desk decides; empty when it only reacts. */
  Optional<Class<? extends Command>> commands();

  /** What the entry changes. The only place where state changes. */
  void fold(Entry entry);

  /** What follows from the entry, which is folded already. Must not change state. */
  List<Event> react(Entry entry);

  /**
   * Decides one of {@link #commands()}. {@code input} is the entry that carries it, folded already.
   * Must not change state. A desk without commands is never asked.
   */
  Outcome decide(Entry input, Command command);

  S snapshot();

  Class<S> stateType();

  /** Becomes exactly what {@link #snapshot()} gave, perhaps under another site pack. */
  void restore(S state);
}
