package nadhir.core.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: doubled each time up to a limit, and spread over the upper half
 * of that, so that many who lost the same source do not come back at the same moment.
 */
public final class Backoff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private int failures;

  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /** Counts a failure, and says how long to wait. */
  public Duration next() {
    Duration wait = first;
    for (int i = 0; i < failures && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    failures++;
    long most = Math.min(wait.toMillis(), longest.toMillis());
    return Duration.ofMillis((long) (most * (0.5 + random.nextDouble() / 2)));
  }

  public void reset() {
    failures = 0;
  }
}
