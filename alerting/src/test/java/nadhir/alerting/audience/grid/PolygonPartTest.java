package nadhir.alerting.audience.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import org.junit.jupiter.api.Test;

class PolygonPartTest {
  private static final Frame FRAME = Frame.over(new Span(29, 30), new Span(34.5, 35.5), 20_000);

  private static List<String> painted(PolygonPart part) {
    List<String> runs = new ArrayList<>();
    var row = new Row(FRAME.columns());
    for (int r = part.firstRow(); r <= part.lastRow(); r++) {
      row.clear();
      part.paint(r, row);
      int number = r;
      row.runs((from, to, full) -> runs.add(number + ": " + from + "–" + to + " " + full));
    }
    return runs;
  }

  @Test
  void rowsThatShareListsTellTheSame() {
    long seed = 11;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var odd = new OddAreas(random);
    int told = 0;
    for (int i = 0; i < 200; i++) {
      Area area = odd.area();
      for (Area.Polygon polygon : area.polygons()) {
        var own = new PolygonPart(polygon, FRAME);
        var shared = new PolygonPart(polygon, FRAME, 1);
        assertEquals(painted(own), painted(shared), "seed " + seed);
        for (LatLon place : odd.hardPlaces(area)) {
          assertEquals(
              own.covers(place.latDeg(), place.lonDeg()),
              shared.covers(place.latDeg(), place.lonDeg()),
              "seed " + seed + " " + place);
          told++;
        }
      }
    }
    assertEquals(true, told > 10_000);
  }
}
