package nadhir.geofence.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.risk.ZoneImpact;

/** Between when and when something arrives. */
public record Window(Instant from, Instant to) {
  public Window {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a window does not end before it begins");
    }
  }

  /** When an impact arrives; empty when it is not known or has no end. */
  public static Optional<Window> of(ZoneImpact impact) {
    return impact
        .arrivesFrom()
        .flatMap(
            from ->
                impact
                    .arrivesTo()
                    .filter(to -> !to.isBefore(from))
                    .map(to -> new Window(from, to)));
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
