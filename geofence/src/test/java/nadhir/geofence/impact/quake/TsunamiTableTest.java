package nadhir.geofence.impact.quake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.site.TsunamiSource;
import org.junit.jupiter.api.Test;

class TsunamiTableTest {
  private static final LatLon GULF = new LatLon(28.826, 34.799);

  private final TsunamiTable table =
      new TsunamiTable(
          List.of(
              source("near", 20_000, 6, arrival("beach", 8, 10)),
              source("wide", 60_000, 7, arrival("beach", 12, 16), arrival("port", 11, 15))));

  private static TsunamiSource source(
      String id, double radiusM, double minMagnitude, TsunamiSource.Arrival... arrivals) {
    return new TsunamiSource(
        id, Area.circle(GULF, radiusM), minMagnitude, 40_000, List.of(arrivals), "test");
  }

  private static TsunamiSource.Arrival arrival(String zone, int fromMin, int toMin) {
    return new TsunamiSource.Arrival(
        new ZoneId(zone), Duration.ofMinutes(fromMin), Duration.ofMinutes(toMin));
  }

  private String minutes(double kmNorth, double magnitude, double depthKm, String zone) {
    LatLon epicentre = new LatLon(GULF.latDeg() + kmNorth / 110.9, GULF.lonDeg());
    var wave = table.arrivals(epicentre, magnitude, depthKm * 1_000).get(new ZoneId(zone));
    return wave == null ? "none" : wave.from().toMinutes() + "-" + wave.to().toMinutes();
  }

  @Test
  void aWaveNeedsAPlaceAMagnitudeAndADepth() {
    assertEquals(
        """
        in both areas      8-16
        in the wide one    12-16
        port               11-15
        too weak for wide  8-10
        too weak           none
        too deep           none
        elsewhere          none
        inland             none
        """,
        "in both areas      %s\n".formatted(minutes(10, 7.2, 18, "beach"))
            + "in the wide one    %s\n".formatted(minutes(40, 7.2, 18, "beach"))
            + "port               %s\n".formatted(minutes(10, 7.2, 18, "port"))
            + "too weak for wide  %s\n".formatted(minutes(10, 6.5, 18, "beach"))
            + "too weak           %s\n".formatted(minutes(10, 5.9, 18, "beach"))
            + "too deep           %s\n".formatted(minutes(10, 7.2, 41, "beach"))
            + "elsewhere          %s\n".formatted(minutes(70, 7.2, 18, "beach"))
            + "inland             %s\n".formatted(minutes(10, 7.2, 18, "hill")));
  }
}
