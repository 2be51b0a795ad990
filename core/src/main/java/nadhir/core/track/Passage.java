package nadhir.core.track;

import java.time.Duration;
import java.time.Instant;
import nadhir.core.id.ZoneId;

/** Something that moves, and a place. */
public sealed interface Passage {
  ZoneId place();

  Instant at();

  /**
   * It is in.
   *
   * @param already it was in when it was first seen, or when the place came to be
   */
  record Entered(ZoneId place, Instant at, boolean already) implements Passage {}

  /** It has been in for as long as is worth saying; said once each time it is in. */
  record Dwelt(ZoneId place, Instant at, Duration stayed) implements Passage {}

  /**
   * It is in no more.
   *
   * @param unheard not seen to go: nothing was heard of it any more, or the place is no more
   */
  record Left(ZoneId place, Instant at, Duration stayed, boolean unheard) implements Passage {}
}
