package nadhir.core.feed.cap;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of an event's name, made comparable: upper and lower case are one, and so are the ways
 * in which Arabic is typed (with and without vowel signs, hamza, stretched letters). What Arabic
 * writes onto the front of a word, and, the, with, for, is taken off: {@code والأمطار} is {@code
 * أمطار}.
 */
final class EventWords {
  private static final char TATWEEL = '\u0640';

  /**
   * As in the light stemmer of Larkey, Ballesteros and Connell (2002, SIGIR), the longest first.
   */
  private static final List<String> ARTICLES = List.of("بال", "كال", "فال", "ال", "لل");

  private static final String AND = "و";

  private final String words;

  private EventWords(String words) {
    this.words = words;
  }

  static EventWords of(String text) {
    var plain = new StringBuilder();
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    apart
        .codePoints()
        .filter(c -> c != TATWEEL && Character.getType(c) != Character.NON_SPACING_MARK)
        .map(EventWords::oneForAll)
        .map(c -> Character.isLetterOrDigit(c) ? c : ' ')
        .forEach(plain::appendCodePoint);
    return new EventWords(
        Stream.of(plain.toString().split(" +"))
            .filter(word -> !word.isEmpty())
            .map(EventWords::bare)
            .collect(Collectors.joining(" ", " ", " ")));
  }

  /** Taa marbuta is typed as haa, alif maqsura as yaa; hamza on top is gone with the marks. */
  private static int oneForAll(int letter) {
    return switch (letter) {
      case 'ة' -> 'ه';
      case 'ى' -> 'ي';
      default -> letter;
    };
  }

  private static String bare(String word) {
    String bare = word.startsWith(AND) && word.length() > 3 ? word.substring(1) : word;
    for (String article : ARTICLES) {
      if (bare.startsWith(article) && bare.length() >= article.length() + 2) {
        return bare.substring(article.length());
      }
    }
    return bare;
  }

  /** Whether all words of the other stand here, side by side: "Flash Flood Watch" has "flood". */
  boolean have(EventWords other) {
    return !other.words.isBlank() && words.contains(other.words);
  }

  @Override
  public String toString() {
    return words.strip();
  }
}
