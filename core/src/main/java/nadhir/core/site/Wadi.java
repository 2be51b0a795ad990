package nadhir.core.site;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A long wadi as a network of reaches, for forecasts of where its water comes and when.
 *
 * @param id the word that its gauges name in {@link Gauge#wadi()}
 * @param reaches without a circle, and with {@link #MAX_WAYS} ways down to any node at most
 */
public record Wadi(String id, List<WadiReach> reaches, String provenance) {
  /** Each way is followed in a forecast. A network of streams, not of a delta's braids. */
  public static final int MAX_WAYS = 200;

  public Wadi {
    reaches = List.copyOf(reaches);
    Map<String, Integer> ways = new HashMap<>();
    for (WadiReach reach : reaches) {
      if (ways(reach.from(), reaches, ways, new HashSet<>()) > MAX_WAYS) {
        throw new IllegalArgumentException("more than " + MAX_WAYS + " ways lead down one wadi");
      }
    }
  }

  /** How many ways lead down to a node from where water begins. */
  private static int ways(
      String node, List<WadiReach> reaches, Map<String, Integer> known, Set<String> below) {
    if (known.containsKey(node)) {
      return known.get(node);
    }
    if (!below.add(node)) {
      throw new IllegalArgumentException("water does not run in a circle: see '" + node + "'");
    }
    int sum = 0;
    for (WadiReach reach : reaches) {
      if (reach.to().filter(node::equals).isPresent()) {
        sum = Math.min(MAX_WAYS + 1, sum + ways(reach.from(), reaches, known, below));
      }
    }
    below.remove(node);
    known.put(node, Math.max(1, sum));
    return known.get(node);
  }
}
