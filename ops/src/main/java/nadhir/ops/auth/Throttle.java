package nadhir.ops.auth;

import java.time.Duration;
import java.util.Optional;

/**
 * Counts tries under a key and makes each further one wait longer. A try is counted before its
 * outcome is known, so that many at once gain nothing. Calls block. Each throws {@link StoreAway}
 * when the store does not answer.
 */
public interface Throttle {
  /**
   * How the waiting grows.
   *
   * @param free tries before any waiting
   * @param first the wait after the last free one; doubled with each further try
   * @param longest no wait is longer
   * @param forgetAfter without a try the count begins anew
   */
  record Rule(int free, Duration first, Duration longest, Duration forgetAfter) {
    /** How long the next try must wait after the {@code count}th. */
    Duration after(int count) {
      if (count < free) {
        return Duration.ZERO;
      }
      int doublings = Math.min(count - free, 30);
      var wait = first.multipliedBy(1L << doublings);
      return wait.compareTo(longest) < 0 ? wait : longest;
    }
  }

  /** Counts a try, or says how long to wait before the next; then nothing is counted. */
  Optional<Duration> attempt(String key, Rule rule);

  /** The last try was no failure: it does not count. */
  void giveBack(String key);

  /** Begins anew. */
  void forget(String key);
}
