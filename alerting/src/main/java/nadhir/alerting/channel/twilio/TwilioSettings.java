package nadhir.alerting.channel.twilio;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach Twilio, or what is shaped like it.
 *
 * @param base scheme, host and port; {@code https://api.twilio.com} for the real one
 * @param accountSid {@code AC} and 32 hexadecimal digits
 * @param user the account's SID, or an API key's
 * @param secret the user's token
 * @param sender an alphanumeric sender of at most 11 characters, or a number of the account
 * @param statusCallback where Twilio reports what becomes of a message, without the delivery id
 * @param timeout for a whole request; a request that takes longer counts as ambiguous
 */
public record TwilioSettings(
    URI base,
    String accountSid,
    String user,
    String secret,
    String sender,
    URI statusCallback,
    Duration connectTimeout,
    Duration timeout) {
  public static final URI TWILIO = URI.create("https://api.twilio.com");
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  public TwilioSettings {
    if (!accountSid.matches("AC[0-9a-fA-F]{32}")) {
      throw new IllegalArgumentException("a Twilio account is AC and 32 hexadecimal digits");
    }
    if (base.getHost() == null || statusCallback.getHost() == null) {
      throw new IllegalArgumentException("the addresses need a host");
    }
  }

  @Override
  public String toString() {
    return "TwilioSettings[" + base + ", " + accountSid + ", secret ***, " + sender + "]";
  }
}
