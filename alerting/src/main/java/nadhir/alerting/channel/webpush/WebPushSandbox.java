package nadhir.alerting.channel.webpush;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import nadhir.alerting.channel.ExerciseOrder;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.Loopback;
import nadhir.alerting.channel.SandboxEndpoint;
import nadhir.alerting.channel.SendResult;
import nadhir.core.alert.Channel;

/** Push into the sandbox: made-up subscriptions, whose host it stands in for. */
public final class WebPushSandbox implements SandboxEndpoint, AutoCloseable {
  private final PushSender sender;
  private final URI gateway;

  public WebPushSandbox(
      VapidIdentity identity, Duration connectTimeout, Duration timeout, URI gateway) {
    if (!Loopback.is(gateway)) {
      throw new IllegalArgumentException("the sandbox is on this machine, not " + gateway);
    }
    this.sender = new PushSender(identity, connectTimeout, timeout);
    this.gateway = gateway;
  }

  @Override
  public Channel channel() {
    return Channel.PUSH;
  }

  @Override
  public SendResult send(ExerciseOrder order, Instant at) throws InterruptedException {
    Letter letter = order.letter();
    if (!letter.isSynthetic()) {
      return new SendResult.Refused("address-could-exist");
    }
    return letter.body() instanceof Letter.Push push
        ? sender.send(
            push, gateway.resolve(push.to().endpoint().getRawPath()), letter.expiresAt(), at)
        : new SendResult.Refused("wrong-channel");
  }

  @Override
  public void close() {
    sender.close();
  }
}
