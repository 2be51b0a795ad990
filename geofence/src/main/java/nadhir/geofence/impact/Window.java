package nadhir.geofence.impact;

import java.time.Duration;
import java.time.Instant;

/** Between when and when something arrives. */
public record Window(Instant from, Instant to) {
  public Window {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a window does not end before it begins");
    }
  }

  public Duration width() {
    return Duration.between(from, to);
  }

  /** The middle, to the nearest five minutes: for people who need one time. */
  public Instant about() {
    long middleS = from.getEpochSecond() + width().toSeconds() / 2;
    return Instant.ofEpochSecond(Math.floorDiv(middleS + 150, 300) * 300);
  }

  /** The smallest window that holds both. */
  public Window with(Window other) {
    return new Window(
        from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
  }
}
