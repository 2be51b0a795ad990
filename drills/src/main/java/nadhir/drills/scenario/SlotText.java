package nadhir.drills.scenario;

import java.time.Instant;
import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Slot;

/** A value for a gap in a message, as a scenario writes it. */
public sealed interface SlotText {
  /** Known from the beginning. */
  record Fixed(Slot slot) implements SlotText {}

  /** The time at which the alert that is updated or corrected was issued. */
  record TimeOfIssue() implements SlotText {}

  static SlotText time(Instant at) {
    return new Fixed(new Slot.Time(at));
  }

  static SlotText span(Instant from, Instant to) {
    return new Fixed(new Slot.Span(from, to));
  }

  static SlotText position(LatLon place) {
    return new Fixed(new Slot.Position(place));
  }

  static SlotText places(List<ZoneId> zones) {
    return new Fixed(new Slot.Places(zones));
  }

  static SlotText word(String key) {
    return new Fixed(new Slot.Word(key));
  }

  static SlotText number(double value, int decimals) {
    return new Fixed(new Slot.Number(value, decimals));
  }
}
