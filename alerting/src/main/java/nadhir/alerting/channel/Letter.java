package nadhir.alerting.channel;

import java.time.Instant;
import java.util.regex.Pattern;
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
   * @param json what the citizen's page reads
   * @param shortJson the same with less in it, for a push service that finds the first too large
   * @param topic a later message with the same topic replaces one not yet delivered (RFC 8030, 5.4)
   */
  public record Push(PushAddress to, String json, String shortJson, String topic, Urgency urgency)
      implements Body {
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    public Push {
      if (!TOPIC.matcher(topic).matches()) {
        throw new IllegalArgumentException("a topic is 1 to 32 characters of base64url");
      }
    }

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
