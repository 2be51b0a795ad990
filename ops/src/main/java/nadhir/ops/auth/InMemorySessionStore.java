package nadhir.ops.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The twin of the session store on Redis; forgets with the process. */
public final class InMemorySessionStore implements SessionStore {
  private record Kept(String value, Instant until) {}

  private final InstantSource clock;
  private final Map<String, Kept> kept = new HashMap<>();

  public InMemorySessionStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void put(String key, String value, Duration life) {
    var now = clock.instant();
    kept.values().removeIf(k -> !now.isBefore(k.until()));
    kept.put(key, new Kept(value, now.plus(life)));
  }

  @Override
  public synchronized Optional<String> get(String key) {
    return Optional.ofNullable(kept.get(key))
        .filter(k -> clock.instant().isBefore(k.until()))
        .map(Kept::value);
  }

  @Override
  public synchronized void extend(String key, Duration life) {
    var until = clock.instant().plus(life);
    get(key).ifPresent(value -> kept.put(key, new Kept(value, until)));
  }

  @Override
  public synchronized void delete(String key) {
    kept.remove(key);
  }
}
