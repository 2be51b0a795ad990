package nadhir.geofence.impact;

import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Collects the named numbers of one zone. Each is rounded to a thousandth: finer digits mean
 * nothing, and so no library's last bit can reach a journal.
 */
final class FactSheet {
  private final SortedMap<String, Double> facts = new TreeMap<>();
  private final EnumSet<Facts> told = EnumSet.noneOf(Facts.class);

  /** Another with the same facts, to go on from. */
  FactSheet copy() {
    var copy = new FactSheet();
    copy.facts.putAll(facts);
    copy.told.addAll(told);
    return copy;
  }

  FactSheet put(Facts fact, double value) {
    told.add(fact);
    if (Double.isFinite(value)) {
      facts.put(fact.key(), StrictMath.rint(value * 1_000) / 1_000 + 0.0);
    }
    return this;
  }

  FactSheet put(Facts fact, OptionalDouble value) {
    told.add(fact);
    value.ifPresent(known -> put(fact, known));
    return this;
  }

  /** What it says, and of which facts it says that they are not known. */
  ZoneImpacts.Same same() {
    return new ZoneImpacts.Same(Collections.unmodifiableSet(told), facts());
  }

  SortedMap<String, Double> facts() {
    return Collections.unmodifiableSortedMap(facts);
  }
}
