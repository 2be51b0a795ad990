package nadhir.geofence.impact.quake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.OptionalDouble;
import nadhir.core.geo.LatLon;
import nadhir.core.site.IntensityModel;
import nadhir.geofence.zone.Geodesy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntensityTest {
  private static final LatLon EPICENTRE = new LatLon(28.826, 34.799);
  private static final Intensity ALLEN = Intensity.of(IntensityModel.ALLEN_2012);

  /** The earthquake of 22 November 1995, M 7.2, 18 km deep, as the facts of Aqaba tabulate it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Durra,              29.358,  34.964,   61, 6.5",
    "Tala Bay,           29.4098, 34.9757,  67, 6.4",
    "Container terminal, 29.475,  34.977,   74, 6.3",
    "Old town,           29.5265, 35.005,   80, 6.2",
    "Shamiya,            29.560,  35.025,   85, 6.1",
    "Airport,            29.6116, 35.0181,  90, 6.05",
    "Quweira,            29.797,  35.312,  119, 5.7"
  })
  void theTableOf1995(String place, double lat, double lon, double km, double mmi) {
    double distanceKm = Geodesy.distanceM(EPICENTRE, new LatLon(lat, lon)) / 1_000;
    double hypocentralKm = Intensity.hypocentralKm(distanceKm, 18);
    assertEquals(km, distanceKm, 0.8); // the table is rounded
    assertEquals(mmi, ALLEN.mmi(7.2, hypocentralKm, 0).orElseThrow(), 0.05);
  }

  /**
   * Magnitude, distance, mean and deviation, worked out by hand from the papers' coefficients.
   *
   * <p>Allen 2012, M 6, 20 km: Rm = -0.209 + 2.042 e = 5.342, R = 20.701, 2.085 + 8.568 - 1.402 ln
   * 20.701 = 6.4047; s = 0.82 + 0.37 / (1 + (20 / 22.9)^2) = 1.030. M 7, 100 km: Rm = 14.879, R =
   * 101.101, 2.085 + 9.996 - 6.472 + 0.078 ln 2 = 5.663.
   *
   * <p>Atkinson and Wald 2007, M 6, 10 km: R = 17.205, 12.27 - 1.30 * 1.23565 - 0.01216 - 3.462 *
   * 1.23565 = 6.374. M 7, 100 km: R = 100.975, 12.27 + 2.270 + 0.1304 - 1.30 * 2.00421 - 0.07139 +
   * 1.95 * 0.52709 - 4.039 * 2.00421 = 4.926.
   */
  @Test
  void bothRelationsGiveWhatTheirPapersSay() {
    assertEquals(
        """
        ALLEN_2012         M 6.0  20 km 6.40 +- 1.03
        ALLEN_2012         M 7.0 100 km 5.66 +- 0.84
        ATKINSON_WALD_2007 M 6.0  10 km 6.37 +- 0.40
        ATKINSON_WALD_2007 M 7.0 100 km 4.93 +- 0.40
        """,
        line(IntensityModel.ALLEN_2012, 6, 20)
            + line(IntensityModel.ALLEN_2012, 7, 100)
            + line(IntensityModel.ATKINSON_WALD_2007, 6, 10)
            + line(IntensityModel.ATKINSON_WALD_2007, 7, 100));
  }

  private static String line(IntensityModel model, double magnitude, double km) {
    Intensity relation = Intensity.of(model);
    return String.format(
        Locale.ROOT,
        "%-18s M %.1f %3.0f km %.2f +- %.2f%n",
        model,
        magnitude,
        km,
        relation.mean(magnitude, km),
        relation.sigma(km));
  }

  @Test
  void softGroundAddsItsTerm() {
    assertEquals(
        ALLEN.mmi(7.2, 82, 0).orElseThrow() + 1.5, ALLEN.mmi(7.2, 82, 1.5).orElseThrow(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"ALLEN_2012", "ATKINSON_WALD_2007"})
  void theScaleEndsAtOneAndTen(IntensityModel model) {
    assertEquals(OptionalDouble.of(1), Intensity.of(model).mmi(2, 300, 0));
    assertEquals(OptionalDouble.of(10), Intensity.of(model).mmi(9.5, 5, 3));
  }

  @ParameterizedTest(name = "{0} at {1} km: {2}")
  @CsvSource({
    "ALLEN_2012, 299.9, true",
    "ALLEN_2012, 300, true",
    "ALLEN_2012, 300.1, false",
    "ALLEN_2012, 870, false",
    "ATKINSON_WALD_2007, 300, true",
    "ATKINSON_WALD_2007, 300.1, false"
  })
  void aRelationEndsWithItsDistance(IntensityModel model, double km, boolean says) {
    assertEquals(says, Intensity.of(model).mmi(7.8, km, 0).isPresent());
    assertEquals(says, Intensity.of(model).mmi(7.8, km, 1.5).isPresent());
  }

  @Test
  void accelerationGoesWithIntensity() {
    // by hand: (4 - 1.78) / 1.55 = 1.432, (6 + 1.6) / 3.7 = 2.054, (8 + 1.6) / 3.7 = 2.595
    assertEquals(0.271, Acceleration.pgaMps2(4), 0.001);
    assertEquals(1.132, Acceleration.pgaMps2(6), 0.001);
    assertEquals(3.931, Acceleration.pgaMps2(8), 0.005);
  }

  @Test
  void aDepthAboveGroundCountsAsNone() {
    assertEquals(30, Intensity.hypocentralKm(30, -2));
  }
}
