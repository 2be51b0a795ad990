package nadhir.alerting.channel;

import java.time.Duration;
import java.util.Optional;

/** How one attempt to send ended. {@code reason} is a short key for ledger and metrics. */
public sealed interface SendResult {
  /** The provider took it, and names it {@code providerId}. */
  record Accepted(String providerId) implements SendResult {}

  /** The provider refused it for good; it did not go out. */
  record Refused(String reason) implements SendResult {}

  /** The recipient wants nothing from us; it did not go out. */
  record OptedOut(String reason) implements SendResult {}

  /** The provider says that its life is over; it did not go out. */
  record TooLate(String reason) implements SendResult {}

  /** The address exists no more and should be forgotten; it did not go out. */
  record Gone(String reason) implements SendResult {}

  /**
   * It was certainly not processed and may be tried again.
   *
   * @param retryAfter as the provider asks for
   */
  record NotProcessed(String reason, Optional<Duration> retryAfter) implements SendResult {}

  /** Nobody knows: never to be repeated. */
  record Ambiguous(String reason) implements SendResult {}
}
