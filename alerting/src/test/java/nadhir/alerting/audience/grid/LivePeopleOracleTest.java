package nadhir.alerting.audience.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import nadhir.alerting.register.AreaLocator;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivePeopleOracleTest {
  private static final int AREAS = 60;

  private static LivePeople packed(List<LatLon> places) {
    return new LivePeople(
        places.stream().mapToDouble(LatLon::latDeg).toArray(),
        places.stream().mapToDouble(LatLon::lonDeg).toArray(),
        Runnable::run);
  }

  /** Nobody is packed, everybody has moved in. */
  private static LivePeople movedIn(List<LatLon> places) {
    var people = new LivePeople(new double[0], new double[0], Runnable::run);
    for (int i = 0; i < places.size(); i++) {
      people.put(i, places.get(i));
    }
    return people;
  }

  private static int[] sorted(Inside inside) {
    int[] persons = inside.persons();
    Arrays.sort(persons);
    return persons;
  }

  private static int[] expected(List<LatLon> places, Area area, String seed) {
    var jts = new Oracle(area);
    var scan = new AreaLocator(area);
    for (LatLon place : places) {
      assertEquals(jts.covers(place), scan.covers(place), () -> seed + " " + place + " of " + area);
    }
    return IntStream.range(0, places.size()).filter(i -> scan.covers(places.get(i))).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 500, 3_000})
  void whoIsInsideIsWhoJtsCovers(int anywhere) {
    long seed = 20_261_126 + anywhere;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var odd = new OddAreas(random);
    int found = 0;
    for (int i = 0; i < AREAS; i++) {
      Area area = odd.area();
      List<LatLon> places = new ArrayList<>(odd.hardPlaces(area));
      for (int n = 0; n < anywhere; n++) {
        places.add(n % 4 == 0 ? odd.placeOnLines() : odd.place());
      }
      String name = "seed " + seed + " area " + i;
      int[] expected = expected(places, area, name);
      assertArrayEquals(expected, sorted(packed(places).inside(area)), name);
      assertArrayEquals(expected, sorted(movedIn(places).inside(area)), name + " moved in");
      found += expected.length;
    }
    assertTrue(found > AREAS, "seed " + seed + " finds too few to tell anything: " + found);
  }

  @Test
  void aFewFarAwayAreFoundToo() {
    long seed = 7;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var odd = new OddAreas(random);
    List<LatLon> places = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      places.add(i % 2_000 == 0 ? new LatLon(-33.9 + i * 1e-4, 151.2 - i * 1e-2) : odd.place());
    }
    var people = packed(places);
    List<Area> areas = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      areas.add(odd.area());
    }
    areas.add(Area.circle(new LatLon(-33.5, 100), 3_000_000));
    areas.add(
        Area.polygon(
            List.of(
                new LatLon(-40, -40),
                new LatLon(-40, 160),
                new LatLon(29.5, 160),
                new LatLon(29.5, -40),
                new LatLon(-40, -40))));
    for (Area area : areas) {
      assertArrayEquals(
          expected(places, area, "seed " + seed), sorted(people.inside(area)), "seed " + seed);
    }
  }
}
