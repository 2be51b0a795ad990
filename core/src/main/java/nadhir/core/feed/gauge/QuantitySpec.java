package nadhir.core.feed.gauge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One quantity of an item.
 *
 * @param when all must hold; without any it always counts
 * @param least a smaller value is out of range, in our own unit
 * @param most likewise
 * @param noValue its own numbers for none, beside those of the shape
 * @param flags where its own marks stand; without it, where the shape says
 */
record QuantitySpec(
    Quantity is,
    Source value,
    List<Condition> when,
    UnitSpec unit,
    double least,
    double most,
    NoValue noValue,
    Optional<Source> flags,
    Optional<Over> over,
    Counter counter) {
  QuantitySpec {
    when = List.copyOf(when);
  }

  boolean fits(Item item) {
    for (Condition condition : when) {
      if (!condition.holds(item)) {
        return false;
      }
    }
    return true;
  }

  /** A word of the item is one of these, in capitals or not. */
  record Condition(Source source, List<String> words) {
    Condition {
      words = List.copyOf(words);
    }

    boolean holds(Item item) {
      return source
          .of(item)
          .filter(word -> words.isEmpty() || words.stream().anyMatch(word::equalsIgnoreCase))
          .isPresent();
    }
  }

  /**
   * What a rain value covers.
   *
   * @param from where the item says it
   * @param neighbours the time since the value before it, or to the one behind it
   * @param otherwise where neither says it; there whenever {@code neighbours} is set
   */
  record Over(Optional<Source> from, boolean neighbours, Optional<Duration> otherwise) {}

  /**
   * How a counter of rain is read.
   *
   * @param wrapsAtMm where it starts at 0 again by itself; without it, a smaller number means that
   *     somebody has reset it
   */
  record Counter(OptionalDouble wrapsAtMm) {}
}
