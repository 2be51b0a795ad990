package nadhir.core.feed.ais;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.geo.LatLon;

/** A ship's last known position, {@code heardAt} in lane time. */
public record Vessel(
    String mmsi,
    Optional<String> name,
    LatLon place,
    OptionalDouble courseDeg,
    OptionalDouble speedMps,
    Instant heardAt) {}
