package nadhir.core.feed.gauge;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;

/**
 * Reads times as a site describes them. Strict: the 31st of April is refused, and so is a local
 * time that does not exist because clocks were put forward.
 */
final class TimeTexts {
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
  private static final Pattern EPOCH =
      Pattern.compile("-?\\d{1,16}(\\.\\d{0,9})?([eE]\\+?\\d{1,2})?");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final int LONGEST = 100;
  private static final int MILLIS_PER_SECOND = 1000;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private final TimeSpec.Stated spec;
  private final DateTimeFormatter formatter;

  TimeTexts(TimeSpec.Stated spec) {
    this.spec = spec;
    this.formatter =
        spec.format() instanceof TimeSpec.Format.Pattern(var letters) ? formatter(letters) : ISO;
  }

  /** Throws {@link IllegalArgumentException} for what is no pattern. */
  static DateTimeFormatter formatter(String letters) {
    var builder =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(letters)
            .parseDefaulting(ChronoField.ERA, IsoEra.CE.getValue());
    if (!unquoted(letters).matches(".*[HhKk].*")) {
      builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0); // a day alone means its beginning
    }
    return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
  }

  /** Whether a pattern reads names of zones, which {@link java.time} would have to guess. */
  static boolean namesZones(String letters) {
    return unquoted(letters).matches(".*[zvV].*");
  }

  private static String unquoted(String letters) {
    return letters.replaceAll("'[^']*'", "");
  }

  /** The words of the item that say when; empty text where it has none. */
  String words(Item item) {
    if (spec.parts().size() == 1) {
      return plain(spec.parts().getFirst().of(item).orElse(""));
    }
    var words = new StringBuilder();
    for (Source part : spec.parts()) {
      part.of(item).ifPresent(word -> words.append(words.isEmpty() ? "" : " ").append(word));
    }
    return plain(words.toString());
  }

  /** With one blank between words. */
  private static String plain(String words) {
    return words.indexOf(' ') < 0 && words.indexOf('\t') < 0 && words.indexOf('\n') < 0
        ? words
        : BLANKS.matcher(words.strip()).replaceAll(" ");
  }

  Moment read(String words) throws Refusal {
    if (words.isEmpty()) {
      throw new Refusal(Reason.NO_TIME, "no time");
    }
    if (words.length() > LONGEST) {
      throw new Refusal(Reason.BAD_TIME, "a time of " + words.length() + " characters");
    }
    return switch (spec.format()) {
      case TimeSpec.Format.EpochSeconds _ -> epoch(words, MILLIS_PER_SECOND);
      case TimeSpec.Format.EpochMillis _ -> epoch(words, 1);
      case TimeSpec.Format.Iso _ -> dated(words.substring(words.indexOf('/') + 1));
      case TimeSpec.Format.Pattern _ -> dated(words);
    };
  }

  private static Moment epoch(String words, int millis) throws Refusal {
    if (!EPOCH.matcher(words).matches()) {
      throw new Refusal(Reason.BAD_TIME, "'" + words + "' is no number");
    }
    double milli = Double.parseDouble(words) * millis;
    if (!(Math.abs(milli) <= LAST.toEpochMilli())) {
      throw new Refusal(Reason.BAD_TIME, words + " lies outside the years 1 to 9999");
    }
    return Moment.of(Texts.epochMilli(Math.round(milli)));
  }

  private Moment dated(String words) throws Refusal {
    Optional<ZoneOffset> named = Optional.empty();
    String date = words;
    if (!spec.abbreviations().isEmpty()) {
      String last = words.substring(words.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT);
      named = Optional.ofNullable(spec.abbreviations().get(last));
      if (named.isEmpty()) {
        throw new Refusal(Reason.BAD_TIME, "'" + last + "' is none of the zones that are named");
      }
      date = words.substring(0, Math.max(0, words.lastIndexOf(' '))).strip();
    }
    try {
      return moment(formatter.parse(date), named, words);
    } catch (DateTimeException e) {
      throw new Refusal(Reason.BAD_TIME, "'" + words + "' is no time of this format");
    }
  }

  private Moment moment(TemporalAccessor read, Optional<ZoneOffset> named, String words)
      throws Refusal {
    var local = LocalDateTime.from(read);
    var offset = named.or(() -> Optional.ofNullable(read.query(TemporalQueries.offset())));
    if (offset.isPresent()) {
      return Moment.of(bounded(local.toInstant(offset.get()), words));
    }
    ZoneId zone =
        spec.zone()
            .orElseThrow(
                () -> new Refusal(Reason.BAD_TIME, "'" + words + "' is no time with an offset"));
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      throw new Refusal(
          Reason.BAD_TIME, "'" + words + "' is left out by the clocks of " + zone + " on that day");
    }
    Instant at = bounded(local.toInstant(offsets.getFirst()), words);
    if (offsets.size() == 1) {
      return Moment.of(at);
    }
    return twice(local, at, local.toInstant(offsets.getLast()), words);
  }

  private Moment twice(LocalDateTime local, Instant earlier, Instant later, String words)
      throws Refusal {
    return switch (spec.overlap()) {
      case EARLIER -> Moment.of(earlier);
      case LATER -> Moment.of(later);
      case NEAREST -> new Moment(earlier, Optional.of(new Moment.Twice(local, later)));
      case REJECT -> throw new Refusal(Reason.BAD_TIME, "'" + words + "' comes twice on that day");
    };
  }

  private static Instant bounded(Instant at, String words) throws Refusal {
    if (at.isAfter(LAST) || at.isBefore(FIRST)) {
      throw new Refusal(Reason.BAD_TIME, words + " lies outside the years 1 to 9999");
    }
    return at;
  }
}
