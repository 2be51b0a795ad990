package nadhir.alerting.channel.webpush;

import java.util.Optional;
import nadhir.alerting.channel.SendResult;
import nadhir.alerting.channel.SinglePost.Outcome;

/** What a push service's answers mean for a message (RFC 8030, 5, 7.3 and 8.4). */
final class PushErrors {
  private PushErrors() {}

  static SendResult result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotSent(String reason) -> new SendResult.NotProcessed(reason, Optional.empty());
      case Outcome.Unanswered(String reason) -> new SendResult.Ambiguous(reason);
      case Outcome.Answered answer -> answered(answer);
    };
  }

  private static SendResult answered(Outcome.Answered answer) {
    int status = answer.status();
    String reason = "http-" + status;
    return switch (status) {
      case 404, 410 -> new SendResult.Gone(reason);
      case 429 -> new SendResult.NotProcessed("429", answer.retryAfter());
      case 408 -> new SendResult.Ambiguous(reason);
      default ->
          switch (status / 100) {
            case 2 -> new SendResult.Accepted(answer.headers().firstValue("Location").orElse(""));
            case 3, 4 -> new SendResult.Refused(reason);
            default -> new SendResult.Ambiguous(reason);
          };
    };
  }
}
