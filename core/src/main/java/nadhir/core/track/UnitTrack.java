package nadhir.core.track;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;

/**
 * What is remembered of a unit: a value that any member makes the next one from.
 *
 * @param last its last position that was taken
 * @param zones that it is in, in the order in which it entered them
 * @param told what was offered to the lane last; whether the lane took it is for the lane to say
 * @param toldAt lane time of that
 */
public record UnitTrack(UnitFix last, List<ZoneId> zones, UnitWord told, Instant toldAt) {
  public UnitTrack {
    zones = List.copyOf(zones);
  }

  /** As one that nothing is known of but the lane's word, whose accuracy nobody wrote down. */
  static UnitTrack recalled(UnitWord word, Instant now) {
    var last =
        new UnitFix(
            word.unit(),
            word.place(),
            word.seenAt(),
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty());
    return new UnitTrack(last, word.zones(), word, now);
  }

  UnitTrack with(UnitWord word) {
    return new UnitTrack(last, zones, word, toldAt);
  }

  public UnitId unit() {
    return last.unit();
  }

  public boolean silent() {
    return told.silent();
  }
}
