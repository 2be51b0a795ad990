package nadhir.core.yaml;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A reason in English, with a key and what fills its gaps, for whoever says it in another language.
 *
 * @param key never changes its spelling lightly: {@code zone.too-large}
 */
public record Saying(String english, String key, SortedMap<String, String> gaps) {
  public Saying {
    gaps = Collections.unmodifiableSortedMap(new TreeMap<>(gaps));
  }

  /**
   * @param gaps name, value, name, value …
   */
  public static Saying of(String english, String key, String... gaps) {
    SortedMap<String, String> filled = new TreeMap<>();
    for (int i = 0; i < gaps.length; i += 2) {
      filled.put(gaps[i], gaps[i + 1]);
    }
    return new Saying(english, key, filled);
  }
}
