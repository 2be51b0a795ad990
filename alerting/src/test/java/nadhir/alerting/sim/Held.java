package nadhir.alerting.sim;

import nadhir.alerting.ledger.Fenced;

/** What a fenced write gave, in tests that hold the newest number. */
public final class Held {
  private Held() {}

  public static <T> T of(Fenced<T> fenced) {
    return switch (fenced) {
      case Fenced.Held<T>(T value) -> value;
      case Fenced.Lost<T>(long newest) -> throw new AssertionError("lost to " + newest);
    };
  }
}
