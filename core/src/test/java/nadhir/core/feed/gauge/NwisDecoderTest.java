package nadhir.core.feed.gauge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.geo.LatLon;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;

class NwisDecoderTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void feetAndCubicFeetBecomeSi() throws IOException {
    var all = decode(sample("flood/usgs_nwis_iv_two_sites_two_params_iv.json"));
    var flow = (Observation.Water) all.get(0).observation();
    var stage = (Observation.Water) all.get(93).observation();
    assertEquals("01541000", stage.gauge().value());
    assertEquals(6.55 * 0.3048, stage.stageM().getAsDouble(), 1e-12);
    assertTrue(stage.flowM3ps().isEmpty());
    assertEquals(974 * 0.3048 * 0.3048 * 0.3048, flow.flowM3ps().getAsDouble(), 1e-9);
    assertTrue(flow.stageM().isEmpty());
    assertEquals(Optional.of(new LatLon(40.89700655, -78.6769726)), all.get(0).place());
    assertEquals("gauges:01541000/00060/2019-02-17T19:00:00Z", all.get(0).id().value());
  }

  @Test
  void theClockChangeInSpringIsAStepInLocalTimeOnly() throws IOException {
    var times =
        decode(sample("flood/usgs_nwis_iv_startDST.json")).stream()
            .map(HazardReport::occurredAt)
            .toList();
    for (int i = 1; i < times.size(); i++) {
      assertEquals(Duration.ofMinutes(15), Duration.between(times.get(i - 1), times.get(i)));
    }
  }

  @Test
  void estimatedValuesAreLikely() throws IOException {
    var certainties =
        decode(sample("flood/usgs_nwis_iv_mult_flags.json")).stream()
            .filter(r -> r.certainty() == Certainty.LIKELY)
            .count();
    assertEquals(7, certainties);
  }

  @Test
  void aMissingUnitIsTheServicesOwnAndMetresAreTakenAsTheyAre() {
    assertEquals(0.3048, stage(series("00065", "", values("1@12:00"))), 1e-12);
    assertEquals(1.0, stage(series("00065", "m", values("1@12:00"))), 1e-12);
  }

  @Test
  void rainCoversTheTimeSinceTheValueBeforeIt() {
    var rain =
        decode(series("00045", "in", values("0.2@12:10", "0.1@12:00", "0.3@12:05", "0.4@15:00")))
            .stream()
            .map(r -> (Observation.Rain) r.observation())
            .toList();
    assertEquals(
        List.of("PT5M", "PT5M", "PT5M", "PT15M"),
        rain.stream().map(r -> r.over().toString()).toList());
    assertEquals(5.08, rain.getFirst().rainMm(), 1e-12);
    var alone = decode(series("00045", "mm", values("18@12:00"))).getFirst();
    assertEquals(Duration.ofMinutes(15), ((Observation.Rain) alone.observation()).over());
  }

  @Test
  void twoSensorsOfOneGaugeHaveIdsOfTheirOwn() {
    String two =
        series("00065", "m", values("1@12:00"))
            .replace(
                "\"values\":[",
                "\"values\":[{\"method\":[{\"methodID\":7}],"
                    + values("2@12:00").substring(1)
                    + ",");
    assertEquals(
        List.of(
            "gauges:Y1/00065/7/2026-11-20T12:00:00Z", "gauges:Y1/00065/at-1/2026-11-20T12:00:00Z"),
        decode(two).stream().map(r -> r.id().value()).toList());
  }

  private static double stage(String json) {
    var water = (Observation.Water) decode(json).getFirst().observation();
    return water.stageM().getAsDouble();
  }

  private static String sample(String name) throws IOException {
    return Files.readString(Samples.sample(name));
  }

  private static List<HazardReport> decode(String json) {
    return FeedConfig.plain("gauges", "nwis-json")
        .decoder()
        .decode(json.getBytes(StandardCharsets.UTF_8), AT)
        .stream()
        .filter(d -> d instanceof Decoded.Ok)
        .map(d -> ((Decoded.Ok) d).report())
        .toList();
  }

  /** {@code 18@12:00} is 18 at noon. */
  private static String values(String... values) {
    var text = new StringBuilder();
    for (String v : values) {
      String[] parts = v.split("@");
      text.append(text.isEmpty() ? "" : ",")
          .append(
              "{\"value\":\"" + parts[0] + "\",\"dateTime\":\"2026-11-20T" + parts[1] + ":00Z\"}");
    }
    return "{\"value\":[" + text + "]}";
  }

  private static String series(String code, String unit, String values) {
    return "{\"value\":{\"timeSeries\":[{\"sourceInfo\":{\"siteCode\":[{\"value\":\"Y1\"}]},"
        + "\"variable\":{\"variableCode\":[{\"value\":\""
        + code
        + "\"}],\"unit\":{\"unitCode\":\""
        + unit
        + "\"}},\"values\":["
        + values
        + "]}]}}";
  }
}
