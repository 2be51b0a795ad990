package nadhir.geofence.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.geo.Box;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Zone;
import nadhir.geofence.rule.row.RowTest.Within;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell and a straight line say of a distance is true of the geodesic. */
class GroundTest {
  private static final int PLACES = 5_000;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void cellsAndLinesSayWhatTheGeodesicSays(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Zone> zones = RandomZones.of(40, random);
    double[] km = zones.stream().mapToDouble(_ -> random.nextInt(1, 60)).toArray();
    ClauseTable table = circles(zones, km);
    int decided = 0;
    int asked = 0;
    for (int i = 0; i < PLACES; i++) {
      LatLon place = RandomZones.place(random);
      int at = table.ground.nearAt(place);
      long near = table.ground.near()[at];
      long inside = table.ground.near()[at + 1];
      Circles.Told told = table.circles.around(table.ground.point(place), 0, table.all[0]);
      for (int zone = 0; zone < km.length; zone++) {
        String words = "seed " + seed + ", " + place + " and zone " + zone;
        boolean within = EngineOracle.toCentreKm(place, zones.get(zone)) <= km[zone];
        assertTrue(within ? has(near, zone) : !has(inside, zone), words);
        assertTrue(has(told.open(), zone) || has(told.sure(), zone) == within, words);
        asked += has(near, zone) ? 1 : 0;
        decided += has(inside, zone) ? 1 : 0;
      }
    }
    assertTrue(decided > asked / 2, "decided " + decided + " of " + asked);
  }

  private static boolean has(long set, int index) {
    return (set & 1L << index) != 0;
  }

  private static ClauseTable circles(List<Zone> zones, double[] km) {
    List<ClauseTable.Entry> entries = new ArrayList<>();
    for (int zone = 0; zone < km.length; zone++) {
      var bound = new Within(FactColumns.DISTANCE, Double.NEGATIVE_INFINITY, km[zone]);
      long[] its = new long[Bits.words(zones.size())];
      Bits.set(its, zone);
      entries.add(new ClauseTable.Entry(zone, new Clause(List.of(bound), List.of()), its));
    }
    return new ClauseTable(entries, zones.stream().map(Reach::of).toList(), new Centres(zones));
  }

  @ParameterizedTest(name = "{0} degrees north")
  @ValueSource(doubles = {-84, -30, 0, 29.5, 45, 70})
  void placesOfAGridAreWhereTheyAre(double southDeg) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (double sizeDeg : new double[] {0.5, 3, 12, 40}) {
      var grid = new Grid(new Box(southDeg, 170 - sizeDeg, southDeg + sizeDeg / 4, 170), 64);
      var positions = new Positions(grid);
      for (int i = 0; i < 1_000; i++) {
        LatLon place = within(southDeg, 170 - sizeDeg, sizeDeg, random);
        double offKm = distanceKm(positions.of(place), Centres.Point.of(place));
        assertTrue(offKm <= Centres.PLACE_KM, place + " is off by " + offKm + " km");
        LatLon middle = grid.middle(grid.at(place));
        double lineKm = distanceKm(Centres.Point.of(middle), Centres.Point.of(place));
        assertTrue(lineKm <= grid.radiusKm(grid.at(place)), place + " is " + lineKm + " km away");
      }
    }
  }

  private static LatLon within(
      double southDeg, double westDeg, double sizeDeg, RandomGenerator random) {
    return new LatLon(
        southDeg + random.nextDouble() * sizeDeg / 4, westDeg + random.nextDouble() * sizeDeg);
  }

  private static double distanceKm(Centres.Point a, Centres.Point b) {
    double out = StrictMath.hypot(a.x() - b.x(), a.y() - b.y());
    return StrictMath.hypot(out, a.z() - b.z());
  }

  @Test
  void aPlaceOutsideOfTheGridIsInItsLastCell() {
    var grid = new Grid(new Box(29, 34, 30, 36), 8);
    assertEquals(grid.cells(), grid.at(new LatLon(28.9, 35)));
    assertEquals(0, grid.at(new LatLon(29, 34)));
    assertEquals(grid.cells() - 1, grid.at(new LatLon(30, 36)));
  }
}
