package nadhir.core.track;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.geo.LatLon;

/**
 * A ship's last known position.
 *
 * @param navStatus 0 to 15 as in ITU-R M.1371, table 45
 * @param shipType as in its table 53
 * @param heardAt lane time of that position
 * @param doubt why the position may be wrong
 */
public record Vessel(
    String mmsi,
    Optional<String> name,
    LatLon place,
    OptionalDouble courseDeg,
    OptionalDouble speedMps,
    OptionalInt headingDeg,
    OptionalInt navStatus,
    OptionalInt shipType,
    Instant heardAt,
    Doubt doubt) {}
