package nadhir.core.feed.navwarn;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code WITHIN TWO MILES OF}, {@code WITHIN 1000 METERS OF}. Miles are nautical at sea. */
final class Radius {
  private static final double M_PER_MILE = 1852;
  private static final double MAX_M = 1_000_000;

  private static final List<String> NUMBERS =
      List.of(
          "ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN",
          "ELEVEN", "TWELVE");

  private static final Pattern WITHIN =
      Pattern.compile(
          "\\bWITHIN (?:A )?([A-Z]{3,6}|\\d{1,6}(?:\\.\\d{1,3})?) ?"
              + "(NAUTICAL MILES?|MILES?|NM|KILOMETERS?|KM|METERS?|M)(?: RADIUS)? OF\\b");

  private Radius() {}

  /** The one that stands last in {@code words}, and where. */
  record Found(int at, double radiusM) {}

  static Optional<Found> last(String words) {
    Optional<Found> last = Optional.empty();
    Matcher m = WITHIN.matcher(words);
    while (m.find()) {
      double radiusM = number(m.group(1)) * unitM(m.group(2));
      boolean sane = radiusM > 0 && radiusM <= MAX_M;
      last = sane ? Optional.of(new Found(m.start(), radiusM)) : Optional.empty();
    }
    return last;
  }

  private static double number(String text) {
    return Character.isDigit(text.charAt(0))
        ? Double.parseDouble(text)
        : Math.max(0, NUMBERS.indexOf(text));
  }

  private static double unitM(String unit) {
    if (unit.startsWith("K")) {
      return 1000;
    }
    return unit.startsWith("N") || unit.startsWith("MI") ? M_PER_MILE : 1;
  }
}
