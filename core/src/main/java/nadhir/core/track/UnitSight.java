package nadhir.core.track;

import java.time.Instant;
import java.util.function.Predicate;
import nadhir.core.id.UnitId;

/**
 * What a member that follows a lane knows when it judges where units are.
 *
 * @param known whether the site has such a unit
 * @param places the zones that there are
 * @param words what the lane knows of its units
 * @param now lane time
 */
public record UnitSight(Predicate<UnitId> known, Places places, LaneWords words, Instant now) {}
