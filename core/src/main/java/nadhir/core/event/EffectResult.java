package nadhir.core.event;

import java.util.List;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.DeliveryCounts;

/** How an effect ended. */
public sealed interface EffectResult {
  /**
   * The revision's audience is resolved and every recipient has left {@code queued} and {@code
   * sending}.
   *
   * @param ledgerDigest SHA-256 over the ledger of the revision, recipients in order
   */
  record Delivered(AudienceCounts audience, List<DeliveryCounts> counts, String ledgerDigest)
      implements EffectResult {
    public Delivered {
      counts = List.copyOf(counts);
    }
  }

  record Tallied(List<DeliveryCounts> counts, String ledgerDigest) implements EffectResult {
    public Tallied {
      counts = List.copyOf(counts);
    }
  }

  /** The CAP document stands under {@code identifier}. */
  record Published(String identifier, String sha256) implements EffectResult {}

  /** Given up after the effect's own retries. */
  record Failed(String reason, String detail) implements EffectResult {}
}
