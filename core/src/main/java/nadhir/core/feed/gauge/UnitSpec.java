package nadhir.core.feed.gauge;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;

/**
 * The unit of a value.
 *
 * @param from where the item itself names it
 * @param names what the source's names mean, where they are not plain
 * @param otherwise the unit where the item names none
 */
record UnitSpec(
    Optional<Source> from, SortedMap<String, String> names, Optional<String> otherwise) {
  UnitSpec {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }

  /** What one of the item's unit is in ours. */
  double factor(Item item, Quantity quantity) throws Refusal {
    Optional<String> named = from.flatMap(source -> source.of(item));
    String unit =
        named
            .map(name -> names.getOrDefault(name, name))
            .or(() -> otherwise)
            .orElseThrow(() -> new Refusal(Reason.UNKNOWN_UNIT, "no unit is named"));
    OptionalDouble factor = quantity.factor(unit);
    if (factor.isEmpty()) {
      throw new Refusal(
          Reason.UNKNOWN_UNIT,
          "'" + named.orElse(unit) + "' is no unit of " + quantity.key() + " " + quantity.units());
    }
    return factor.getAsDouble();
  }
}
