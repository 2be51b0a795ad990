package nadhir.geofence.impact.flood;

import java.time.Instant;

/** Water comes between {@code from} and {@code to}. */
public record Arrival(Instant from, Instant to) {
  public Arrival {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("an arrival does not end before it begins");
    }
  }

  /** The first of two waters to come: whichever it is, it may be there from, and is there by. */
  Arrival first(Arrival other) {
    return new Arrival(
        from.isBefore(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }
}
