package nadhir.core.yaml;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Time spans as a person writes them: {@code 90 s}, {@code 5 min}, {@code 2 h}, {@code 1 d}. */
public final class DurationText {
  private static final Pattern PLAIN = Pattern.compile("(\\d{1,9}) ?(s|min|h|d)");

  private DurationText() {}

  /** Empty when the text is no time span; ISO 8601 ({@code PT5M}) is read, too. */
  public static Optional<Duration> parse(String text) {
    var plain = PLAIN.matcher(text);
    if (!plain.matches()) {
      return iso(text);
    }
    long count = Long.parseLong(plain.group(1));
    return Optional.of(
        switch (plain.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "min" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }

  private static Optional<Duration> iso(String text) {
    try {
      Duration duration = Duration.parse(text);
      return duration.isNegative() ? Optional.empty() : Optional.of(duration);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
