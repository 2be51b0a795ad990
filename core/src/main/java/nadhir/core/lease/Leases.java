package nadhir.core.lease;

import java.time.Duration;
import java.util.Optional;
import nadhir.core.id.MemberId;

/**
 * Says which member does what only one may do. A lease is a hint with a fencing number: whatever is
 * done under it carries the number and is refused where a higher one has been seen.
 */
public interface Leases {
  /** Takes or renews the lease {@code name} for {@code holder}; empty when another holds it. */
  Optional<Lease> acquire(String name, MemberId holder, Duration life);

  /** Gives it up, if it is still the holder's. */
  void release(Lease lease);

  /** {@code fence} grows by one each time that the lease changes hands. */
  record Lease(String name, MemberId holder, long fence) {}
}
