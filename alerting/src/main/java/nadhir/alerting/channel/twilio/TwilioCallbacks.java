package nadhir.alerting.channel.twilio;

import com.twilio.security.RequestValidator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.alerting.ledger.Ledger;
import nadhir.core.alert.DeliveryState;

/**
 * Reads Twilio's reports of what became of a message. Twilio signs them with the account's token
 * over the exact address and all parameters, untrimmed; what is not signed so is forged.
 */
public final class TwilioCallbacks {
  /** The parameter in our own address that names the delivery. */
  static final String DELIVERY = "delivery";

  private static final Predicate<String> ERROR_CODE =
      Pattern.compile("[0-9]{1,6}").asMatchPredicate();

  private final RequestValidator validator;

  /** What a request turned out to be. */
  public sealed interface Callback {
    /** Answer 403; nothing else. */
    record Forged() implements Callback {}

    /** From Twilio, but of no delivery or state that we know. Answer 204. */
    record Foreign(String why) implements Callback {}

    /** Give it to {@link Ledger#receipt}, then answer 204. */
    record Receipt(DeliveryId delivery, DeliveryState to, String reason) implements Callback {}
  }

  /**
   * @param authToken the account's primary token: Twilio signs with no other
   */
  public TwilioCallbacks(String authToken) {
    this.validator = new RequestValidator(authToken);
  }

  /**
   * @param url exactly as Twilio called it: scheme, host, port if any, path, query, undecoded
   * @param delivery the query parameter {@code delivery}, decoded
   * @param form all parameters of the body, decoded, untrimmed
   * @param signature the header {@code X-Twilio-Signature}
   */
  public Callback read(
      String url, Optional<String> delivery, Map<String, String> form, String signature) {
    if (!validator.validate(url, form, signature)) {
      return new Callback.Forged();
    }
    Optional<DeliveryId> id = delivery.flatMap(DeliveryId::parse);
    String status = form.getOrDefault("MessageStatus", "");
    String error = Optional.ofNullable(form.get("ErrorCode")).filter(ERROR_CODE).orElse("");
    Optional<DeliveryState> to = state(status, error);
    if (id.isEmpty() || to.isEmpty()) {
      return new Callback.Foreign(id.isEmpty() ? "no-delivery" : "no-status");
    }
    return new Callback.Receipt(id.get(), to.get(), error);
  }

  private static Optional<DeliveryState> state(String status, String error) {
    return switch (status) {
      case "accepted", "scheduled", "queued", "sending", "sent" -> Optional.of(DeliveryState.SENT);
      case "delivered", "read" -> Optional.of(DeliveryState.DELIVERED);
      case "failed", "undelivered", "canceled" ->
          Optional.of(
              error.equals(Integer.toString(TwilioErrors.EXPIRED))
                  ? DeliveryState.EXPIRED
                  : DeliveryState.FAILED);
      default -> Optional.empty();
    };
  }
}
