package nadhir.core.alert;

/** Where one message to one recipient on one channel stands. States only move downwards. */
public enum DeliveryState {
  QUEUED,
  SENDING,
  /** The provider took it. */
  SENT,
  DELIVERED,
  FAILED,
  /** The provider's answer is ambiguous: reconciled, never blindly repeated. */
  UNKNOWN,
  /** Its alert's life ended before it was sent. */
  EXPIRED,
  /** Not sent on purpose: opted out, cancelled while queued, an unusable address. */
  SUPPRESSED
}
