package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import nadhir.core.event.HazardEvent;
import nadhir.core.sim.Samples;
import nadhir.core.sim.TestSite;
import nadhir.core.site.GaugeLimits;
import org.junit.jupiter.api.Test;

/** When a gauge is believed and when not: each way to fail, and the way back. */
class GaugeHealthTest {

  /** From the day of the flood to the day of {@link Play}. */
  private static final Duration TO_THE_PLAYS_DAY =
      Duration.between(
          Instant.parse("2018-05-27T05:00:00Z"), Instant.parse("2026-11-20T05:00:00Z"));

  private static HazardDesk desk(GaugeLimits limits) {
    return new HazardDesk(TestSite.info(), TestSite.gauges(limits), List.of());
  }

  private static GaugeLimits range(double min, double max) {
    return new GaugeLimits(
        Optional.empty(),
        Optional.of(new GaugeLimits.Range(min, max)),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  @Test
  void lateAfterOneAndAHalfIntervalsSilentAfterTwoBackWithTheNextWord() {
    assertEquals(
        """
        16:07:30 faulty Y1 LATE 16:00
        16:08 back Y1
        16:15:30 faulty Y1 LATE 16:08
        16:18 silent Y1 16:08
        16:30 back Y1
        """,
        play(
            """
            16:00 stage Y1 0.1
            16:08 stage Y1 0.1
            16:30 stage Y1 0.1
            16:35 stage Y1 0.1
            """));
  }

  @Test
  void oneSentinelIsNothingTwoAreAFaultAndAGoodValueEndsIt() {
    assertEquals(
        """
        16:00 opened H1 r1 yutum Y1[0.9m]
        16:10 revised H1 r2 yutum Y1[0.9m+0.0]
        16:20 faulty Y1 SENTINEL 16:20
        16:20 revised H1 r3 yutum Y1[0.9m+0.0 SENTINEL]
        16:30 back Y1
        16:30 revised H1 r4 yutum Y1[1.2m+0.6]
        """,
        play(
            """
            16:00 stage Y1 0.9
            16:05 doubt Y1 SENTINEL
            16:06 doubt Y1 SENTINEL o=16:05
            16:10 stage Y1 0.9
            16:15 doubt Y1 SENTINEL
            16:20 doubt Y1 SENTINEL
            16:25 doubt Y1 SENTINEL
            16:30 stage Y1 1.2
            """));
  }

  @Test
  void aRadioThatDropsEveryOtherValueLeavesTheGoodOnesCounting() {
    assertEquals(
        """
        16:10 opened H1 r1 yutum Y1[0.9m+4.8]
        16:20 revised H1 r2 yutum Y1[1.6m+4.5]
        """,
        play(
            """
            16:00 stage Y1 0.1
            16:05 doubt Y1 SENTINEL
            16:10 stage Y1 0.9
            16:15 doubt Y1 SENTINEL
            16:20 stage Y1 1.6
            """));
  }

  @Test
  void aGaugeThatOnlyEverSendsSentinelsIsNotSilent() {
    assertEquals(
        """
        16:05 faulty Y1 SENTINEL 16:05
        16:20 silent Y1 16:00
        """,
        play(
            """
            16:00 doubt Y1 SENTINEL
            16:05 doubt Y1 SENTINEL
            16:10 doubt Y1 SENTINEL
            16:30 wait
            """));
  }

  @Test
  void whatItCannotMeasureMovesNothing() {
    assertEquals(
        """
        16:05 ignored nwis:Y1/stage/2026-11-20T16:05:00Z out-of-range
        16:10 faulty Y1 OUT_OF_RANGE 16:10
        16:10 ignored nwis:Y1/stage/2026-11-20T16:10:00Z out-of-range
        16:10 ignored nwis:Y1/stage/2026-11-20T16:10:00Z repeated
        16:15 back Y1
        16:20 ignored nwis:RG1/rain/2026-11-20T16:20:00Z out-of-range
        """,
        play(
            desk(range(-0.5, 12)),
            """
            16:00 stage Y1 0.1
            16:05 stage Y1 98
            16:10 stage Y1 -7
            16:10 stage Y1 -7
            16:15 stage Y1 0.1
            16:20 rain RG1 -1
            """));
  }

  @Test
  void aSpikeCountsOnlyWhenTheNextValueAgrees() {
    assertEquals(
        """
        16:05 ignored nwis:Y1/stage/2026-11-20T16:05:00Z jumped
        16:15 ignored nwis:Y1/stage/2026-11-20T16:15:00Z jumped
        16:20 opened H1 r1 yutum Y1[8.4m+25.2]
        """,
        play(
            """
            16:00 stage Y1 0.0
            16:05 stage Y1 8.0
            16:10 stage Y1 0.0
            16:15 stage Y1 8.0
            16:20 stage Y1 8.4
            """));
  }

  @Test
  void valuesThatAgreeWithNothingMakeItDoubtful() {
    assertEquals(
        """
        16:05 ignored nwis:Y1/stage/2026-11-20T16:05:00Z jumped
        16:10 faulty Y1 JUMPING 16:10
        16:10 ignored nwis:Y1/stage/2026-11-20T16:10:00Z jumped
        16:15 ignored nwis:Y1/stage/2026-11-20T16:15:00Z jumped
        16:20 back Y1
        """,
        play(
            """
            16:00 stage Y1 0.2
            16:05 stage Y1 8.0
            16:10 stage Y1 19.0
            16:15 stage Y1 30.0
            16:20 stage Y1 0.3
            """));
  }

  @Test
  void noRainOfRecordIsHarderThanAllowed() {
    assertEquals(
        """
        17:05 ignored nwis:RG3/rain/2026-11-20T17:05:00Z jumped
        17:10 opened H1 r1 shallala RG3[60.0mm]
        """,
        play(
            """
            17:00 rain RG3 0 over=PT5M
            17:05 rain RG3 191 over=PT5M
            17:10 rain RG3 60 over=PT5M
            """));
  }

  @Test
  void theSiteKnowsItsGaugesBetter() {
    var limits =
        new GaugeLimits(
            Optional.empty(), Optional.empty(), OptionalDouble.of(0.1), OptionalDouble.of(5));
    assertEquals(
        """
        16:05 ignored nwis:Y1/stage/2026-11-20T16:05:00Z jumped
        16:05 ignored nwis:RG1/rain/2026-11-20T16:05:00Z jumped
        16:10 opened H1 r1 yutum RG1[] Y1[1.2m+6.6]
        """,
        play(
            desk(limits),
            """
            16:00 stage Y1 0.1
            16:05 stage Y1 0.9
            16:05 rain RG1 26 over=PT5M
            16:10 stage Y1 1.2
            """));
  }

  @Test
  void aClockThatGoesBackMakesTheGaugeSilentUntilItsTimeHasCome() {
    // from 16:10 on it tells times an hour behind: what it says now is old by its own word
    assertEquals(
        """
        16:12:30 faulty Y1 LATE 16:05
        16:15 silent Y1 16:05
        17:15 back Y1
        """,
        play(
            """
            16:00 stage Y1 0.1
            16:05 stage Y1 0.1
            16:10 stage Y1 0.2 o=15:10
            16:15 stage Y1 0.2 o=15:15
            17:15 stage Y1 0.3 o=16:15
            """));
  }

  @Test
  void anHourThatComesTwiceReplacesTheFirstAndTheGaugeIsSilentMeanwhile() {
    // a source without zone: 01:00 to 01:30 of summer time, then the same of winter time
    assertEquals(
        """
        01:37:30 faulty Y1 LATE 01:30
        01:40 silent Y1 01:30
        02:35 back Y1
        """,
        play(
            """
            01:20 stage Y1 0.1
            01:25 stage Y1 0.1
            01:30 stage Y1 0.1
            02:20 stage Y1 0.2 o=01:20
            02:30 stage Y1 0.3 o=01:30
            02:35 stage Y1 0.3 o=01:35
            """));
  }

  /** The flash flood of 2018-05-27 at Ellicott City: 11.5 to 27.16 ft within 80 minutes. */
  @Test
  void aRealFlashFloodIsNeverCalledJumpingOrStuck() throws IOException {
    var play = new Play(new HazardDesk(TestSite.info(), TestSite.gauges(), List.of()));
    var format = DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm");
    var value = Pattern.compile("^[0-9.]+");
    int rows = 0;
    for (String line :
        Files.readAllLines(
            Samples.sample("flood/usgs_01589025_patapsco_catonsville_2018-05-27_flashflood.csv"))) {
      String[] cells = line.split(",");
      var feet = value.matcher(cells.length > 1 ? cells[1] : "");
      if (feet.find()) {
        var at =
            LocalDateTime.parse(cells[0].substring(0, 16), format)
                .toInstant(ZoneOffset.ofHours(-5));
        String moved = at.plus(TO_THE_PLAYS_DAY).toString();
        play.line(
            moved.substring(8, 10)
                + "/"
                + moved.substring(11, 19)
                + " stage Y1 "
                + Double.parseDouble(feet.group()) * 0.3048);
        rows++;
      }
    }
    assertEquals(385, rows);
    for (var entry : play.entries()) {
      if (entry.event() instanceof HazardEvent.GaugeFaulty(_, var fault, _, _)) {
        assertEquals("LATE", fault.name(), entry.toString());
      }
      assertFalse(
          entry.event() instanceof HazardEvent.Ignored(_, var why)
              && !why.equals(WhyIgnored.REPEATED.key()),
          entry.toString());
    }
  }
}
