package nadhir.core.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.fusion.GaugeTrack.Wetness;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.sim.TestSite;
import org.junit.jupiter.api.Test;

/** Rain over several windows, and how wet the ground is from before. */
class RainTest {
  private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");

  private static GaugeState rg3(String script) {
    var play = new Play(new HazardDesk(TestSite.info(), TestSite.gauges(), List.of()));
    script.lines().forEach(play::line);
    return play.desk().gauges().stream()
        .filter(g -> g.gauge().value().equals("RG3"))
        .findFirst()
        .orElseThrow();
  }

  private static String sums(GaugeState g) {
    return List.of(g.rainMm15(), g.rainMm30(), g.rainMm60(), g.rainMm180(), g.rainMm360()).stream()
        .map(v -> v.isPresent() ? String.valueOf(v.getAsDouble()) : "-")
        .reduce((a, b) -> a + " " + b)
        .orElseThrow();
  }

  @Test
  void eachWindowHasItsSum() {
    assertEquals(
        "1.0 3.0 7.0 15.0 31.0",
        sums(
            rg3(
                """
                06:15 rain RG3 16
                09:15 rain RG3 8
                11:15 rain RG3 4
                11:45 rain RG3 2
                12:00 rain RG3 1
                """)));
  }

  @Test
  void ofATotalOverMoreThanTheWindowItsShareCounts() {
    assertEquals(
        "3.0 6.0 12.0 16.0 16.0",
        sums(
            rg3(
                """
                11:00 rain RG3 4 over=PT1H
                12:00 rain RG3 12 over=PT1H
                """)));
  }

  @Test
  void aWaterGaugeHasNone() {
    var play = new Play(new HazardDesk(TestSite.info(), TestSite.gauges(), List.of()));
    play.line("12:00 stage Y1 0.1");
    assertEquals("- - - - -", sums(play.desk().gauges().getFirst()));
    assertEquals(OptionalDouble.empty(), play.desk().gauges().getFirst().wetnessMm());
  }

  @Test
  void theGroundDriesByATenthADay() {
    assertEquals(
        OptionalDouble.of(29.8),
        rg3("""
                12:00 rain RG3 20
                21/12:00 rain RG3 10
                22/12:00 rain RG3 4.6
                """)
            .wetnessMm());
  }

  /** P + k · API, day by day, as the index is defined. */
  @Test
  void itIsTheIndexOfTheTextbook() {
    double[] rainMm = {12, 0, 0, 30, 5, 0, 0, 0, 0, 2};
    double index = 0;
    Optional<Wetness> wetness = Optional.empty();
    for (int day = 0; day < rainMm.length; day++) {
      index = index * Wetting.K_PER_DAY + rainMm[day];
      wetness = Optional.of(Wetting.after(wetness, rainMm[day], AT.plus(Duration.ofDays(day))));
      assertEquals(index, wetness.get().mm(), 1e-9, "day " + day);
    }
  }

  @Test
  void theOrderOfTellingChangesNothingAndACorrectionReplaces() {
    var first = Wetting.after(Optional.empty(), 10, AT);
    var inOrder = Wetting.after(Optional.of(first), 5, AT.plus(Duration.ofDays(1)));
    var late =
        Wetting.after(
            Optional.of(Wetting.after(Optional.empty(), 5, AT.plus(Duration.ofDays(1)))), 10, AT);
    assertEquals(inOrder.mm(), late.mm(), 1e-12);
    assertEquals(
        OptionalDouble.of(3),
        rg3("12:00 rain RG3 20 o=11:50\n12:01 rain RG3 3 o=11:50").wetnessMm());
    assertTrue(Wetting.after(Optional.of(first), -11, AT).mm() >= 0);
  }
}
