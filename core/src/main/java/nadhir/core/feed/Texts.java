package nadhir.core.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import nadhir.core.report.HazardReport;

/** What decoders share about texts and times of foreign hands. */
public final class Texts {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private Texts() {}

  /**
   * A source's words as a title: control characters become blanks, what turns the direction of
   * writing is left out, cut to what a report holds.
   */
  public static String title(String text) {
    var plain = new StringBuilder();
    text.strip()
        .codePoints()
        .filter(c -> !turnsDirection(c))
        .limit(HazardReport.MAX_TITLE)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(
            c -> {
              if (plain.length() + Character.charCount(c) <= HazardReport.MAX_TITLE) {
                plain.appendCodePoint(c);
              }
            });
    return plain.toString();
  }

  /**
   * Embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9, 2.1 to 2.5):
   * one that is not closed turns what stands behind the title, and an override can make a reader
   * see other words than were sent. The marks that only settle one place (LRM, RLM, ALM) stay.
   */
  private static boolean turnsDirection(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  /** Milliseconds since 1970, negative before. */
  public static Instant epochMilli(long milli) throws Refusal {
    return bounded(Instant.ofEpochMilli(milli), Long.toString(milli));
  }

  /** ISO 8601 with an offset; one without is refused, because nobody knows what it means. */
  public static Instant iso(String text) throws Refusal {
    try {
      return bounded(OffsetDateTime.parse(text).toInstant(), text);
    } catch (DateTimeException e) {
      throw new Refusal(Reason.BAD_TIME, "'" + text + "' is no time with an offset");
    }
  }

  /** {@code Mon, 30 Dec 2019 00:17:00 GMT}, as RSS 2.0 demands it. */
  public static Instant rfc1123(String text) throws Refusal {
    try {
      return bounded(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(), text);
    } catch (DateTimeException e) {
      throw new Refusal(Reason.BAD_TIME, "'" + text + "' is no time of RFC 1123");
    }
  }

  /** ISO 8601 of a source whose times are in UTC by its standard, whether it writes so or not. */
  public static Instant isoUtc(String text) throws Refusal {
    try {
      return bounded(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC), text);
    } catch (DateTimeException _) {
      return iso(text);
    }
  }

  private static Instant bounded(Instant at, String text) throws Refusal {
    if (at.isBefore(FIRST) || at.isAfter(LAST)) {
      throw new Refusal(Reason.BAD_TIME, text + " lies outside the years 1 to 9999");
    }
    return at;
  }
}
