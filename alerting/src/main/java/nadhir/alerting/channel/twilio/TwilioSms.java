package nadhir.alerting.channel.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.SendResult;
import nadhir.alerting.channel.SinglePost;
import nadhir.alerting.ledger.DeliveryId;

/** Creates messages at Twilio. Knows nothing of lanes: the two endpoints around it do. */
final class TwilioSms implements AutoCloseable {
  /** Twilio's longest validity period, and the one it takes when none is given. */
  private static final long MAX_VALIDITY_S = 36_000;

  private final TwilioSettings settings;
  private final SinglePost post;
  private final TwilioRestClient client;

  TwilioSms(TwilioSettings settings) {
    this.settings = settings;
    this.post = new SinglePost(settings.connectTimeout(), settings.timeout());
    this.client =
        new TwilioRestClient.Builder(settings.user(), settings.secret())
            .accountSid(settings.accountSid())
            .httpClient(new TwilioHttp(post, settings.base()))
            .build();
  }

  TwilioSettings settings() {
    return settings;
  }

  SendResult send(DeliveryId delivery, Letter.Sms sms, Instant expiresAt, Instant at)
      throws InterruptedException {
    long lifeS = Duration.between(at, expiresAt).toSeconds();
    if (lifeS < 1) {
      return new SendResult.TooLate("expired");
    }
    try {
      Message message =
          Message.creator(
                  settings.accountSid(),
                  new PhoneNumber(sms.to().e164()),
                  new PhoneNumber(settings.sender()),
                  sms.text())
              .setValidityPeriod((int) Math.min(lifeS, MAX_VALIDITY_S))
              .setStatusCallback(callback(delivery))
              .create(client);
      return new SendResult.Accepted(Optional.ofNullable(message.getSid()).orElse(""));
    } catch (TwilioHttp.NotTaken e) {
      return TwilioErrors.result(e.outcome());
    } catch (TwilioHttp.Stopped e) {
      throw (InterruptedException) e.getCause();
    } catch (TwilioException _) {
      // The SDK itself gave up, before the request or over the answer: it does not say which.
      return new SendResult.Ambiguous("sdk");
    }
  }

  private URI callback(DeliveryId delivery) {
    return URI.create(
        settings.statusCallback()
            + "?"
            + TwilioCallbacks.DELIVERY
            + "="
            + URLEncoder.encode(delivery.text(), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    post.close();
  }
}
