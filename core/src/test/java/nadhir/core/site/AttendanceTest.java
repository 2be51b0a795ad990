package nadhir.core.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A school with a night watch from Thursday to Friday morning; 2026-11-22 is a Sunday. */
class AttendanceTest {
  private static final Zone SCHOOL =
      new Zone(
          new nadhir.core.id.ZoneId("school"),
          Words.arEn("مدرسة", "School"),
          "school",
          new TreeMap<>(),
          Area.circle(new LatLon(29.5, 35), 100),
          new LatLon(29.5, 35),
          20,
          2,
          List.of(
              new Attendance(
                  List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                  LocalTime.of(7, 30),
                  LocalTime.of(14, 0),
                  400),
              new Attendance(
                  List.of(DayOfWeek.THURSDAY), LocalTime.of(22, 0), LocalTime.of(6, 0), 9)),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          "made up");

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T07:29, 20",
    "2026-11-22T07:30, 400",
    "2026-11-22T13:59, 400",
    "2026-11-22T14:00, 20",
    "2026-11-22T19:00, 2",
    "2026-11-24T10:00, 20",
    "2026-11-26T21:59, 2",
    "2026-11-26T22:00, 9",
    "2026-11-27T05:59, 9",
    "2026-11-27T06:00, 2",
    "2026-11-28T05:00, 2",
  })
  void whoIsThereGoesByTheSchedule(String at, int people) {
    var local = LocalDateTime.parse(at).atZone(ZoneId.of("Asia/Amman"));
    assertEquals(people, SCHOOL.peopleAt(local));
  }
}
