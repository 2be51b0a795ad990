package nadhir.core.feed.gauge;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.yaml.DurationText;

/** What time a rain value covers, as items write it. */
final class Spans {
  private static final int LONGEST = 100;

  private Spans() {}

  /**
   * Empty when the item does not say: then its neighbours do, or the site.
   *
   * <p>Understood are {@code 15 min}, {@code 1_hour} and {@code PT15M}, a number of seconds, and an
   * interval of two ISO 8601 times.
   */
  static Optional<Duration> read(Item item, QuantitySpec.Over over) throws Refusal {
    Optional<String> words = over.from().flatMap(source -> source.of(item));
    if (words.isEmpty()) {
      if (!over.neighbours() && over.otherwise().isEmpty()) {
        throw new Refusal(Reason.BAD_VALUE, "over what time it fell is not said");
      }
      return over.neighbours() ? Optional.empty() : over.otherwise();
    }
    String text = words.get();
    Duration span =
        (text.length() > LONGEST ? Optional.<Duration>empty() : span(text))
            .orElseThrow(() -> new Refusal(Reason.BAD_VALUE, "'" + text + "' is no time span"));
    if (span.isNegative() || span.isZero() || span.compareTo(QuantityReader.LONGEST_OVER) > 0) {
      throw new Refusal(Reason.BAD_VALUE, "rain does not fall over '" + text + "'");
    }
    return Optional.of(span);
  }

  private static Optional<Duration> span(String text) {
    if (text.matches("\\d{1,6}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    int slash = text.indexOf('/');
    return slash < 0 ? DurationText.parse(plain(text)) : between(text, slash);
  }

  private static String plain(String text) {
    return text.replace('_', ' ')
        .replaceFirst("minutes?$|mins$", "min")
        .replaceFirst("hours?$", "h")
        .replaceFirst("days?$", "d");
  }

  private static Optional<Duration> between(String text, int slash) {
    try {
      var from = OffsetDateTime.parse(text.substring(0, slash).strip());
      var to = OffsetDateTime.parse(text.substring(slash + 1).strip());
      return Optional.of(Duration.between(from, to));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
