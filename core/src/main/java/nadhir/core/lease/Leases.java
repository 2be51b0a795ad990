package nadhir.core.lease;

import java.time.Duration;
import java.util.Optional;
import nadhir.core.id.MemberId;

/**
 * Says which member does what only one may do. A lease is a hint with a fencing number: whatever is
 * done under it carries the number and is refused where a higher one has been seen.
 *
 * <p>A member id stands for one run of a node: one that starts again has another.
 */
public interface Leases {
  /**
   * Takes or renews the lease {@code name} for {@code holder}; empty when another holds it. Count
   * its life from before the call. Throws {@link LeasesUnavailable}: then it may have been taken or
   * renewed, or not, and a holder goes on until the life of its last answer ends.
   */
  Optional<Lease> acquire(String name, MemberId holder, Duration life);

  /** Gives it up, if it is still the holder's. Throws {@link LeasesUnavailable}. */
  void release(Lease lease);

  /**
   * {@code fence} grows by one each time that the lease changes hands: from its holder to nobody
   * and on to anybody, the former holder included.
   */
  record Lease(String name, MemberId holder, long fence) {}

  /** The store does not answer. */
  final class LeasesUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeasesUnavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
