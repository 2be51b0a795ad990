package nadhir.core.track;

import java.time.Instant;
import java.util.List;
import nadhir.core.event.Input;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;

/**
 * What a lane knows of a unit, or is to know.
 *
 * @param zones that it is in, by id
 * @param seenAt the device's time of it
 * @param silent nothing was heard for long since
 */
public record UnitWord(
    UnitId unit, LatLon place, List<ZoneId> zones, Instant seenAt, boolean silent) {
  public UnitWord {
    zones = List.copyOf(zones);
  }

  static UnitWord of(Input.UnitHeard heard) {
    return new UnitWord(heard.unit(), heard.place(), heard.zones(), heard.seenAt(), false);
  }

  Input.UnitHeard heard() {
    return new Input.UnitHeard(unit, place, zones, seenAt);
  }

  UnitWord with(boolean isSilent) {
    return new UnitWord(unit, place, zones, seenAt, isSilent);
  }
}
