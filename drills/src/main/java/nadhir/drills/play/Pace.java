package nadhir.drills.play;

import java.time.Duration;
import java.time.Instant;

/**
 * How the wall clock holds back a drill. Between {@link #start} and {@link #stop} lane time flows;
 * while something runs or a decision waits, it stands.
 */
public interface Pace {
  /** Lane time flows from {@code laneAt} on. */
  void start(Instant laneAt);

  /** Wall time until lane time is {@code to}; zero or less when it is. */
  Duration left(Instant to);

  /** Lane time now, while it flows. */
  Instant now();

  /** As fast as it goes: every moment has come already. */
  static Pace max() {
    return new Pace() {
      private Instant at = Instant.MIN;

      @Override
      public void start(Instant laneAt) {
        at = laneAt;
      }

      @Override
      public Duration left(Instant to) {
        return Duration.ZERO;
      }

      @Override
      public Instant now() {
        return at;
      }
    };
  }
}
