package nadhir.geofence.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nadhir.geofence.impact.Facts;

/**
 * The facts of one zone as a row of numbers: one column for each of {@link Facts}, by its ordinal.
 * NaN says that a fact is not known; all other numbers are finite.
 */
public final class FactColumns {
  public static final int COUNT = Facts.values().length;

  static final int DISTANCE = Facts.DISTANCE_KM.ordinal();

  private static final Map<String, Integer> BY_KEY = new HashMap<>();

  static {
    for (Facts fact : Facts.values()) {
      BY_KEY.put(fact.key(), fact.ordinal());
    }
  }

  private FactColumns() {}

  /** A row in which nothing is known. */
  public static double[] unknown() {
    double[] row = new double[COUNT];
    Arrays.fill(row, Double.NaN);
    return row;
  }

  /**
   * The row of named facts; names that are no facts are left out, and a number that is not finite
   * is not known.
   */
  public static double[] of(Map<String, Double> facts) {
    double[] row = unknown();
    facts.forEach(
        (name, value) -> {
          int column = of(name);
          if (column >= 0 && Double.isFinite(value)) {
            row[column] = value;
          }
        });
    return row;
  }

  /** The column of a name, −1 for what is no fact. */
  static int of(String key) {
    return BY_KEY.getOrDefault(key, -1);
  }
}
