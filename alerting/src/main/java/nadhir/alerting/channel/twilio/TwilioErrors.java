package nadhir.alerting.channel.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import java.util.OptionalInt;
import nadhir.alerting.channel.SendResult;
import nadhir.alerting.channel.SinglePost.Outcome;
import nadhir.core.json.DomainJson;

/**
 * What Twilio's answers mean for a message. Only 429 and a full queue are documented as "not
 * processed"; after a 5xx or no answer nobody knows.
 */
final class TwilioErrors {
  /** The recipient has sent STOP. */
  static final int OPTED_OUT = 21610;

  /** The sender's queue is full: nothing was made. */
  static final int QUEUE_FULL = 21611;

  /** Its validity period was over. */
  static final int EXPIRED = 30036;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;

  private TwilioErrors() {}

  static SendResult result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotSent(String reason) -> new SendResult.NotProcessed(reason, Optional.empty());
      case Outcome.Unanswered(String reason) -> new SendResult.Ambiguous(reason);
      case Outcome.Answered answered -> answered(answered);
    };
  }

  private static SendResult answered(Outcome.Answered answer) {
    int status = answer.status();
    if (status == TOO_MANY_REQUESTS) {
      return new SendResult.NotProcessed("429", answer.retryAfter());
    }
    if (status >= 500 || status == REQUEST_TIMEOUT || status < 300) {
      return new SendResult.Ambiguous("http-" + status);
    }
    OptionalInt code = code(answer.body());
    if (code.isEmpty()) {
      return new SendResult.Refused("http-" + status);
    }
    String reason = Integer.toString(code.getAsInt());
    return switch (code.getAsInt()) {
      case OPTED_OUT -> new SendResult.OptedOut(reason);
      case QUEUE_FULL -> new SendResult.NotProcessed(reason, answer.retryAfter());
      case EXPIRED -> new SendResult.TooLate(reason);
      default -> new SendResult.Refused(reason);
    };
  }

  private static OptionalInt code(String body) {
    try {
      var code = DomainJson.mapper().readTree(body).path("code");
      return code.isInt() ? OptionalInt.of(code.intValue()) : OptionalInt.empty();
    } catch (JsonProcessingException _) {
      return OptionalInt.empty();
    }
  }
}
