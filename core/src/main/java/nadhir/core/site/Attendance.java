package nadhir.core.site;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Who is in a zone at certain hours of certain days: a school by day, a mosque on Friday noon.
 *
 * @param days of the week, by local time, sorted
 * @param from inclusive
 * @param to exclusive; before {@code from}, the next day is meant
 * @param people then, in place of the zone's figures for day and night
 */
public record Attendance(List<DayOfWeek> days, LocalTime from, LocalTime to, int people) {
  public Attendance {
    days = days.stream().distinct().sorted().toList();
    if (days.isEmpty() || from.equals(to) || people < 0) {
      throw new IllegalArgumentException("an attendance needs a day, a span of time and people");
    }
  }

  boolean covers(ZonedDateTime at) {
    LocalTime time = at.toLocalTime();
    DayOfWeek day = at.getDayOfWeek();
    if (from.isBefore(to)) {
      return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
    }
    return days.contains(day) && !time.isBefore(from)
        || days.contains(day.minus(1)) && time.isBefore(to);
  }
}
