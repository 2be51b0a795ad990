package nadhir.geofence.zone.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.sim.StarZones;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The grid answers as JTS does, on random and on hard places. {@code -Dnadhir.places=10000000} asks
 * for as many in each of a thousand, ten thousand and a hundred thousand areas (give it {@code
 * -Xmx4g}); else fewer are asked.
 */
class GridOracleTest {
  private static final long SEED = 20_261_126;
  private static final int BATCH = 500_000;

  static Stream<Arguments> sizes() {
    int places = Integer.getInteger("nadhir.places", 0);
    return places > 0
        ? Stream.of(1_000, 10_000, 100_000).map(areas -> Arguments.of(areas, places))
        : Stream.of(
            Arguments.of(20, 50_000), Arguments.of(1_000, 200_000), Arguments.of(10_000, 70_000));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void eachPlaceIsInTheAreasThatJtsSays(int count, int places) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + count);
    var stars = new StarZones(random);
    var first = Grid.over(Stream.generate(stars::star).limit(count).map(Shape::new).toList());
    List<Area> areas = new OddZones(random, stars, first.lattice()).areas(count);
    Grid grid = Grid.over(areas.stream().map(Shape::new).toList());
    var oracle = new Oracle(areas);
    var hard = new HardPlaces(random, stars, areas, grid.lattice());
    long held = 0;
    for (int asked = 0; asked < places; asked += BATCH) {
      List<LatLon> batch =
          Stream.generate(hard::next).limit(Math.min(BATCH, places - asked)).toList();
      held += compare(grid, oracle, areas, batch);
    }
    assertTrue(held > places / 20, () -> "hardly any place was in any area");
    if (Integer.getInteger("nadhir.places", 0) > 0) {
      System.out.printf(
          Locale.ROOT, "%,d areas, %,d places: as JTS says, held %,d times%n", count, places, held);
    }
  }

  private static long compare(Grid grid, Oracle oracle, List<Area> areas, List<LatLon> places) {
    long[] wanted = oracle.answers(places);
    long[] single = new long[places.size()];
    long[] together = new long[places.size()];
    double[] latDeg = places.stream().mapToDouble(LatLon::latDeg).toArray();
    double[] lonDeg = places.stream().mapToDouble(LatLon::lonDeg).toArray();
    int[] into = new int[grid.most()];
    long held = 0;
    for (int i = 0; i < single.length; i++) {
      int found = grid.find(latDeg[i], lonDeg[i], into);
      single[i] = Oracle.sum(into, found);
      held += found;
    }
    grid.find(latDeg, lonDeg, (place, numbers, n) -> together[place] = Oracle.sum(numbers, n));
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i] != single[i] || wanted[i] != together[i]) {
        int found = grid.find(latDeg[i], lonDeg[i], into);
        Arrays.sort(into, 0, found);
        assertEquals(
            oracle.at(places.get(i)),
            Arrays.stream(into, 0, found).boxed().toList(),
            () -> "seed " + SEED + " " + areas.size() + " areas");
      }
    }
    assertEquals(0, Arrays.mismatch(wanted, together) + 1, "places asked together");
    return held;
  }
}
