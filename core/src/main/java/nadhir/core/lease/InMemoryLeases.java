package nadhir.core.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nadhir.core.id.MemberId;

/** The twin of the leases on Redis, for simulation: they end by the time that is handed in. */
public final class InMemoryLeases implements Leases {
  private record Held(Lease lease, Instant until) {}

  private final InstantSource time;
  private final Map<String, Held> held = new HashMap<>();
  private final Map<String, Long> fences = new HashMap<>();

  public InMemoryLeases(InstantSource time) {
    this.time = time;
  }

  @Override
  public synchronized Optional<Lease> acquire(String name, MemberId holder, Duration life) {
    var now = time.instant();
    var current = Optional.ofNullable(held.get(name)).filter(h -> now.isBefore(h.until()));
    if (current.isPresent() && !current.get().lease().holder().equals(holder)) {
      return Optional.empty();
    }
    var lease =
        current
            .map(Held::lease)
            .orElseGet(() -> new Lease(name, holder, fences.merge(name, 1L, Long::sum)));
    held.put(name, new Held(lease, now.plus(life)));
    return Optional.of(lease);
  }

  @Override
  public synchronized void release(Lease lease) {
    held.computeIfPresent(lease.name(), (_, h) -> h.lease().equals(lease) ? null : h);
  }
}
