package nadhir.alerting.ledger;

import java.time.Duration;
import java.util.function.Supplier;
import nadhir.core.redis.RedisUnavailable;

/**
 * Asks a store that is away again, for as long as it takes: nothing may be decided without it, and
 * what came back from a provider must be written down. Ends early only by an interrupt.
 */
public final class Patience {
  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Pause pause;

  /** Waits; the only way in which the outbox ever does. */
  @FunctionalInterface
  public interface Pause {
    void pause(Duration length) throws InterruptedException;
  }

  public Patience(Pause pause) {
    this.pause = pause;
  }

  /** {@code question} must be harmless to repeat. */
  public <T> T ask(Supplier<T> question) throws InterruptedException {
    Duration next = FIRST;
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while waiting for the store");
      }
      try {
        return question.get();
      } catch (StoreAway | RedisUnavailable _) {
        pause.pause(next);
        next = next.compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
      }
    }
  }
}
