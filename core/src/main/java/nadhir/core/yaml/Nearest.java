package nadhir.core.yaml;

import java.util.Collection;
import java.util.Optional;

/** The word that somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate with the fewest letters to insert, remove or replace; empty when even that one is
   * no likely misspelling (more than a third of the letters, and more than two). Of equally near
   * ones the first in the collection's order.
   */
  public static Optional<String> of(String word, Collection<String> candidates) {
    String best = "";
    int fewest = Math.max(2, word.length() / 3) + 1;
    for (String candidate : candidates) {
      int edits = edits(word, candidate);
      if (edits < fewest) {
        fewest = edits;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** {@code , did you mean 'x'?}, or nothing. */
  public static String hint(String word, Collection<String> candidates) {
    return of(word, candidates).map(c -> ", did you mean '" + c + "'?").orElse("");
  }

  /** Levenshtein distance, row by row. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
