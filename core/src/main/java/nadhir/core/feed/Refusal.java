package nadhir.core.feed;

/**
 * Carries a rejection out of nested decoding. Caught by the decoder for each item, never seen
 * outside; has no stack trace, because a bad feed can cause thousands.
 */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public Refusal(Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public Decoded.Rejected rejected(String item) {
    return new Decoded.Rejected(reason, item + ": " + getMessage());
  }
}
