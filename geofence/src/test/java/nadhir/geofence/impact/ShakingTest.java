package nadhir.geofence.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nadhir.core.geo.LatLon;
import nadhir.geofence.zone.Geodesy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The earthquake of 22 November 1995, M 7.2, 18 km deep, as the facts of Aqaba tabulate it. */
class ShakingTest {
  private static final LatLon EPICENTRE = new LatLon(28.826, 34.799);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Durra,              29.358,  34.964,   61, 10.6, 18.3, 6.5",
    "Tala Bay,           29.4098, 34.9757,  67, 11.6, 19.9, 6.4",
    "Container terminal, 29.475,  34.977,   74, 12.7, 21.8, 6.3",
    "Old town,           29.5265, 35.005,   80, 13.7, 23.5, 6.2",
    "Shamiya,            29.560,  35.025,   85, 14.4, 24.7, 6.1",
    "Airport,            29.6116, 35.0181,  90, 15.3, 26.2, 6.05",
    "Quweira,            29.797,  35.312,  119, 20.0, 34.4, 5.7"
  })
  void theTableOf1995(
      String place, double lat, double lon, double km, double pS, double sS, double mmi) {
    double distanceKm = Geodesy.distanceM(EPICENTRE, new LatLon(lat, lon)) / 1_000;
    double hypocentralKm = Shaking.hypocentralKm(distanceKm, 18);
    assertEquals(km, distanceKm, 0.8); // the table is rounded
    assertEquals(pS, Shaking.pArrivalS(hypocentralKm), 0.1);
    assertEquals(sS, Shaking.sArrivalS(hypocentralKm), 0.15);
    assertEquals(mmi, Shaking.mmi(7.2, hypocentralKm, 0), 0.05);
  }

  @Test
  void softGroundAddsItsTerm() {
    assertEquals(Shaking.mmi(7.2, 82, 0) + 1.5, Shaking.mmi(7.2, 82, 1.5), 1e-12);
  }

  @Test
  void theScaleEndsAtOneAndTen() {
    assertEquals(1, Shaking.mmi(2, 400, 0));
    assertEquals(10, Shaking.mmi(9.5, 5, 3));
  }

  @Test
  void accelerationGoesWithIntensity() {
    // by hand: (4 - 1.78) / 1.55 = 1.432, (6 + 1.6) / 3.7 = 2.054, (8 + 1.6) / 3.7 = 2.595
    assertEquals(0.271, Shaking.pgaMps2(4), 0.001);
    assertEquals(1.132, Shaking.pgaMps2(6), 0.001);
    assertEquals(3.931, Shaking.pgaMps2(8), 0.005);
  }

  @Test
  void aDepthAboveGroundCountsAsNone() {
    assertEquals(30, Shaking.hypocentralKm(30, -2));
  }
}
