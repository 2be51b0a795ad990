package nadhir.drills.play;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import nadhir.drills.scenario.Scenario.Span;

/** So many lane seconds in a wall second, but no wall time at all for the scenario's fast spans. */
public final class SteadyPace implements Pace {
  private final double speed;
  private final List<Span> fast;
  private final LongSupplier wallNanos;
  private Instant laneStart = Instant.EPOCH;
  private long wallStartNanos;

  /**
   * @param speed lane seconds per wall second, more than 0
   * @param fast in order of time, apart from each other
   * @param wallNanos a clock that only goes forward
   */
  public SteadyPace(double speed, List<Span> fast, LongSupplier wallNanos) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("a speed is more than 0, not " + speed);
    }
    this.speed = speed;
    this.fast = List.copyOf(fast);
    this.wallNanos = wallNanos;
  }

  @Override
  public synchronized void start(Instant laneAt) {
    laneStart = laneAt;
    wallStartNanos = wallNanos.getAsLong();
  }

  @Override
  public synchronized Duration left(Instant to) {
    return Duration.ofNanos(wallNanos(laneStart, to) - elapsedNanos());
  }

  private long elapsedNanos() {
    return wallNanos.getAsLong() - wallStartNanos;
  }

  /** Wall time that lane time takes from {@code from} to {@code to}. */
  private long wallNanos(Instant from, Instant to) {
    var paced = Duration.between(from, to);
    for (Span span : fast) {
      paced = paced.minus(overlap(span, from, to));
    }
    return (long) (paced.toNanos() / speed);
  }

  private static Duration overlap(Span span, Instant from, Instant to) {
    var begin = span.from().isAfter(from) ? span.from() : from;
    var end = span.to().isBefore(to) ? span.to() : to;
    return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
  }

  @Override
  public synchronized Instant now() {
    var at = laneStart.plusNanos((long) (elapsedNanos() * speed));
    for (Span span : fast) {
      if (!span.from().isBefore(laneStart) && !span.from().isAfter(at)) {
        at = at.plus(Duration.between(span.from(), span.to()));
      } else if (laneStart.isAfter(span.from()) && laneStart.isBefore(span.to())) {
        at = at.plus(Duration.between(laneStart, span.to()));
      }
    }
    return at;
  }
}
