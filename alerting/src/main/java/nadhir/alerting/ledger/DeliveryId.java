package nadhir.alerting.ledger;

import java.util.Optional;
import nadhir.core.alert.Channel;
import nadhir.core.id.AlertId;
import nadhir.core.id.Id;
import nadhir.core.id.PersonRef;

/** One message: this revision to this recipient on this channel. */
public record DeliveryId(AlertId alert, int revision, PersonRef recipient, Channel channel) {
  /** Stands in no id and needs no escape in a URL (RFC 3986, unreserved). */
  private static final String SEPARATOR = "~";

  /** The id as text, for providers to hand back: {@code alert-17~1~p-00042~SMS}. */
  public String text() {
    return String.join(
        SEPARATOR, alert.value(), Integer.toString(revision), recipient.value(), channel.name());
  }

  /** Empty when the text is no delivery id; it comes from outside. */
  public static Optional<DeliveryId> parse(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    if (parts.length != 4
        || !Id.isValid(parts[0])
        || !parts[1].matches("[1-9][0-9]{0,8}")
        || !Id.isValid(parts[2])) {
      return Optional.empty();
    }
    for (Channel channel : Channel.values()) {
      if (channel.name().equals(parts[3])) {
        return Optional.of(
            new DeliveryId(
                new AlertId(parts[0]),
                Integer.parseInt(parts[1]),
                new PersonRef(parts[2]),
                channel));
      }
    }
    return Optional.empty();
  }
}
