package nadhir.core.feed.cap;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The words of an event's name, made comparable: upper and lower case are one, and so are the ways
 * in which Arabic is typed (with and without vowel signs, hamza, stretched letters).
 */
final class EventWords {
  private static final char TATWEEL = '\u0640';

  private final String words;

  private EventWords(String words) {
    this.words = words;
  }

  static EventWords of(String text) {
    var plain = new StringBuilder(" ");
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    apart
        .codePoints()
        .filter(c -> c != TATWEEL && Character.getType(c) != Character.NON_SPACING_MARK)
        .map(EventWords::oneForAll)
        .map(c -> Character.isLetterOrDigit(c) ? c : ' ')
        .filter(c -> c != ' ' || plain.charAt(plain.length() - 1) != ' ')
        .forEach(plain::appendCodePoint);
    return new EventWords(plain.charAt(plain.length() - 1) == ' ' ? plain.toString() : plain + " ");
  }

  /** Taa marbuta is typed as haa, alif maqsura as yaa; hamza on top is gone with the marks. */
  private static int oneForAll(int letter) {
    return switch (letter) {
      case 'ة' -> 'ه';
      case 'ى' -> 'ي';
      default -> letter;
    };
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
