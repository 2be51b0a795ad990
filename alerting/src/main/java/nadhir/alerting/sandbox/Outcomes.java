package nadhir.alerting.sandbox;

import java.time.Duration;
import java.util.Optional;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.alerting.register.StableHash;
import nadhir.core.alert.DeliveryState;

/**
 * What becomes of a message that the sandbox has taken. Only the seed and the delivery decide,
 * never the order in which messages arrive. Delays are whole seconds of lane time.
 */
final class Outcomes {
  /** Twilio's code for a handset that cannot be reached. */
  static final String UNREACHABLE = "30003";

  /** Phones that show a message and never confirm it: per cent. */
  private static final double SILENT_PHONES = 0.5;

  /** Browsers that are closed for the whole time: per cent. */
  private static final double SILENT_BROWSERS = 5;

  private static final int SMS_MIN_S = 2;
  private static final int SMS_MAX_S = 20;
  private static final int PUSH_MIN_S = 1;
  private static final int PUSH_MAX_S = 5;

  private final SandboxSettings settings;

  /** A report that comes {@code after} the message was taken. */
  record Report(DeliveryState state, String reason, Duration after) {}

  Outcomes(SandboxSettings settings) {
    this.settings = settings;
  }

  /** Empty when nobody ever reports on it. */
  Optional<Report> of(DeliveryId delivery) {
    return switch (delivery.channel()) {
      case SMS -> sms(delivery);
      case PUSH ->
          share("silent", delivery.text()) < SILENT_BROWSERS
              ? Optional.empty()
              : Optional.of(
                  new Report(DeliveryState.DELIVERED, "", after(delivery, PUSH_MIN_S, PUSH_MAX_S)));
    };
  }

  private Optional<Report> sms(DeliveryId delivery) {
    Duration after = after(delivery, SMS_MIN_S, SMS_MAX_S);
    // A number that rings nowhere does so for every alert.
    if (share("dead", delivery.recipient().value()) < settings.deadNumbers()) {
      return Optional.of(new Report(DeliveryState.FAILED, UNREACHABLE, after));
    }
    return share("silent", delivery.text()) < SILENT_PHONES
        ? Optional.empty()
        : Optional.of(new Report(DeliveryState.DELIVERED, "", after));
  }

  private double share(String what, String of) {
    return 100 * StableHash.fraction(settings.seed(), what + "|" + of);
  }

  private Duration after(DeliveryId delivery, int minS, int maxS) {
    double fraction = StableHash.fraction(settings.seed(), "after|" + delivery.text());
    return Duration.ofSeconds(minS + (long) (fraction * (maxS - minS + 1)));
  }
}
