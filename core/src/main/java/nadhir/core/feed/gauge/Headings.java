package nadhir.core.feed.gauge;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The names of a table's columns, compared without regard to capitals and wide blanks. */
final class Headings {
  private final SortedMap<String, Integer> columns = new TreeMap<>();

  /** Of two columns with one name the first counts. */
  Headings(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      columns.putIfAbsent(plain(names.get(i)), i);
    }
  }

  static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /** The column's number from 0, −1 where there is none. */
  int find(String plainName) {
    return columns.getOrDefault(plainName, -1);
  }

  List<String> names() {
    return Collections.unmodifiableList(List.copyOf(columns.keySet()));
  }
}
