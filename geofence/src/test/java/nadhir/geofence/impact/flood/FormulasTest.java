package nadhir.geofence.impact.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Gully;
import nadhir.core.site.TravelTime;
import nadhir.core.site.WadiReach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each formula against published values, or worked out by hand. */
class FormulasTest {
  private static final double MM_PER_INCH = 25.4;

  /**
   * NRCS TR-55 (1986), table 2-1, the line of 4.0 inches of rain: curve number, inches of runoff.
   */
  @ParameterizedTest
  @CsvSource({
    "40, 0.06",
    "45, 0.18",
    "50, 0.33",
    "55, 0.53",
    "60, 0.76",
    "65, 1.03",
    "70, 1.33",
    "75, 1.67",
    "80, 2.04",
    "85, 2.46",
    "90, 2.92",
    "95, 3.43",
    "98, 3.77"
  })
  void runoffIsThatOfTr55(double curveNumber, double inches) {
    double runoff = CurveNumber.runoffMm(4 * MM_PER_INCH, curveNumber) / MM_PER_INCH;
    assertEquals(inches, runoff, 0.006);
  }

  @Test
  void rainBelowTheFirstLossesDoesNotRunOff() {
    // curve number 80: 63.5 mm can be taken in, a fifth of them at first
    assertEquals(0, CurveNumber.runoffMm(12.7, 80));
    assertEquals(0, CurveNumber.runoffMm(0, 80));
    assertEquals(50, CurveNumber.runoffMm(50, 100));
  }

  /** National Engineering Handbook 630, table 10-1: average, dry, wet; Chow's formulas fit it. */
  @ParameterizedTest
  @CsvSource({"90, 78, 96", "80, 63, 91", "70, 51, 85", "60, 40, 78"})
  void wetnessMovesTheCurveNumber(double average, double dry, double wet) {
    assertEquals(dry, CurveNumber.at(average, OptionalDouble.of(12.6)), 1.6);
    assertEquals(average, CurveNumber.at(average, OptionalDouble.of(12.7)));
    assertEquals(average, CurveNumber.at(average, OptionalDouble.of(27.9)));
    assertEquals(wet, CurveNumber.at(average, OptionalDouble.of(28)), 0.9);
    assertEquals(average, CurveNumber.at(average, OptionalDouble.empty()));
  }

  @Test
  void concentrationByKirpich() {
    // 0.0195 * 1000^0.77 * 0.05^-0.385 = 0.0195 * 204.17 * 3.1684
    assertEquals(12.61, Kirpich.concentrationMin(1_000, 0.05), 0.01);
  }

  @Test
  void waterAndItsWaveByManning() {
    // 1^(2/3) * √0.01 / 0.035 = 2.857 m/s, and 5/3 of it
    assertEquals(2.857, Manning.speedMps(1, 0.01, 0.035), 0.001);
    assertEquals(4.762, Manning.celerityMps(1, 0.01, 0.035), 0.001);
    // 2^(2/3) = 1.587 times as fast at twice the depth
    assertEquals(4.535, Manning.speedMps(2, 0.01, 0.035), 0.001);
  }

  @Test
  void dischargesAddUpWhereWadisJoin() {
    // 2^(3/5)
    assertEquals(1.516, Manning.joinedM(1, 1), 0.001);
    assertEquals(1.2, Manning.joinedM(1.2), 1e-12);
    assertEquals(2, Manning.joinedM(2, 0), 1e-12);
  }

  private static WadiReach reach(OptionalDouble roughness, TravelTime... travel) {
    return new WadiReach(
        "a", Optional.of("b"), List.of(), 19_000, 0.01, roughness, 1, List.of(travel));
  }

  private static TravelTime row(double stageM, int earliestMin, int latestMin) {
    return new TravelTime(stageM, Duration.ofMinutes(earliestMin), Duration.ofMinutes(latestMin));
  }

  /** Between the lines of the table, and at its ends. */
  @ParameterizedTest
  @CsvSource({"0.5, 80, 105", "1, 80, 105", "1.5, 70, 95", "2, 60, 85", "9, 60, 85"})
  void aTableIsReadBetweenItsLines(double stageM, double earliestMin, double latestMin) {
    var through =
        ReachTravel.of(reach(OptionalDouble.empty(), row(1, 80, 105), row(2, 60, 85)), stageM);
    assertEquals(earliestMin, through.earliestS() / 60, 1e-9);
    assertEquals(latestMin, through.latestS() / 60, 1e-9);
  }

  @Test
  void withoutATableTheWaveComesFirstAndTheWaterLast() {
    // 19 km at 4.762 and at 2.857 m/s
    var through = ReachTravel.of(reach(OptionalDouble.of(0.035)), 1);
    assertEquals(66.5, through.earliestS() / 60, 0.01);
    assertEquals(110.83, through.latestS() / 60, 0.01);
  }

  /** Shallala by its pack: 3.6 km², tc by Kirpich 22.5 min, so that the sum of 30 min is taken. */
  private static final Gully GULLY =
      new Gully(
          "g",
          3.6,
          3_000,
          0.1,
          100,
          new Gully.Peaks(10, 20, 30, 60),
          List.of(new Gully.Reached(new ZoneId("z"), Optional.empty())),
          "test");

  private static GullyRunoff runoff(Gully gully, double... minutesAndMm) {
    TreeMap<Integer, Double> sums = new TreeMap<>();
    for (int i = 0; i < minutesAndMm.length; i += 2) {
      sums.put((int) minutesAndMm[i], minutesAndMm[i + 1]);
    }
    return GullyRunoff.of(gully, sums, OptionalDouble.empty());
  }

  @Test
  void thePeakIsThatOfTheRationalMethod() {
    // all of 15 mm in 30 min runs off: 30 mm/h * 3.6 km² / 3.6
    assertEquals(new GullyRunoff(15, 30, 3), runoff(GULLY, 30, 15));
    assertEquals(new GullyRunoff(15, 30, 3), runoff(GULLY, 15, 12, 30, 15));
    // the longest sum says how much the ground has left, the covering one how hard it rains
    assertEquals(new GullyRunoff(40, 30, 3), runoff(GULLY, 30, 15, 180, 40));
    // no sum covers tc: the longest there is
    assertEquals(new GullyRunoff(10, 40, 3), runoff(GULLY, 15, 10));
    assertEquals(new GullyRunoff(0, 0, 0), runoff(GULLY, 30, 0));
  }

  @Test
  void groundThatTakesInLessensThePeak() {
    var gully = new Gully("g", 3.6, 3_000, 0.1, 80, GULLY.peaks(), GULLY.zones(), "test");
    // (50 - 12.7)² / (50 + 50.8) = 13.80 of 50 mm, 0.276 * 100 mm/h
    var runoff = runoff(gully, 30, 50);
    assertEquals(13.80, runoff.runoffMm(), 0.01);
    assertEquals(27.61, runoff.peakM3ps(), 0.01);
    assertEquals(2, runoff.peakClass());
  }
}
