package nadhir.geofence.impact.sea;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import nadhir.core.geo.LatLon;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunTest {
  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  /**
   * Rising and setting in UTC by the almanac's own rules: at the equinoxes on the equator the day
   * lasts 12 h 7 min around true noon; Greenwich on midsummer day of 2024 rises 03:43 and sets
   * 20:21 (Royal Museums Greenwich).
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "equator at equinox, 0,       0,      2024-03-20, 06:04, 18:11",
    "Greenwich,          51.4769, 0,      2024-06-20, 03:43, 20:21",
    "Greenwich winter,   51.4769, 0,      2024-12-21, 08:04, 15:53"
  })
  void risesAndSets(String place, double lat, double lon, String day, String up, String down) {
    var there = new LatLon(lat, lon);
    assertTurn(false, there, day, up);
    assertTurn(true, there, day, down);
  }

  private static void assertTurn(boolean upBefore, LatLon there, String day, String time) {
    Instant turn = Instant.parse(day + "T" + time + ":00Z");
    assertEquals(upBefore, Sun.isUp(there, turn.minus(TOLERANCE)), "before " + turn);
    assertEquals(!upBefore, Sun.isUp(there, turn.plus(TOLERANCE)), "after " + turn);
  }
}
