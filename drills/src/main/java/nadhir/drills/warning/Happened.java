package nadhir.drills.warning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ZoneId;

/**
 * Something that people should have been warned of.
 *
 * @param zones where; empty for anywhere
 * @param peak when it was at its worst, where that is known
 */
public record Happened(
    String name,
    HazardTypeId type,
    List<ZoneId> zones,
    Instant from,
    Instant until,
    Optional<Instant> peak) {
  public Happened {
    zones = List.copyOf(zones);
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("'" + name + "' ends before it begins");
    }
  }
}
