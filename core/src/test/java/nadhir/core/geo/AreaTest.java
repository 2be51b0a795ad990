package nadhir.core.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Held against JTS by a test in {@code alerting}; here what each part means. */
class AreaTest {
  private static List<LatLon> ring(double... latLon) {
    var places = new LatLon[latLon.length / 2];
    Arrays.setAll(places, i -> new LatLon(latLon[2 * i], latLon[2 * i + 1]));
    return List.of(places);
  }

  private static final Area YARD =
      new Area(
          List.of(
              new Area.Polygon(
                  ring(0, 0, 0, 10, 10, 10, 10, 0, 0, 0),
                  List.of(ring(4, 4, 4, 6, 6, 6, 6, 4, 4, 4)))),
          List.of(new Area.Circle(new LatLon(0, 20), 1_000)));

  private static String covers(double latDeg, double lonDeg) {
    return YARD.covers(new LatLon(latDeg, lonDeg)) ? "in" : "out";
  }

  @Test
  void inIsInAnyPartAndInNoHoleAndEdgesBelongToIt() {
    assertEquals("in", covers(1, 1));
    assertEquals("in", covers(0, 5), "southern edge");
    assertEquals("in", covers(10, 10), "corner");
    assertEquals("in", covers(5, 6), "edge of the hole");
    assertEquals("out", covers(5, 5), "hole");
    assertEquals("out", covers(5, StrictMath.nextUp(10)), "one bit east");
    assertEquals("in", covers(5, 10), "eastern edge");
    assertEquals("out", covers(-1, 5));
    assertEquals("in", covers(0, 20.008), "890 m from the middle of the circle");
    assertEquals("out", covers(0, 20.010), "1,112 m from it");
  }
}
