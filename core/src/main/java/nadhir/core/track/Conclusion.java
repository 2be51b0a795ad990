package nadhir.core.track;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.geo.LatLon;
import nadhir.core.report.Observation.VesselTrouble;

/**
 * What the tracker says of one ship: once when it begins, again while it lasts, once when it is
 * over. An episode of which nothing more is heard ends without a word: silence is no all-clear.
 *
 * @param since when the episode began; with ship, trouble and {@code other} it names the episode
 * @param place of the ship, the last that can be believed
 * @param other the other ship's MMSI or the fixed point, empty where there is none
 * @param closestM distance at the closest point of approach, and {@code closestAt} when that is
 */
record Conclusion(
    VesselTrouble trouble,
    Phase phase,
    String mmsi,
    Optional<String> name,
    Instant since,
    Instant at,
    Optional<LatLon> place,
    OptionalDouble courseDeg,
    OptionalDouble speedMps,
    String other,
    OptionalDouble closestM,
    Optional<Instant> closestAt) {
  /** Where an episode stands. */
  enum Phase {
    BEGINS,
    GOES_ON,
    OVER
  }
}
