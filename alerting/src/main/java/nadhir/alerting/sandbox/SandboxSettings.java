package nadhir.alerting.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import nadhir.alerting.channel.twilio.TwilioSettings;
import nadhir.alerting.register.StableHash;

/**
 * How the sandbox behaves.
 *
 * @param seed decides all outcomes
 * @param deadNumbers per cent of phone numbers that ring nowhere
 * @param answerDelay how long every answer takes, for tests and measurements
 */
public record SandboxSettings(long seed, double deadNumbers, Duration answerDelay) {
  /**
   * It is on this machine and answers at once, however long a busy machine takes over it: what
   * becomes of a message must not depend on that, or no drill repeats. So only one that hangs is
   * given up; while connecting, too, since a connection that comes about as its time is over counts
   * as a request that may have gone out.
   */
  static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

  public static SandboxSettings of(long seed, double deadNumbers) {
    return new SandboxSettings(seed, deadNumbers, Duration.ZERO);
  }

  public SandboxSettings answeringAfter(Duration delay) {
    return new SandboxSettings(seed, deadNumbers, delay);
  }

  /** How the SMS adapter reaches a gateway with these settings at {@code base}. */
  public TwilioSettings twilio(URI base, String sender) {
    return new TwilioSettings(
        base,
        accountSid(),
        accountSid(),
        secret(),
        sender,
        base.resolve("/receipts"),
        LONGEST_ANSWER,
        LONGEST_ANSWER);
  }

  /** Made up, and no account of anybody's: it opens the sandbox only. */
  String accountSid() {
    return "AC" + hex("account", 16);
  }

  String secret() {
    return hex("secret", 16);
  }

  private String hex(String what, int bytes) {
    var out = new StringBuilder();
    for (int i = 0; out.length() < 2 * bytes; i++) {
      out.append(HexFormat.of().toHexDigits(StableHash.of(seed, "sandbox " + what + i)));
    }
    return out.substring(0, 2 * bytes);
  }
}
