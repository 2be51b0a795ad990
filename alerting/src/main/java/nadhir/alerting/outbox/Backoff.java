package nadhir.alerting.outbox;

import java.time.Duration;
import java.util.Optional;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.alerting.register.StableHash;

/**
 * How long to wait before a message that was certainly not processed is tried again: doubling from
 * {@link #FIRST} to {@link #LONGEST}, half as much more or less by chance (the delivery's own
 * hash), so that a crowd that was refused together does not come back together.
 */
final class Backoff {
  static final Duration FIRST = Duration.ofMillis(250);
  static final Duration LONGEST = Duration.ofSeconds(30);

  private static final int MAX_DOUBLINGS = 10;

  private Backoff() {}

  /**
   * @param attempt 1 after the first refusal
   * @param asked what the provider asks for; never waited less
   */
  static Duration before(DeliveryId delivery, int attempt, Optional<Duration> asked) {
    long plainMs = FIRST.toMillis() << Math.min(attempt - 1, MAX_DOUBLINGS);
    double chance = 0.5 + StableHash.fraction(attempt, delivery.text());
    long ownMs = (long) (Math.min(plainMs, LONGEST.toMillis()) * chance);
    long askedMs = asked.map(a -> Math.min(a.toMillis(), LONGEST.toMillis())).orElse(0L);
    return Duration.ofMillis(askedMs + ownMs);
  }
}
