package nadhir.ops.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The twin of the throttle on Redis; forgets with the process. */
public final class InMemoryThrottle implements Throttle {
  private record Tries(int count, Instant next, Instant forgotten) {}

  private final InstantSource clock;
  private final Map<String, Tries> tries = new HashMap<>();

  public InMemoryThrottle(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Duration> attempt(String key, Rule rule) {
    var now = clock.instant();
    tries.values().removeIf(t -> !now.isBefore(t.forgotten()));
    var before = tries.getOrDefault(key, new Tries(0, now, now));
    if (now.isBefore(before.next())) {
      return Optional.of(Duration.between(now, before.next()));
    }
    int count = before.count() + 1;
    var next = now.plus(rule.after(count));
    tries.put(key, new Tries(count, next, next.plus(rule.forgetAfter())));
    return Optional.empty();
  }

  @Override
  public synchronized void giveBack(String key) {
    tries.computeIfPresent(
        key, (_, t) -> new Tries(Math.max(0, t.count() - 1), clock.instant(), t.forgotten()));
  }

  @Override
  public synchronized void forget(String key) {
    tries.remove(key);
  }
}
