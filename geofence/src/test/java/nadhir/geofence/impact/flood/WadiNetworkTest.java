package nadhir.geofence.impact.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.id.GaugeId;
import nadhir.core.id.ZoneId;
import nadhir.core.site.TravelTime;
import nadhir.core.site.Wadi;
import nadhir.core.site.WadiReach;
import org.junit.jupiter.api.Test;

/**
 * Two branches with the gauges A and B join at J; the gauge C stands below, and two zones further
 * down. Times are minutes after the beginning.
 */
class WadiNetworkTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  private static final double ACTION_M = 0.8;

  private final Map<GaugeId, GaugeTrack> tracks = new LinkedHashMap<>();
  private final Sightings seen =
      new Sightings() {
        @Override
        public List<GaugeTrack.High> highs(GaugeId gauge) {
          return tracks.getOrDefault(gauge, GaugeTrack.NONE).from(ACTION_M);
        }

        @Override
        public boolean isWater(GaugeId gauge) {
          return true;
        }
      };
  private final WadiNetwork network =
      new WadiNetwork(
          new Wadi(
              "w",
              List.of(
                  reach("A", "J", 0.8, row(1, 60, 80), row(2, 40, 60), "gorge"),
                  reach("B", "J", 0.8, row(1, 30, 40), row(2, 20, 30)),
                  reach("J", "C", 1, row(1, 20, 30), row(2, 10, 20)),
                  reach("C", "", 0.9, row(1, 10, 20), row(2, 10, 20), "village"),
                  reach("C", "", 0.5, row(1, 30, 60), row(2, 30, 60), "town")),
              "test"),
          node -> List.of("A", "B", "C").contains(node));

  private static WadiReach reach(
      String from,
      String to,
      double attenuation,
      TravelTime low,
      TravelTime high,
      String... zones) {
    return new WadiReach(
        from,
        Optional.of(to).filter(name -> !name.isEmpty()),
        List.of(zones).stream().map(ZoneId::new).toList(),
        5_000,
        0.01,
        OptionalDouble.empty(),
        attenuation,
        List.of(low, high));
  }

  private static TravelTime row(double stageM, int earliestMin, int latestMin) {
    return new TravelTime(stageM, Duration.ofMinutes(earliestMin), Duration.ofMinutes(latestMin));
  }

  private void see(String gauge, int afterMin, double stageM) {
    tracks.merge(
        new GaugeId(gauge),
        GaugeTrack.NONE.with(stageM, at(afterMin)),
        (before, _) -> before.with(stageM, at(afterMin)));
  }

  private static Instant at(int afterMin) {
    return START.plus(Duration.ofMinutes(afterMin));
  }

  private String told() {
    var told = new StringBuilder();
    for (ZoneId zone : network.zones()) {
      told.append(zone)
          .append(network.arrival(zone, seen).map(WadiNetworkTest::shown).orElse(" -"))
          .append(
              network.peakM(zone, seen).isPresent()
                  ? String.format(Locale.ROOT, " %.2f m", network.peakM(zone, seen).getAsDouble())
                  : "")
          .append("\n");
    }
    return told.toString();
  }

  private static String shown(Arrival arrival) {
    return " "
        + Duration.between(START, arrival.from()).toMinutes()
        + "-"
        + Duration.between(START, arrival.to()).toMinutes();
  }

  @Test
  void withoutWaterNothingIsTold() {
    see("A", 0, 0.7);
    assertEquals(
        """
        gorge -
        town -
        village -
        """,
        told());
  }

  /** 60 and 20 and 10 at the earliest; the stage has shrunk to 0.8 when it comes to J. */
  @Test
  void theTimesOfAllReachesAddUp() {
    see("A", 0, 1);
    assertEquals(
        """
        gorge 0-80 1.00 m
        town 110-170 0.40 m
        village 90-130 0.72 m
        """,
        told());
  }

  @Test
  void higherWaterIsFasterAndWhatIsLeftOfItToo() {
    see("A", 0, 2);
    // 40 to J; 1.6 m are left: 14 to 24 on to C
    assertEquals(
        """
        gorge 0-60 2.00 m
        town 84-144 0.80 m
        village 64-104 1.44 m
        """,
        told());
  }

  @Test
  void aHigherStageThatFollowsMayOvertake() {
    see("A", 0, 1);
    see("A", 10, 2);
    // 64 + 10 and 104 + 10 come before 90 and 130
    assertTrue(told().contains("village 74-114"), told());
  }

  @Test
  void aLowerGaugeNarrowsTheWindow() {
    see("A", 0, 1);
    see("C", 85, 0.9);
    assertEquals(
        """
        gorge 0-80 1.00 m
        town 115-145 0.45 m
        village 95-105 0.81 m
        """,
        told());
  }

  @Test
  void ofTwoBranchesTheFirstWaterCountsAndStagesAddUp() {
    see("A", 0, 1);
    see("B", 40, 1);
    // by B: 30 + 20 + 10 after 40, so from A at 90 first; by B at the latest 130, too.
    // 0.8 m from each: 0.8 * 2^(3/5) = 1.213 m at C
    assertEquals(
        """
        gorge 0-80 1.00 m
        town 110-170 0.61 m
        village 90-130 1.09 m
        """,
        told());
  }

  @Test
  void aGaugeIsAboveWhatItsWaterComesTo() {
    assertTrue(network.above(new GaugeId("A"), new ZoneId("town")));
    assertTrue(network.above(new GaugeId("C"), new ZoneId("town")));
    assertFalse(network.above(new GaugeId("B"), new ZoneId("gorge")));
    assertFalse(network.above(new GaugeId("C"), new ZoneId("gorge")));
    assertFalse(network.above(new GaugeId("J"), new ZoneId("town")));
  }

  @Test
  void theNearestGaugeAboveSpeaksForAZone() {
    assertEquals(Optional.of(new GaugeId("C")), network.reference(new ZoneId("town")));
    assertEquals(Optional.of(new GaugeId("A")), network.reference(new ZoneId("gorge")));
    assertEquals(Optional.empty(), network.reference(new ZoneId("elsewhere")));
  }
}
