package nadhir.core.site;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One text in several languages (BCP 47 tags, such as {@code ar}, {@code en}). */
public record Words(SortedMap<String, String> byLanguage) {
  public Words {
    byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    if (byLanguage.isEmpty()) {
      throw new IllegalArgumentException("a text needs at least one language");
    }
  }

  public static Words of(Map<String, String> byLanguage) {
    return new Words(new TreeMap<>(byLanguage));
  }

  public static Words arEn(String ar, String en) {
    return of(Map.of("ar", ar, "en", en));
  }

  /** The text in {@code language}, else in English, else in the first language there is. */
  public String in(String language) {
    String text = byLanguage.get(language);
    if (text == null) {
      text = byLanguage.get("en");
    }
    return text == null ? byLanguage.firstEntry().getValue() : text;
  }
}
