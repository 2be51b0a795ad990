package nadhir.alerting.outbox;

import nadhir.alerting.ledger.Fenced;

/**
 * Another member has taken over with a newer fencing number; what is left to do is its business.
 */
public final class FenceLost extends InterruptedException {
  private static final long serialVersionUID = 1L;

  FenceLost(long newest) {
    super("a newer fencing number is in force: " + newest);
  }

  /** The value of a write that was let through. */
  static <T> T unlessHeld(Fenced<T> fenced) throws FenceLost {
    return switch (fenced) {
      case Fenced.Held<T>(T value) -> value;
      case Fenced.Lost<T>(long newest) -> throw new FenceLost(newest);
    };
  }
}
