package nadhir.alerting.ledger;

import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryState;
import nadhir.core.id.PersonRef;

/**
 * Where one message stands.
 *
 * @param told the provider took it or may have taken it: this recipient gets every later revision
 * @param reason why it is where it is, as a short key; empty when nothing needs saying
 */
public record LedgerLine(
    PersonRef recipient, Channel channel, DeliveryState state, boolean told, String reason) {
  /** A newer revision began before this one's partition was resolved. */
  public static final String SUPERSEDED = "superseded";

  /** A Cancel came while it was queued. */
  public static final String CANCELLED = "cancelled";

  /** Who was sending it is gone, and nobody knows how far it got. */
  public static final String LEFT_BEHIND = "left-behind";

  public static LedgerLine queued(PersonRef recipient, Channel channel) {
    return new LedgerLine(recipient, channel, DeliveryState.QUEUED, false, "");
  }

  public static LedgerLine suppressed(PersonRef recipient, Channel channel, String reason) {
    return new LedgerLine(recipient, channel, DeliveryState.SUPPRESSED, false, reason);
  }

  LedgerLine moved(DeliveryState to, boolean nowTold, String why) {
    return new LedgerLine(recipient, channel, to, nowTold, why);
  }
}
