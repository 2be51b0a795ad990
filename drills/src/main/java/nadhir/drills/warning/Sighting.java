package nadhir.drills.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.id.GaugeId;

/** How to tell from a recording, or beside it, that something happened. */
sealed interface Sighting {
  Occasion of();

  /** Somebody wrote down when it began and ended. */
  record Noted(Occasion of, Instant from, Instant until, Optional<Instant> peak)
      implements Sighting {}

  /**
   * A gauge of the recording stood at {@code stageM} or higher. Crossings less than {@code apart}
   * from each other are one.
   */
  record Stage(Occasion of, GaugeId gauge, double stageM, Duration apart) implements Sighting {}

  /**
   * People told the source that they felt an earthquake: at least {@code people} of them, with the
   * epicentre at most {@code withinM} from {@code place}. A word on it is of use for {@code
   * useful}.
   */
  record Felt(Occasion of, LatLon place, double withinM, int people, Duration useful)
      implements Sighting {}
}
