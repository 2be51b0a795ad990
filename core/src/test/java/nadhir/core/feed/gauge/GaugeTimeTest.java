package nadhir.core.feed.gauge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times in all their forms, and clocks that are put forward and back. */
class GaugeTimeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iso                              | 2026-11-20T13:00:00+03:00  | 2026-11-20T10:00:00Z",
        "iso                              | 2026-11-20T10:00Z          | 2026-11-20T10:00:00Z",
        "iso                              | 2026-11-20 13:00+03:00     | 2026-11-20T10:00:00Z",
        "iso                              | 2026-11-20T10:00:00.123Z   | 2026-11-20T10:00:00.123Z",
        "iso                              | 2026-11-20T09:00Z/2026-11-20T10:00Z | 2026-11-20T10:00:00Z",
        "iso                              | 2026-11-20T10:00:00        | BAD_TIME",
        "iso                              | 2026-11-20                 | BAD_TIME",
        "iso                              | 2026-02-30T10:00:00Z       | BAD_TIME",
        "iso                              | +99999-01-01T00:00:00Z     | BAD_TIME",
        "'iso, zone: Asia/Amman'          | 2026-11-20T13:00:00        | 2026-11-20T10:00:00Z",
        "'iso, zone: Asia/Amman'          | 2026-11-20T13:00:00Z       | 2026-11-20T13:00:00Z",
        "'iso, zone: \"+03:00\"'          | 2026-11-20 13:00           | 2026-11-20T10:00:00Z",
        "epoch-s                          | 1795168800                 | 2026-11-20T10:00:00Z",
        "epoch-s                          | 1795168800.5               | 2026-11-20T10:00:00.500Z",
        "epoch-ms                         | 1795168800000              | 2026-11-20T10:00:00Z",
        "epoch-ms                         | 1.7951688E12               | 2026-11-20T10:00:00Z",
        "epoch-ms                         | 99999999999999999          | BAD_TIME",
        "epoch-s                          | 9e99                       | BAD_TIME",
        "epoch-s                          | soon                       | BAD_TIME",
        "'MMM d uuuu h:mma, zone: UTC'    | Nov  3 2015 12:40AM        | 2015-11-03T00:40:00Z",
        "'MMM d uuuu h:mma, zone: UTC'    | nov 3 2015 1:05pm          | 2015-11-03T13:05:00Z",
        "'MMM d yyyy H:mm, zone: UTC'     | Nov 3 2015 13:05           | 2015-11-03T13:05:00Z",
        "'MMM d yyyy H:mm, zone: UTC'     | Nov 31 2015 13:05          | BAD_TIME",
        "'uuuuMMddHHmm, zone: UTC'        | 201511031305               | 2015-11-03T13:05:00Z",
        "'uuuu-MM-dd, zone: Asia/Amman'   | 2026-11-20                 | 2026-11-19T21:00:00Z",
        "'uuuu-MM-dd HH:mm xx'            | 2026-11-20 13:00 +0300     | 2026-11-20T10:00:00Z",
        "'uuuu-MM-dd HH:mm, abbreviations: {EST: \"-05:00\"}' | 2018-05-27 00:00   EST | 2018-05-27T05:00:00Z",
        "'uuuu-MM-dd HH:mm, abbreviations: {EST: \"-05:00\"}' | 2018-05-27 00:00 CST   | BAD_TIME",
        "'uuuu-MM-dd HH:mm, abbreviations: {EST: \"-05:00\"}' | EST                    | BAD_TIME",
      })
  void aTimeIsReadAsTheSiteSays(String format, String words, String expected) {
    String told =
        Mapped.of("gauge-csv", "time: {path: time, format: " + format + "}")
            .lines("gauge,time,stage_m\nY1," + words + ",1\n");
    assertEquals(expected, told.split(" ")[0], told);
  }

  @Test
  void whatClocksLeaveOutInSpringDoesNotExist() {
    assertEquals(
        """
        2018-03-11T06:45:00Z
        BAD_TIME
        BAD_TIME
        2018-03-11T07:00:00Z""",
        newYork("nearest", "03/11 01:45", "03/11 02:00", "03/11 02:45", "03/11 03:00"));
  }

  @Test
  void anHourThatComesTwiceIsTakenInTheDocumentsOrder() {
    String twice =
        """
        2018-11-04T05:30:00Z
        2018-11-04T06:00:00Z
        2018-11-04T06:30:00Z
        2018-11-04T07:00:00Z""";
    assertEquals(
        twice, newYork("nearest", "11/04 01:30", "11/04 01:00", "11/04 01:30", "11/04 02:00"));
    String backwards = twice.lines().toList().reversed().stream().collect(Collectors.joining("\n"));
    assertEquals(
        backwards, newYork("nearest", "11/04 02:00", "11/04 01:30", "11/04 01:00", "11/04 01:30"));
  }

  @Test
  void anHourThatComesTwiceAndIsThereOnceIsTheLaterOneOrAsTheSiteSays() {
    assertEquals("2018-11-04T06:30:00Z", newYork("nearest", "11/04 01:30"));
    assertEquals("2018-11-04T05:30:00Z", newYork("earlier", "11/04 01:30"));
    assertEquals("2018-11-04T06:30:00Z", newYork("later", "11/04 01:30"));
    assertEquals("BAD_TIME", newYork("reject", "11/04 01:30"));
  }

  @Test
  void theLaterOneIsNeverAheadOfTheReceipt() {
    // received 12:00 UTC; in Azores summer time (UTC) the hour from 00:00 comes twice on 25 October
    String options =
        "time: {path: time, zone: \"Antarctica/Troll\"}"; // UTC+2 in summer, UTC in winter
    String told =
        Mapped.of("gauge-csv", options).lines("gauge,time,stage_m\nY1,2026-10-25T02:30:00,1\n");
    assertEquals("2026-10-25T02:30:00Z", told.split(" ")[0], told);
  }

  private static String newYork(String overlap, String... times) {
    String options =
        "time: {path: time, format: uuuu/MM/dd HH:mm, zone: America/New_York, overlap: "
            + overlap
            + "}";
    String rows = Stream.of(times).map(t -> "Y1,2018/" + t + ",1\n").collect(Collectors.joining());
    return Mapped.of("gauge-csv", options)
        .lines("gauge,time,stage_m\n" + rows)
        .lines()
        .map(line -> line.split(" ")[0])
        .collect(Collectors.joining("\n"));
  }
}
