package nadhir.core.feed.gauge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Delivery;
import nadhir.core.report.HazardReport;
import org.junit.jupiter.api.Test;

class GaugeDecoderTest {
  @Test
  void ourOwnColumnsNeedNoMapping() {
    assertEquals(
        """
        2026-11-20T10:00:00Z Y1 0.9 m 12.5 m3/s
        2026-11-20T10:05:00Z Y1 1.1 m
        2026-11-20T10:05:00Z RG1 4.2 mm in PT5M
        2026-11-20T10:10:00Z RG1 1.0 mm in PT5M estimated
        FLAGGED Y1/water 2026-11-20T13:10:00+03:00: stage marked ICE [Y1 SENTINEL 2026-11-20T10:10:00Z]
        NO_VALUE Y1/water 2026-11-20T13:15:00+03:00: empty""",
        Mapped.of("gauge-csv", "")
            .lines(
                """
                # the five columns that this source has
                gauge,time,stage_m,flow_m3ps,rain_mm,flag
                Y1,2026-11-20T13:00:00+03:00,0.9,12.5,,
                Y1,2026-11-20T13:05:00+03:00,1.1,,,
                RG1,2026-11-20T13:05:00+03:00,,,4.2,

                RG1,2026-11-20T13:10:00+03:00,,,1.0,estimate
                Y1,2026-11-20T13:10:00+03:00,0.2,,,ice
                Y1,2026-11-20T13:15:00+03:00
                """));
  }

  @Test
  void ourOwnJsonIsAListOrOneReading() {
    var feed = Mapped.of("gauge-json", "");
    String reading =
        "{\"gauge\":\"Y1\",\"time\":\"2026-11-20T10:00:00Z\",\"stageM\":0.9,\"rainMm\":2,\"overS\":300}";
    String told =
        """
        2026-11-20T10:00:00Z Y1 0.9 m
        2026-11-20T10:00:00Z Y1 2.0 mm in PT5M""";
    assertEquals(told, feed.lines("[" + reading + "]"));
    assertEquals(told, feed.lines("{\"readings\":[" + reading + "]}"));
    assertEquals(told, feed.lines(reading));
  }

  @Test
  void unitsBecomeOurs() {
    String options =
        """
        quantities:
          - {is: stage, path: stage, unit: {path: unit, is: {Fuss: ft}, otherwise: cm}}
          - {is: flow, path: flow, unit: l/s}
        """;
    assertEquals(
        """
        2026-11-20T10:00:00Z Y1 0.3048 m
        2026-11-20T10:00:00Z Y1 0.02 m 0.5 m3/s
        2026-11-20T10:00:00Z Y1 0.002 m
        UNKNOWN_UNIT Y1/water 2026-11-20T10:00:00Z: stage 'fathom' is no unit of stage [cm, ft, m, mm]""",
        Mapped.of("gauge-csv", options)
            .lines(
                """
                gauge,time,stage,flow,unit
                Y1,2026-11-20T10:00:00Z,1,,Fuss
                Y1,2026-11-20T10:00:00Z,2,500,
                Y1,2026-11-20T10:00:00Z,2,,MM
                Y1,2026-11-20T10:00:00Z,2,,fathom
                """));
  }

  @Test
  void whatTellsOfTheGaugeItselfIsAFault() {
    String options =
        """
        gauge: Y1
        noValue: [-999, M]
        flags: {glued: true, unusable: [Ice, Eqp, "***", "--"], estimates: [e], harmless: [P, A]}
        quantities:
          - {is: stage, path: s, unit: m, least: -1, most: 20}
        """;
    assertEquals(
        """
        2026-11-20T10:00:00Z Y1 12.3 m estimated
        2026-11-20T10:00:00Z Y1 12.3 m
        2026-11-20T10:00:00Z Y1 -0.5 m estimated
        FLAGGED Y1/stage 2026-11-20T10:00:00Z: marked EQP [Y1 SENTINEL 2026-11-20T10:00:00Z]
        FLAGGED Y1/stage 2026-11-20T10:00:00Z: marked *** [Y1 SENTINEL 2026-11-20T10:00:00Z]
        FLAGGED Y1/stage 2026-11-20T10:00:00Z: marked ICE [Y1 SENTINEL 2026-11-20T10:00:00Z]
        NO_VALUE Y1/stage 2026-11-20T10:00:00Z: -999 stands for no value [Y1 SENTINEL 2026-11-20T10:00:00Z]
        NO_VALUE Y1/stage 2026-11-20T10:00:00Z: -999.00 stands for no value [Y1 SENTINEL 2026-11-20T10:00:00Z]
        NO_VALUE Y1/stage 2026-11-20T10:00:00Z: m stands for no value [Y1 SENTINEL 2026-11-20T10:00:00Z]
        BAD_VALUE Y1/stage 2026-11-20T10:00:00Z: 21 cannot be: stage is -1.0 to 20.0 [Y1 OUT_OF_RANGE 2026-11-20T10:00:00Z]
        BAD_VALUE Y1/stage 2026-11-20T10:00:00Z: '12.3x' is no number with a mark that is known
        BAD_VALUE Y1/stage 2026-11-20T10:00:00Z: '12.3e5' is no number with a mark that is known
        BAD_VALUE Y1/stage 2026-11-20T10:00:00Z: '1.2.3' is no number""",
        Mapped.of("gauge-csv", options)
            .lines(
                "time,s\n"
                    + String.join(
                        "",
                        row("12.3e"),
                        row("12.3P"),
                        row("-0.5 A e"),
                        row("Eqp"),
                        row("***"),
                        row("12.3 Ice"),
                        row("-999"),
                        row("-999.00"),
                        row("m"),
                        row("21"),
                        row("12.3x"),
                        row("12.3e5"),
                        row("1.2.3"))));
  }

  private static String row(String value) {
    return "2026-11-20T10:00:00Z," + value + "\n";
  }

  @Test
  void aTableMakesTheirNamesOursAndStrangersAreRefused() {
    String options =
        """
        gauges:
          "17": Y1
          "18": {id: Y2, is: stage, unit: cm, zeroM: 100}
          "19": {id: RG1, is: rain-total, unit: mm}
        """;
    assertEquals(
        """
        2026-11-20T10:00:00Z Y1 1.5 m
        2026-11-20T10:00:00Z Y2 3.5 m
        UNKNOWN_GAUGE 20 2026-11-20T10:00:00Z: '20' is not in the site's table""",
        Mapped.of("gauge-csv", options)
            .lines(
                """
                gauge,time,stage_m
                17,2026-11-20T10:00:00Z,1.5
                18,2026-11-20T10:00:00Z,10350
                20,2026-11-20T10:00:00Z,1
                """));
  }

  @Test
  void numbersAreWrittenInManyWays() {
    assertEquals("2026-11-20T10:00:00Z Y1 1234.5 m", numbers("\"1,234.5\"", "\"1,234.5\""));
    assertEquals("2026-11-20T10:00:00Z Y1 1234.5 m", numbers("\"1234,5\"", "\"1234,5\""));
    assertEquals("2026-11-20T10:00:00Z Y1 1234.5 m", numbers("\"1.234,5\"", "\"1.234,5\""));
    assertEquals("2026-11-20T10:00:00Z Y1 1234.5 m", numbers("1234.5", "1.2345e3"));
    for (String wrong : new String[] {"\"1,23\"", "NaN", "0x10", "1e999", "∞", "١٢", "+-1", "."}) {
      String told = numbers("\"1,234.5\"", wrong);
      assertTrue(told.startsWith("BAD_VALUE"), told);
    }
    assertTrue(numbers("\"1234,5\"", "1234.5").startsWith("BAD_VALUE"));
  }

  private static String numbers(String style, String number) {
    return Mapped.of("gauge-csv", "numbers: " + style)
        .lines("gauge,time,stage_m\nY1,2026-11-20T10:00:00Z," + number + "\n");
  }

  @Test
  void tablesComeWithOtherDelimitersQuotesAndNoHeader() {
    String options =
        """
        csv: {delimiter: ";", header: false, comment: "//", skip: 1, charset: windows-1256}
        gauge: {path: "#1"}
        time: {paths: ["#2", "#3"], format: dd.MM.uuuu HH:mm, zone: Asia/Amman}
        numbers: "1234,5"
        quantities:
          - {is: stage, path: "#4", unit: m}
        """;
    assertEquals(
        """
        2026-11-20T10:00:00Z Y1 0.9 m
        2026-11-20T10:05:00Z Y1 1.0 m
        NO_TIME Y1/stage: no time
        BAD_TIME Y1/stage 31.11.2026 13:05: '31.11.2026 13:05' is no time of this format""",
        Mapped.of("gauge-csv", options)
            .lines(
                """
                // a comment, then a line that is skipped
                x;y;z
                Y1;20.11.2026;13:00;0,9
                "Y1";"20.11.2026";"13:05";"1,0"
                Y1
                Y1;31.11.2026;13:05;1
                """));
  }

  @Test
  void aMessageOfABrokerCanBeABareNumber() {
    String options =
        """
        shapes:
          - items: .
        gauge: {path: "@topic/2"}
        time: {received: true}
        quantities:
          - {is: stage, path: ., unit: m, when: {path: "@topic/3", is: stage}}
          - {is: rain-total, path: ., unit: mm, when: {path: "@topic/3", is: rain}}
        """;
    var feed = Mapped.of("gauge-json", options);
    assertEquals(
        "2026-11-20T12:00:00Z Y1 0.9 m",
        feed.lines("0.9", Delivery.published("gauges/Y1/stage", false)));
    assertEquals(
        "UNKNOWN_PARAMETER Y1: neither stage nor flow nor rain",
        feed.lines("12.5", Delivery.published("gauges/Y1/volts", false)));
    assertEquals(
        "NO_TIME Y1/stage: its receipt counts only for what a broker passes on as it comes",
        feed.lines("0.9", Delivery.published("gauges/Y1/stage", true)));
    assertTrue(feed.lines("0.9").startsWith("NO_GAUGE"), feed.lines("0.9"));
  }

  @Test
  void aReportTellsWhereItComesFrom() {
    var decoded =
        Mapped.of("gauge-json", "")
            .decode(
                ("[{\"gauge\":\"Y1\",\"time\":\"2026-11-20T10:00:00Z\",\"stageM\":1,"
                        + "\"latDeg\":29.69,\"lonDeg\":35.17,\"name\":\"Upper\\nYutum\"}]")
                    .getBytes(StandardCharsets.UTF_8),
                Delivery.PLAIN);
    HazardReport report = ((Decoded.Ok) decoded.getFirst()).report();
    assertEquals("f:Y1/water/2026-11-20T10:00:00Z", report.id().value());
    assertEquals("Optional[LatLon[latDeg=29.69, lonDeg=35.17]]", report.place().toString());
    assertEquals("Upper Yutum", report.title());
    assertEquals(Mapped.AT, report.receivedAt());
  }
}
