package nadhir.core.feed.gauge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Counters of rain: what fell is the difference, and counters are reset and run over. */
class RainCounterTest {
  private final Mapped feed = Mapped.of("gauge-csv", "");

  @Test
  void whatFellIsTheDifferenceToTheReadingBefore() {
    assertEquals(
        """
        NO_BASELINE RG1/rain-total 2026-11-20T10:00:00Z: the counter's reading before it is not known
        2026-11-20T10:05:00Z RG1 0.2 mm in PT5M
        2026-11-20T10:15:00Z RG1 3.0 mm in PT10M""",
        told("10:00 100", "10:05 100.2", "10:15 103.2"));
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    assertEquals(
        """
        2026-11-20T10:15:00Z RG1 3.0 mm in PT10M
        2026-11-20T10:05:00Z RG1 0.2 mm in PT5M
        NO_BASELINE RG1/rain-total 2026-11-20T10:00:00Z: the counter's reading before it is not known""",
        told("10:15 103.2", "10:05 100.2", "10:00 100"));
  }

  @Test
  void aResetCountsWhatFellSince() {
    told("10:00 100");
    assertEquals("2026-11-20T10:05:00Z RG1 1.4 mm in PT5M", told("10:05 1.4"));
    assertEquals("2026-11-20T10:10:00Z RG1 0.2 mm in PT5M", told("10:10 1.6"));
  }

  @Test
  void aCounterThatRunsOverGoesOn() {
    var wrapping =
        Mapped.of(
            "gauge-csv",
            """
            quantities:
              - {is: rain-total, path: rain_total_mm, unit: mm, wrapsAt: 100}
            """);
    wrapping.lines(rows("10:00 99"));
    assertEquals("2026-11-20T10:05:00Z RG1 3.0 mm in PT5M", wrapping.lines(rows("10:05 2")));
  }

  @Test
  void aSourceThatRepeatsItsHistoryGetsTheSameAnswers() {
    String first = told("10:00 100", "10:05 101", "10:10 102");
    assertEquals(first, told("10:00 100", "10:05 101", "10:10 102"));
    assertEquals(
        "2026-11-20T10:05:00Z RG1 1.0 mm in PT5M\n"
            + "2026-11-20T10:10:00Z RG1 1.0 mm in PT5M\n"
            + "2026-11-20T10:15:00Z RG1 0.5 mm in PT5M",
        told("10:05 101", "10:10 102", "10:15 102.5"));
  }

  @Test
  void aReadingThatComesAfterALaterOneIsInTheLaterOneAlready() {
    told("10:00 100", "10:10 102");
    assertEquals(
        "NO_BASELINE RG1/rain-total 2026-11-20T10:05:00Z: the counter's reading before it is not known",
        told("10:05 101"));
    assertEquals("2026-11-20T10:15:00Z RG1 1.0 mm in PT5M", told("10:15 103"));
  }

  @Test
  void anOutageIsANewBeginning() {
    told("01:00 100");
    assertEquals(
        "NO_BASELINE RG1/rain-total 2026-11-20T10:00:00Z: the counter's reading before it is not known",
        told("10:00 190"));
  }

  @Test
  void anAbsurdStepIsTheGaugesFault() {
    told("10:00 100");
    assertEquals(
        "BAD_VALUE RG1/rain-total 2026-11-20T10:05:00Z: 9900.0 mm cannot have fallen since the last"
            + " [RG1 OUT_OF_RANGE 2026-11-20T10:05:00Z]",
        told("10:05 10000"));
  }

  @Test
  void whatIsRememberedIsBounded() {
    var counters = new Counters();
    Instant start = Instant.parse("2026-11-20T00:00:00Z");
    for (int series = 0; series <= Counters.MAX_SERIES; series++) {
      counters.fallen("s" + series, start, 1, OptionalDouble.empty());
    }
    Instant next = start.plusSeconds(60);
    assertEquals(true, counters.fallen("s0", next, 2, OptionalDouble.empty()).isEmpty());
    assertEquals(
        1, counters.fallen("s9", next, 2, OptionalDouble.empty()).orElseThrow().mm(), 1e-12);
    for (int i = 2; i < Counters.MAX_READINGS + 2; i++) {
      counters.fallen("s9", start.plusSeconds(60L * i), i + 1, OptionalDouble.empty());
    }
    assertEquals(true, counters.fallen("s9", start, 1, OptionalDouble.empty()).isEmpty());
  }

  private String told(String... readings) {
    return feed.lines(rows(readings));
  }

  /** {@code 10:00 100} is 100 mm at ten. */
  private static String rows(String... readings) {
    var text = new StringBuilder("gauge,time,rain_total_mm\n");
    for (String reading : readings) {
      String[] parts = reading.split(" ");
      text.append("RG1,2026-11-20T" + parts[0] + ":00Z," + parts[1] + "\n");
    }
    return text.toString();
  }
}
