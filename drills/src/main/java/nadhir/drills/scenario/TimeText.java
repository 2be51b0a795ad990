package nadhir.drills.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Moments as a scenario writes them: {@code 15:30} (local, on the day of the start or the next),
 * {@code +PT15M} after the start, {@code 2026-11-20T15:30} local, or with an offset or {@code Z}.
 */
public final class TimeText {
  private TimeText() {}

  public static Optional<Instant> parse(String text, Instant start, ZoneId zone) {
    try {
      if (text.startsWith("+")) {
        return Optional.of(start.plus(Duration.parse(text.substring(1))));
      }
      if (text.contains("T")) {
        return absolute(text, zone);
      }
      return Optional.of(timeOfDay(LocalTime.parse(text), start, zone));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** A moment that needs no start to count from. */
  public static Optional<Instant> absolute(String text, ZoneId zone) {
    try {
      boolean hasOffset = text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)");
      return Optional.of(
          hasOffset
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).atZone(zone).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Instant timeOfDay(LocalTime time, Instant start, ZoneId zone) {
    var day = start.atZone(zone).toLocalDate();
    var that = day.atTime(time).atZone(zone).toInstant();
    return that.isBefore(start) ? day.plusDays(1).atTime(time).atZone(zone).toInstant() : that;
  }
}
