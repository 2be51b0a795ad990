package nadhir.core.feed.navwarn;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Day, hour and minute in UTC, month and year: {@code 150429Z APR 2023}, {@code 251516Z APR 23}.
 */
final class DateTimeGroup {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  private static final Pattern GROUP =
      Pattern.compile("^(\\d{2})(\\d{2})(\\d{2})Z ([A-Z]{3}) (\\d{4}|\\d{2})(?!\\d)");

  private DateTimeGroup() {}

  /** The one that {@code text} begins with; empty where there is none, or no such day. */
  static Optional<Instant> find(String text) {
    Matcher m = GROUP.matcher(text);
    if (!m.find() || !MONTHS.contains(m.group(4))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
                  year(m.group(5)),
                  MONTHS.indexOf(m.group(4)) + 1,
                  Integer.parseInt(m.group(1)),
                  Integer.parseInt(m.group(2)),
                  Integer.parseInt(m.group(3)))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Two digits are years of this century: the series began to be kept like this after 1999. */
  static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 2 ? 2000 + year : year;
  }
}
