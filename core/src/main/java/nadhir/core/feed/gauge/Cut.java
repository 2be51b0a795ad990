package nadhir.core.feed.gauge;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a part out of a word: what the expression's only group holds, or the whole match where it
 * has none. The whole word must match, in capitals or not. Equal by its text.
 */
final class Cut {
  /** Longer words match nothing: an unlucky expression takes its time. */
  static final int MAX_WORD = 300;

  private final Pattern pattern;

  Cut(String regex) {
    this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    if (pattern.matcher("").groupCount() > 1) {
      throw new IllegalArgumentException("one group at most in '" + regex + "'");
    }
  }

  Optional<String> of(String word) {
    if (word.length() > MAX_WORD) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(word);
    return matcher.matches()
        ? Optional.ofNullable(matcher.group(matcher.groupCount()))
        : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cut that && pattern.pattern().equals(that.pattern.pattern());
  }

  @Override
  public int hashCode() {
    return pattern.pattern().hashCode();
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }
}
