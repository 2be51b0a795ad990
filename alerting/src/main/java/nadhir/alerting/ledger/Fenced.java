package nadhir.alerting.ledger;

import java.util.function.Function;

/** What came of a write that carries a fencing number. */
public sealed interface Fenced<T> {
  /** Done, under a number that no newer one has replaced. */
  record Held<T>(T value) implements Fenced<T> {}

  /** Refused, nothing changed: somebody with the number {@code newest} has taken over. */
  record Lost<T>(long newest) implements Fenced<T> {}

  default <U> Fenced<U> map(Function<T, U> change) {
    return switch (this) {
      case Held<T>(T value) -> new Held<>(change.apply(value));
      case Lost<T>(long newest) -> new Lost<>(newest);
    };
  }
}
