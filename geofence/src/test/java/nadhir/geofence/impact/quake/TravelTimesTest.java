package nadhir.geofence.impact.quake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nadhir.core.geo.LatLon;
import nadhir.core.site.WaveModel;
import nadhir.geofence.zone.Geodesy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TravelTimesTest {
  private static final LatLon EPICENTRE = new LatLon(28.826, 34.799);
  private static final double KM_PER_DEG = 111.195;

  private final TravelTimes constant = TravelTimes.of(WaveModel.CONSTANT);
  private final TravelTimes layered = TravelTimes.of(WaveModel.IASP91);

  /** The earthquake of 22 November 1995, 18 km deep, as the facts of Aqaba tabulate it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Durra,              29.358,  34.964,  10.6, 18.3",
    "Tala Bay,           29.4098, 34.9757, 11.6, 19.9",
    "Container terminal, 29.475,  34.977,  12.7, 21.8",
    "Old town,           29.5265, 35.005,  13.7, 23.5",
    "Shamiya,            29.560,  35.025,  14.4, 24.7",
    "Airport,            29.6116, 35.0181, 15.3, 26.2",
    "Quweira,            29.797,  35.312,  20.0, 34.4"
  })
  void constantSpeedsGiveTheTableOf1995(
      String place, double lat, double lon, double pS, double sS) {
    double km = Geodesy.distanceM(EPICENTRE, new LatLon(lat, lon)) / 1_000;
    assertEquals(pS, constant.pS(km, 18), 0.1);
    assertEquals(sS, constant.sS(km, 18), 0.15);
  }

  /**
   * Depth in km, distance in degrees, first P and S of the TauP toolkit (Crotwell, Owens and
   * Ritsema 1999), version 2.7.0, in its own IASP91 on the round earth.
   */
  @ParameterizedTest(name = "{0} km, {1} degrees")
  @CsvSource({
    "0,  0.25,  4.79,  8.27",
    "0,  0.5,   9.59, 16.55",
    "0,  1,    19.17, 33.09",
    "0,  1.5,  28.15, 49.37",
    "0,  2,    35.03, 61.73",
    "0,  2.7,  44.65, 79.05",
    "10, 0.25,  5.09,  8.79",
    "10, 0.5,   9.73, 16.80",
    "10, 1,    19.23, 33.20",
    "10, 1.5,  26.95, 47.39",
    "10, 2,    33.83, 59.76",
    "10, 2.7,  43.45, 77.07",
    "18, 0.25,  5.70,  9.85",
    "18, 0.5,  10.06, 17.37",
    "18, 1,    18.78, 32.48",
    "18, 1.5,  25.99, 45.81",
    "18, 2,    32.87, 58.18",
    "18, 2.7,  42.49, 75.50",
    "25, 0.25,  6.29, 10.87",
    "25, 0.5,  10.19, 17.62",
    "25, 1,    18.42, 32.26",
    "25, 1.5,  25.30, 44.69",
    "25, 2,    32.17, 57.06",
    "25, 2.7,  41.80, 74.37",
    "40, 0.25,  7.74, 13.44",
    "40, 0.5,  10.73, 18.70",
    "40, 1,    17.53, 30.90"
  })
  void layersGiveTheTimesOfIasp91(double depthKm, double degrees, double pS, double sS) {
    double km = degrees * KM_PER_DEG;
    assertEquals(pS, layered.pS(km, depthKm), 0.2);
    assertEquals(sS, layered.sS(km, depthKm), 0.35);
  }

  @Test
  void noWaveIsEverBackInTime() {
    for (double depthKm : new double[] {-1, 0, 5, 20, 30, 35, 60}) {
      double before = 0;
      for (double km = 0; km <= 400; km += 5) {
        double first = layered.pS(km, depthKm);
        assertTrue(first >= before, km + " km from " + depthKm + " km deep");
        assertTrue(layered.sS(km, depthKm) >= first);
        before = first;
      }
    }
  }
}
