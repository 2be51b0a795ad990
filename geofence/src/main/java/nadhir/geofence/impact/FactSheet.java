package nadhir.geofence.impact;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Collects the named numbers of one zone. Each is rounded to a thousandth: finer digits mean
 * nothing, and so no library's last bit can reach a journal.
 */
final class FactSheet {
  private final SortedMap<String, Double> facts = new TreeMap<>();

  FactSheet put(Facts fact, double value) {
    if (Double.isFinite(value)) {
      facts.put(fact.key(), StrictMath.rint(value * 1_000) / 1_000 + 0.0);
    }
    return this;
  }

  FactSheet put(Facts fact, OptionalDouble value) {
    value.ifPresent(known -> put(fact, known));
    return this;
  }

  SortedMap<String, Double> facts() {
    return Collections.unmodifiableSortedMap(facts);
  }
}
