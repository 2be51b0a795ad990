package nadhir.core.risk;

import java.time.Instant;
import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;

/** A value for a gap in a message, kept typed so that every language prints it its own way. */
public sealed interface Slot {
  /**
   * The name of a slot that no message prints: a {@link Word} with CAP's urgency by the rule, in
   * small letters, in place of the message's own.
   */
  String URGENCY = "urgency";

  /** A moment, printed as local HH:mm. */
  record Time(Instant at) implements Slot {}

  /** A window, printed as local HH:mm and HH:mm. */
  record Span(Instant from, Instant to) implements Slot {}

  record Position(LatLon place) implements Slot {}

  /** Zones by name. */
  record Places(List<ZoneId> zones) implements Slot {
    public Places {
      zones = List.copyOf(zones);
    }
  }

  /** A plain number with {@code decimals} digits after the point. */
  record Number(double value, int decimals) implements Slot {}

  /** Words of the site, looked up by key in {@code messages.yaml} under {@code words}. */
  record Word(String key) implements Slot {}
}
