package nadhir.alerting.channel.twilio;

import java.time.Instant;
import nadhir.alerting.channel.ExerciseOrder;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.Loopback;
import nadhir.alerting.channel.SandboxEndpoint;
import nadhir.alerting.channel.SendResult;
import nadhir.core.alert.Channel;

/** SMS into the sandbox, by the same requests that would go to Twilio. */
public final class TwilioSandboxSms implements SandboxEndpoint, AutoCloseable {
  private final TwilioSms twilio;

  public TwilioSandboxSms(TwilioSettings settings) {
    if (!Loopback.is(settings.base())) {
      throw new IllegalArgumentException("the sandbox is on this machine, not " + settings.base());
    }
    this.twilio = new TwilioSms(settings);
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public SendResult send(ExerciseOrder order, Instant at) throws InterruptedException {
    Letter letter = order.letter();
    if (!letter.isSynthetic()) {
      return new SendResult.Refused("address-could-exist");
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
