package nadhir.drills.warning;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that people should have been warned of.
 *
 * @param peak when it was at its worst, where that is known
 */
public record Happened(Occasion of, Instant from, Instant until, Optional<Instant> peak) {
  public Happened {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("'" + of.name() + "' ends before it begins");
    }
  }
}
