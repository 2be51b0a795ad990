package nadhir.core.yaml;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something in a site pack that must be put right.
 *
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 when the line as a whole is meant
 * @param reason one sentence that says what is wrong and what would be right
 * @param saying the same for other languages; empty where nobody has words for it but we
 */
public record Mistake(String file, int line, int column, String reason, Optional<Saying> saying)
    implements Comparable<Mistake> {
  private static final Comparator<Mistake> ORDER =
      Comparator.comparing(Mistake::file)
          .thenComparingInt(Mistake::line)
          .thenComparingInt(Mistake::column)
          .thenComparing(Mistake::reason);

  /** One that is said in English only. */
  public Mistake(String file, int line, int column, String reason) {
    this(file, line, column, reason, Optional.empty());
  }

  /** One that means a whole line. */
  public Mistake(String file, int line, String reason) {
    this(file, line, 0, reason);
  }

  /** One that can be said in other languages, too. */
  public Mistake(String file, int line, Saying saying) {
    this(file, line, 0, saying.english(), Optional.of(saying));
  }

  /** The same in a file of another name. */
  public Mistake in(String name) {
    return new Mistake(name, line, column, reason, saying);
  }

  @Override
  public int compareTo(Mistake other) {
    return ORDER.compare(this, other);
  }

  /** {@code rules.yaml:12:9: reason}, as compilers print it. */
  @Override
  public String toString() {
    String at = line == 0 ? "" : column == 0 ? ":" + line : ":" + line + ":" + column;
    return file + at + ": " + reason;
  }
}
