package nadhir.geofence.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.report.Certainty;
import nadhir.core.report.Observation;
import nadhir.core.risk.ZoneImpact;
import nadhir.geofence.AqabaPack;
import nadhir.geofence.impact.flood.Gauging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where no formula reaches, the intensity is unknown; what is known otherwise stays. */
class FarQuakeTest {
  private static final Instant ORIGIN = Instant.parse("2023-02-06T01:17:34Z");

  /** Of 6 February 2023, by USGS. */
  private static final LatLon KAHRAMANMARAS = new LatLon(37.226, 37.014);

  private static final List<String> TOLD =
      List.of("mmi", "mmi_low", "mmi_high", "mmi_source", "pga_mps2", "felt_mmi");

  private static final AqabaPack AQABA = AqabaPack.real();

  private final Impacts impacts =
      new Impacts(
          AQABA.site().timeZone(), AQABA.head().gauges(), AQABA.zones(), AQABA.head().models());

  private static Hazard quake(
      LatLon place, OptionalDouble felt, Optional<Observation.ShakeMap> map) {
    return new Hazard(
        new HazardId("q"),
        new HazardTypeId("earthquake"),
        1,
        Hazard.Status.ACTIVE,
        ORIGIN,
        ORIGIN,
        ORIGIN,
        Optional.of(place),
        Certainty.OBSERVED,
        new HazardDetail.Quake(
            7.8, "Mw", 10_000, new FeedId("usgs"), "only-one", List.of(), felt, map),
        List.of(),
        Optional.empty());
  }

  private ZoneImpact oldTown(Hazard quake) {
    var around = new Around(new Gauging(new TreeMap<>(), new TreeMap<>()), List.of());
    return impacts.of(quake, around, ORIGIN).stream()
        .filter(impact -> impact.zone().value().equals("old-town"))
        .findFirst()
        .orElseThrow();
  }

  private static String told(ZoneImpact impact) {
    return TOLD.stream()
        .filter(impact.facts()::containsKey)
        .map(name -> name + "=" + impact.facts().get(name))
        .collect(Collectors.joining(" "));
  }

  @Test
  void aGreatQuakeFarAwayHasArrivalsAndNoIntensity() {
    var impact = oldTown(quake(KAHRAMANMARAS, OptionalDouble.empty(), Optional.empty()));
    assertEquals("", told(impact));
    assertEquals(7.8, impact.facts().get("magnitude"));
    assertEquals(873, impact.facts().get("distance_km"), 2);
    assertTrue(impact.facts().containsKey("p_arrival_s"));
    assertTrue(impact.facts().containsKey("s_arrival_s"));
    assertTrue(impact.arrivesFrom().isPresent());
  }

  @Test
  void whatPeopleFeltIsToldAllTheSame() {
    assertEquals(
        "felt_mmi=3.0",
        told(oldTown(quake(KAHRAMANMARAS, OptionalDouble.of(3), Optional.empty()))));
  }

  @Test
  void aMapThatReachesTheCityIsTold() {
    var lines =
        List.of(
            new LatLon(29, 34),
            new LatLon(29, 40),
            new LatLon(38, 40),
            new LatLon(38, 34),
            new LatLon(29, 34));
    var map = new Observation.ShakeMap(1, List.of(new Observation.Contour(4, List.of(lines))));
    assertEquals(
        "mmi=4.0 mmi_low=4.0 mmi_high=10.0 mmi_source=1.0 pga_mps2=0.271",
        told(oldTown(quake(KAHRAMANMARAS, OptionalDouble.empty(), Optional.of(map)))));
  }

  /** Old Town lies in a notch of the only contour, within the map's box. */
  @Test
  void outsideTheLowestContourTheMapTellsTheMostThatItIs() {
    var lines =
        List.of(
            new LatLon(29, 34.5),
            new LatLon(29.2, 38),
            new LatLon(38, 40),
            new LatLon(38, 34.5),
            new LatLon(31, 36.5),
            new LatLon(29, 34.5));
    var map = new Observation.ShakeMap(1, List.of(new Observation.Contour(4, List.of(lines))));
    assertEquals(
        "mmi_high=4.0 mmi_source=1.0",
        told(oldTown(quake(KAHRAMANMARAS, OptionalDouble.empty(), Optional.of(map)))));
  }

  @ParameterizedTest(name = "from {0} N: {1}")
  @CsvSource({"32.1, true", "32.3, false", "37.226, false"})
  void aGaugeFarAwayWasNotShaken(double latDeg, boolean known) {
    var quake = quake(new LatLon(latDeg, 35.0), OptionalDouble.empty(), Optional.empty());
    assertEquals(known, impacts.mmiAt(quake, new LatLon(29.5265, 35.005)).isPresent());
  }
}
