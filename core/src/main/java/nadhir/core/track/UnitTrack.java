package nadhir.core.track;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;

/**
 * What is remembered of a unit: as consoles see it, and as one who follows units hands it on to
 * another.
 *
 * @param last its last position that was taken
 * @param zones that it is in, in the order in which it entered them
 * @param told what was concluded last; empty when that must be said (again)
 * @param silent it was said to be silent
 */
public record UnitTrack(UnitFix last, List<ZoneId> zones, Optional<Told> told, boolean silent) {
  public UnitTrack {
    zones = List.copyOf(zones);
  }

  /** What the lane knows. */
  public record Told(LatLon place, List<ZoneId> zones, Instant seenAt) {
    public Told {
      zones = List.copyOf(zones);
    }
  }

  public UnitId unit() {
    return last.unit();
  }
}
