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

  /** The most receipts that {@link #receipts} takes at a time. */
  int MAX_RECEIPTS = 500;

  /**
   * What a provider reports of a message.
   *
   * @param to {@code SENT}, {@code DELIVERED}, {@code FAILED} or {@code EXPIRED}
   * @param reason the provider's code; may be empty
   */
  record Receipt(DeliveryId delivery, DeliveryState to, String reason) {}

  /**
   * Keeps what is reported: forward moves only, all else changes nothing (receipts come twice and
   * in any order). Needs no fencing number: whoever gets a receipt may write it.
   *
   * @return how many states moved
   */
  int receipts(List<Receipt> receipts);

  /** Keeps one; says whether the state moved. */
  default boolean receipt(DeliveryId delivery, DeliveryState to, String reason) {
    return receipts(List.of(new Receipt(delivery, to, reason))) == 1;
  }
}
