package nadhir.geofence.impact;

import java.time.Instant;
import java.util.OptionalDouble;
import nadhir.core.geo.Area;

/**
 * Where a hazard is to be searched for, or whom it can reach, at one moment.
 *
 * @param radiusM of the search circle, or how far down the wind people must be protected
 * @param isolationM how far all around nobody may be, for a release
 * @param since what it is reckoned from: the last position, or the beginning
 */
public record Extent(
    Kind kind, Area area, double radiusM, OptionalDouble isolationM, Instant since) {
  /** What it is for. */
  public enum Kind {
    /** A circle that grows and drifts with whoever is in distress at sea. */
    SEARCH,
    /** A sector down the wind from a release of gas. */
    PROTECTIVE_SECTOR,
    /** All around it: little wind, or nobody knows the wind. */
    PROTECTIVE_CIRCLE,
    /** All around it and only so far, since nobody knows the substance. */
    ISOLATION_CIRCLE
  }
}
