package nadhir.core.yaml;

import java.util.Comparator;

/**
 * Something in a site pack that must be put right.
 *
 * @param line from 1; 0 when the file as a whole is meant
 * @param reason one sentence that says what is wrong and what would be right
 */
public record Mistake(String file, int line, String reason) implements Comparable<Mistake> {
  private static final Comparator<Mistake> ORDER =
      Comparator.comparing(Mistake::file)
          .thenComparingInt(Mistake::line)
          .thenComparing(Mistake::reason);

  @Override
  public int compareTo(Mistake other) {
    return ORDER.compare(this, other);
  }

  /** {@code rules.yaml:12: reason}, as compilers print it. */
  @Override
  public String toString() {
    return line == 0 ? file + ": " + reason : file + ":" + line + ": " + reason;
  }
}
