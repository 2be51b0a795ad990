package nadhir.alerting.channel.webpush;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.LiveOrder;
import nadhir.alerting.channel.LiveOrders;
import nadhir.alerting.channel.Loopback;
import nadhir.alerting.channel.PublicEndpoint;
import nadhir.alerting.channel.SendResult;
import nadhir.core.alert.Channel;

/** Push to the public. */
public final class WebPushPublic implements PublicEndpoint, AutoCloseable {
  private final PushSender sender;
  private final LiveOrders orders;

  /**
   * @param orders to check every order's seal with
   */
  public WebPushPublic(
      VapidIdentity identity, Duration connectTimeout, Duration timeout, LiveOrders orders) {
    this.sender = new PushSender(identity, connectTimeout, timeout);
    this.orders = orders;
  }

  @Override
  public Channel channel() {
    return Channel.PUSH;
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
    if (!(letter.body() instanceof Letter.Push push)) {
      return new SendResult.Refused("wrong-channel");
    }
    URI endpoint = push.to().endpoint();
    // A browser could hand in any address as its subscription, also one inside our own network.
    if (!"https".equals(endpoint.getScheme()) || Loopback.is(endpoint)) {
      return new SendResult.Refused("bad-endpoint");
    }
    return sender.send(push, endpoint, letter.expiresAt(), at);
  }

  @Override
  public void close() {
    sender.close();
  }
}
