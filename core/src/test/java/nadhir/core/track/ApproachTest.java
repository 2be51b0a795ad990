package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases that a plotting sheet gives without reckoning. */
class ApproachTest {
  private final Approach approach = new Approach();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # east, north, relative east, relative north -> TCPA s, CPA m
          0,     1000,   0, -10, 100.0,    0.0
          0,     1000,   0,  10, -100.0,   0.0
          300,   400,    0, -10, 40.0,   300.0
          300,   400,   -3,  -4, 100.0,    0.0
          1000, -1000, -10,   0, 100.0, 1000.0
          1000,  1000,  -5,   0, 200.0, 1000.0
          1000,  1000,   5,  -5,   0.0, 1414.2
          500,      0,   0,   0,   0.0,  500.0
          """)
  void knownCases(
      double eastM, double northM, double eastMps, double northMps, double tcpaS, double cpaM) {
    approach.of(eastM, northM, eastMps, northMps);
    assertEquals(
        String.format(Locale.ROOT, "%.1f s %.1f m", tcpaS + 0.0, cpaM),
        String.format(Locale.ROOT, "%.1f s %.1f m", approach.tcpaS + 0.0, approach.cpaM));
  }

  /** Head-on at 15 kn each, 3 miles apart: 1852 m a mile, so 360 s. */
  @Test
  void threeMilesAtFifteenKnotsEachAreSixMinutes() {
    double mps = 15 * 1852 / 3600.0;
    approach.of(0, 3 * 1852, 0, -2 * mps);
    assertEquals(360, approach.tcpaS, 1e-9);
    assertEquals(2 * mps, approach.closingMps, 1e-9);
  }
}
