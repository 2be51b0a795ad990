package nadhir.core.feed.gauge;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * When something was measured. A local time that comes twice, because clocks go back, has two
 * candidates until the whole document is known.
 */
record Moment(Instant at, Optional<Twice> twice) {
  /** The later of the two, and the local time that both have. */
  record Twice(LocalDateTime local, Instant later) {}

  static Moment of(Instant at) {
    return new Moment(at, Optional.empty());
  }
}
