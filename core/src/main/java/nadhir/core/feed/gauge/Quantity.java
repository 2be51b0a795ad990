package nadhir.core.feed.gauge;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a gauge measures, with the units that are understood and the bounds of what can be, in SI
 * (rain in mm). A stage in inches is refused: it is a mistake for rain far more often than a river.
 *
 * <p>1 ft = 0.3048 m and 1 in = 25.4 mm are exact (International Yard and Pound Agreement, 1959).
 */
enum Quantity {
  STAGE("stage", -500, 5_000, "m 1 cm 0.01 mm 0.001 ft 0.3048"),
  FLOW(
      "flow",
      -500_000,
      500_000,
      "m3/s 1 l/s 0.001 ft3/s 0.028316846592 cumecs 1 cfs 0.028316846592"),
  /** What fell during an interval. */
  RAIN("rain", 0, 500, "mm 1 cm 10 in 25.4"),
  /** The reading of a counter that only goes up, until it is reset or runs over. */
  RAIN_TOTAL("rain-total", 0, 1_000_000, "mm 1 cm 10 in 25.4");

  private final String key;
  private final double least;
  private final double most;
  private final SortedMap<String, Double> factors = new TreeMap<>();

  Quantity(String key, double least, double most, String units) {
    this.key = key;
    this.least = least;
    this.most = most;
    String[] words = units.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      factors.put(words[i], Double.parseDouble(words[i + 1]));
    }
  }

  /** As sites write it, and as it stands in a report's id. */
  String key() {
    return key;
  }

  boolean isWater() {
    return this == STAGE || this == FLOW;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  /** What one of {@code unit} is in our own unit; empty for a unit of something else. */
  OptionalDouble factor(String unit) {
    String plain =
        unit.strip().toLowerCase(Locale.ROOT).replace("^", "").replace('³', '3').replace(" ", "");
    Double factor = factors.get(plain);
    return factor == null ? OptionalDouble.empty() : OptionalDouble.of(factor);
  }

  List<String> units() {
    return List.copyOf(factors.keySet());
  }
}
