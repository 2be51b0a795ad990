package nadhir.alerting.sandbox;

import java.time.Instant;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.core.alert.DeliveryState;

/**
 * A message on a made-up phone.
 *
 * @param at lane time
 * @param language as the text is written: {@code ar} or {@code en} for SMS, the message's own for
 *     push
 * @param title the headline of a push message; empty for SMS
 * @param state {@code SENT}, then what was reported
 */
public record PhoneMessage(
    Instant at,
    DeliveryId delivery,
    String language,
    String title,
    String text,
    DeliveryState state) {
  PhoneMessage with(DeliveryState reported) {
    return new PhoneMessage(at, delivery, language, title, text, reported);
  }
}
