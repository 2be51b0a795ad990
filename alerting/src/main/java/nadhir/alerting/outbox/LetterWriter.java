package nadhir.alerting.outbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import nadhir.alerting.audience.LanguageChoice;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.alerting.register.PushAddress;
import nadhir.alerting.register.Subscriber;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.Wording;
import nadhir.core.id.AlertId;
import nadhir.core.lane.Lane;
import nadhir.core.report.Severity;

/** Puts one recipient's message together. */
final class LetterWriter {
  private static final int TOPIC_LENGTH = 32;

  private final Lane lane;

  LetterWriter(Lane lane) {
    this.lane = lane;
  }

  /** Empty when the recipient has no address on that channel (any more). */
  Optional<Letter> write(AlertMessage message, Subscriber subscriber, DeliveryId delivery) {
    Wording wording = LanguageChoice.of(message, subscriber.language());
    Optional<? extends Letter.Body> body =
        switch (delivery.channel()) {
          case SMS -> subscriber.phone().map(to -> new Letter.Sms(to, wording.sms()));
          case PUSH -> subscriber.push().map(to -> push(message, wording, delivery, to));
        };
    return body.map(b -> new Letter(delivery, message.expiresAt(), b));
  }

  private Letter.Push push(
      AlertMessage message, Wording wording, DeliveryId delivery, PushAddress to) {
    var payload = PushPayload.of(lane, delivery, message, wording);
    boolean urgent = message.cap().severity().compareTo(Severity.SEVERE) <= 0;
    return new Letter.Push(
        to,
        payload.fittingJson(),
        payload.shortJson(),
        topic(message.alert()),
        urgent ? Letter.Push.Urgency.HIGH : Letter.Push.Urgency.NORMAL);
  }

  /** One topic per alert: an Update replaces what a sleeping phone has not fetched yet. */
  static String topic(AlertId alert) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(alert.value().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(hash)
          .substring(0, TOPIC_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK knows SHA-256", e);
    }
  }
}
