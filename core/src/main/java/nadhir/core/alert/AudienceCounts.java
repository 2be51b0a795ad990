package nadhir.core.alert;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who is told by one revision.
 *
 * @param unreachable people known to be inside whom no channel reaches (opted out, no address)
 * @param byLanguage recipients by the language they are told in
 */
public record AudienceCounts(
    int people,
    int institutions,
    int partners,
    int unreachable,
    SortedMap<String, Integer> byLanguage) {
  public AudienceCounts {
    byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
  }

  public int total() {
    return people + institutions + partners;
  }
}
