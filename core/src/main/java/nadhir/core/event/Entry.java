package nadhir.core.event;

import java.time.Instant;
import nadhir.core.lane.Actor;

/**
 * One line of a lane's journal.
 *
 * @param seq 1 for the first entry of a lane, without gaps
 * @param at lane time; never before the entry in front of it
 * @param cause {@code seq} of the input that this follows from; of an input, its own
 */
public record Entry(long seq, Instant at, Actor actor, long cause, Event event) {
  public Entry {
    if (seq < 1 || cause < 1 || cause > seq) {
      throw new IllegalArgumentException("entries count from 1 and follow their cause");
    }
  }

  public boolean isInput() {
    return event instanceof Input;
  }
}
