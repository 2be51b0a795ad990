package nadhir.core.journal;

import java.util.Optional;
import nadhir.core.lane.Lane;

/**
 * The newest head of each lane that this node has seen on disk. A store that later shows less has
 * lost something.
 */
public interface KnownHeads {
  Optional<Head> of(Lane lane);

  /** Keeps {@code head} when it is further than what is known. */
  void saw(Lane lane, Head head);
}
