package nadhir.alerting.audience.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.alerting.register.AreaLocator;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import org.junit.jupiter.api.Test;

/**
 * Who is told of an alert and which units it endangers are asked of two: JTS, and {@link
 * Area#covers} where there is none. Both must answer the same.
 */
class AreaCoversTest {
  private static final int AREAS = 3_000;

  @Test
  void anAreaCoversWhatJtsSaysThatItCovers() {
    long seed = 23;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var odd = new OddAreas(random);
    int covered = 0;
    int not = 0;
    for (int i = 0; i < AREAS; i++) {
      Area area = odd.area();
      var jts = new AreaLocator(area);
      List<LatLon> places = new ArrayList<>(odd.hardPlaces(area));
      for (int more = 0; more < 20; more++) {
        places.add(odd.place());
        places.add(odd.placeOnLines());
      }
      for (LatLon place : places) {
        boolean covers = jts.covers(place);
        assertEquals(covers, area.covers(place), "seed " + seed + " " + place + " in " + area);
        covered += covers ? 1 : 0;
        not += covers ? 0 : 1;
      }
    }
    assertTrue(covered > 200_000 && not > 200_000, covered + " and " + not);
  }
}
