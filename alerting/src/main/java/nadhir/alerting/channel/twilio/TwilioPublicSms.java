package nadhir.alerting.channel.twilio;

import java.time.Instant;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.LiveOrder;
import nadhir.alerting.channel.LiveOrders;
import nadhir.alerting.channel.Loopback;
import nadhir.alerting.channel.PublicEndpoint;
import nadhir.alerting.channel.SendResult;
import nadhir.core.alert.Channel;

/** SMS to the public. */
public final class TwilioPublicSms implements PublicEndpoint, AutoCloseable {
  private final TwilioSms twilio;
  private final LiveOrders orders;

  /**
   * @param orders to check every order's seal with
   */
  public TwilioPublicSms(TwilioSettings settings, LiveOrders orders) {
    if (!"https".equals(settings.base().getScheme()) && !Loopback.is(settings.base())) {
      throw new IllegalArgumentException("messages to the public go out over https only");
    }
    this.twilio = new TwilioSms(settings);
    this.orders = orders;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public SendResult send(LiveOrder order, Instant at) throws InterruptedException {
    Letter letter = order.letter();
    if (!orders.isGenuine(order)) {
      return new SendResult.Refused("forged-order");
    }
    if (letter.isSynthetic()) {
      return new SendResult.Refused("synthetic-address");
    }
    return letter.body() instanceof Letter.Sms sms
        ? twilio.send(letter.delivery(), sms, letter.expiresAt(), at)
        : new SendResult.Refused("wrong-channel");
  }

  @Override
  public void close() {
    twilio.close();
  }
}
