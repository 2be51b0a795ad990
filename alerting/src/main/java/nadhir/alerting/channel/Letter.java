package nadhir.alerting.channel;

import java.time.Instant;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.alerting.register.PhoneNumber;
import nadhir.alerting.register.PushAddress;
import nadhir.core.alert.Channel;

/**
 * One message to one recipient, ready to go.
 *
 * @param expiresAt nobody may get it later
 */
public record Letter(DeliveryId delivery, Instant expiresAt, Body body) {
  public Letter {
    if (delivery.channel() != body.channel()) {
      throw new IllegalArgumentException("the body is not of the delivery's channel");
    }
  }

  /** What goes out, and where to. */
  public sealed interface Body {
    Channel channel();
  }

  public record Sms(PhoneNumber to, String text) implements Body {
    @Override
    public Channel channel() {
      return Channel.SMS;
    }
  }

  /**
   * @param json what the citizen's page reads; see {@link PushText}
   * @param topic a later message with the same topic replaces one not yet delivered (RFC 8030, 5.4)
   */
  public record Push(PushAddress to, String json, String topic, Urgency urgency) implements Body {
    @Override
    public Channel channel() {
      return Channel.PUSH;
    }

    /** RFC 8030, 5.3: how much a sleeping device should be woken for it. */
    public enum Urgency {
      NORMAL,
      HIGH
    }
  }

  /** Whether it goes to a made-up address, which no public endpoint may ever be given. */
  public boolean isSynthetic() {
    return switch (body) {
      case Sms sms -> sms.to().isSynthetic();
      case Push push -> push.to().isSynthetic();
    };
  }
}
