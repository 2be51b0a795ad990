package nadhir.core.risk;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.ZoneId;

/**
 * What happens in one zone, and when.
 *
 * @param facts the named numbers that the rule was tested on (SI units, see the list of facts)
 */
public record ZoneImpact(
    ZoneId zone,
    Optional<Instant> arrivesFrom,
    Optional<Instant> arrivesTo,
    SortedMap<String, Double> facts) {
  public ZoneImpact {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }
}
