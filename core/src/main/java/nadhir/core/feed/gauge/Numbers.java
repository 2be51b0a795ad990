package nadhir.core.feed.gauge;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as gauges write them. */
final class Numbers {
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\d{1,12}(\\.\\d{0,20})?|\\.\\d{1,20})([eE][+-]?\\d{1,2})?");

  private static final Pattern GROUPED =
      Pattern.compile("[+-]?\\d{1,3}(,\\d{3}){1,3}(\\.\\d{0,20})?");

  /** How a source writes them: {@code 4200.5}, {@code 4,200.5}, {@code 4200,5}, {@code 4.200,5}. */
  enum Style {
    PLAIN,
    /** Thousands can be parted off by a comma. */
    GROUPED,
    /** What parts the fraction off is a comma. */
    COMMA,
    /** Likewise, and thousands can be parted off by a point. */
    COMMA_GROUPED
  }

  private Numbers() {}

  /** As programs write it. */
  static Optional<Double> plain(String text) {
    return PLAIN.matcher(text).matches() ? Optional.of(Double.parseDouble(text)) : Optional.empty();
  }

  /** Empty when the text is no number of this style: no hexadecimal, not {@code NaN}. */
  static Optional<Double> read(String text, Style style) {
    return switch (style) {
      case PLAIN -> plain(text);
      case GROUPED -> grouped(text);
      case COMMA -> text.indexOf('.') < 0 ? plain(text.replace(',', '.')) : Optional.empty();
      case COMMA_GROUPED -> grouped(swapped(text));
    };
  }

  private static Optional<Double> grouped(String text) {
    return plain(GROUPED.matcher(text).matches() ? text.replace(",", "") : text);
  }

  private static String swapped(String text) {
    return text.replace(',', '\n').replace('.', ',').replace('\n', '.');
  }

  /** Where the marks that are glued to a number begin: behind its last digit. */
  static int endOfDigits(String text) {
    int end = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean around = (c == '+' || c == '-') && i == 0 || c == '.' || c == ',';
      if (!digit && !around) {
        break;
      }
      end = digit || end > 0 ? i + 1 : end;
    }
    return end;
  }
}
