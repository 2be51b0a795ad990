package nadhir.alerting.ledger;

import nadhir.core.alert.DeliveryState;

/** Which moves a receipt may make. */
final class Forward {
  private Forward() {}

  /**
   * A receipt says more than our own wait for an answer ({@code sending}), than "the provider has
   * it" ({@code sent}) and than "nobody knows" ({@code unknown}); nothing says more than an end.
   */
  static boolean allows(DeliveryState from, DeliveryState to) {
    return switch (from) {
      case SENDING, UNKNOWN -> isSent(to) || isEnd(to);
      case SENT -> isEnd(to);
      case QUEUED, DELIVERED, FAILED, EXPIRED, SUPPRESSED -> false;
    };
  }

  private static boolean isSent(DeliveryState state) {
    return state == DeliveryState.SENT;
  }

  private static boolean isEnd(DeliveryState state) {
    return state == DeliveryState.DELIVERED
        || state == DeliveryState.FAILED
        || state == DeliveryState.EXPIRED;
  }
}
