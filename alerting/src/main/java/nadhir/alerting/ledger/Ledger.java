package nadhir.alerting.ledger;

import java.util.List;
import java.util.Optional;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.alert.DeliveryState;
import nadhir.core.id.AlertId;

/**
 * Reads the states of deliveries, and takes receipts. Every method may throw {@link StoreAway};
 * repeating it then is harmless.
 */
public interface Ledger {
  /** Deliveries by state, one element per channel that has any, in the channels' order. */
  List<DeliveryCounts> counts(AlertId alert, int revision);

  /** The lines of one partition, in order of recipient and channel. */
  List<LedgerLine> lines(AlertId alert, int revision, int partition);

  /** Who is told in a partition, once that is resolved. */
  Optional<AudienceCounts> audience(AlertId alert, int revision, int partition);

  /**
   * What a provider reports of a message: forward moves are kept, all else changes nothing
   * (receipts come twice and in any order). Needs no fencing number: whoever gets a receipt may
   * write it.
   *
   * @param to {@code SENT}, {@code DELIVERED}, {@code FAILED} or {@code EXPIRED}
   * @return whether the state moved
   */
  boolean receipt(DeliveryId delivery, DeliveryState to, String reason);
}
