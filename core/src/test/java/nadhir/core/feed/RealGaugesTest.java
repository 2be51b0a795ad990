package nadhir.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;

/** Real documents of gauges, value by value where a value is known from elsewhere. */
class RealGaugesTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final double FOOT_M = 0.3048;

  @Test
  void theFlashFloodOfEllicottCityCrestsWhereItDid() throws IOException {
    var reports =
        reports(
            "gauge-csv+patapsco",
            "flood/usgs_01589025_patapsco_catonsville_2018-05-27_flashflood.csv");
    var crest = reports.stream().max(Comparator.comparingDouble(RealGaugesTest::stageM));
    assertEquals(27.16 * FOOT_M, stageM(crest.orElseThrow()), 1e-9);
    assertEquals(Instant.parse("2018-05-27T05:00:00Z"), reports.getFirst().occurredAt());
    var first = (Observation.Water) reports.getFirst().observation();
    assertEquals(295 * FOOT_M * FOOT_M * FOOT_M, first.flowM3ps().getAsDouble(), 1e-9);
  }

  @Test
  void localTimesOfTexasInWinterAreSixHoursBehind() throws IOException {
    var reports = reports("gauge-csv+lcra", "flood/lcra_4598_stage_flow_2015-11.csv");
    assertEquals(Instant.parse("2015-12-03T19:10:00Z"), reports.getFirst().occurredAt());
    assertEquals(6.00 * FOOT_M, stageM(reports.getFirst()), 1e-9);
    assertEquals("feed:4598/water/2015-12-03T19:10:00Z", reports.getFirst().id().value());
  }

  @Test
  void aStationTellsItsStageAndWhereItStands() throws IOException {
    var report = reports("ea-flood-json", "flood/uk_ea_station_1491TH.json").getFirst();
    assertEquals("1491TH", ((Observation.Water) report.observation()).gauge().value());
    assertEquals("Kings Mill", report.title());
    assertEquals(51.756247, report.place().orElseThrow().latDeg());
    assertEquals(-1.238765, report.place().orElseThrow().lonDeg());
  }

  @Test
  void nullsBetweenValuesCostNothingAndAreNoFaultOfTheGauge() throws IOException {
    var all = decoded("ea-flood-json", "flood/uk_ea_null_telemetry.json");
    assertEquals(
        List.of("3.805", "0.0", "0.0", "NO_VALUE", "NO_VALUE", "0.805"),
        all.stream().map(RealGaugesTest::valueOrReason).toList());
    assertTrue(
        all.stream().noneMatch(d -> d instanceof Decoded.Rejected(_, _, var s) && s.isPresent()));
  }

  @Test
  void everyIceMarkIsAFaultOfTheGauge() throws IOException {
    long faults =
        decoded("nwis-json", "flood/usgs_nwis_iv_mult_flags.json").stream()
            .filter(d -> d instanceof Decoded.Rejected(_, _, var s) && s.isPresent())
            .count();
    assertEquals(39, faults);
  }

  @Test
  void rainThatNamesItsIntervalHasIt() throws IOException {
    var reports = reports("ea-flood-json+ea-rain-gauge", "flood/uk_ea_rainfall_telemetry.json");
    double sum = 0;
    for (HazardReport report : reports) {
      var rain = (Observation.Rain) report.observation();
      assertEquals(Duration.ofMinutes(15), rain.over());
      assertEquals("E10560", rain.gauge().value());
      sum += rain.rainMm();
    }
    assertEquals(9.72, sum, 1e-9);
  }

  private static double stageM(HazardReport report) {
    return ((Observation.Water) report.observation()).stageM().orElseThrow();
  }

  private static String valueOrReason(Decoded decoded) {
    return switch (decoded) {
      case Decoded.Ok(var report) -> String.valueOf(stageM(report));
      case Decoded.Rejected(var reason, _, _) -> reason.name();
      case Decoded.Heard _, Decoded.Linked _ -> "?";
    };
  }

  private static List<HazardReport> reports(String feed, String sample) throws IOException {
    return decoded(feed, sample).stream()
        .filter(d -> d instanceof Decoded.Ok)
        .map(d -> ((Decoded.Ok) d).report())
        .toList();
  }

  private static List<Decoded> decoded(String feed, String sample) throws IOException {
    return SampleFeeds.feed(feed).decoder().decode(Files.readAllBytes(Samples.sample(sample)), AT);
  }
}
