package nadhir.core.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  private static boolean within50m(double latDeg, double lonDeg) {
    return YARD.isWithin(50, new LatLon(latDeg, lonDeg));
  }

  @Test
  void nearIsNearAnyEdgeAlsoFromAHoleAndACornerAndMetresAreMetresInEveryDirection() {
    assertTrue(within50m(5, 5.9999), "inside the hole, 11 m from its edge");
    assertFalse(within50m(5, 5.9995), "55 m from it");
    assertTrue(within50m(5, 1), "in it");
    assertFalse(within50m(5, 5), "in the middle of the hole");
    assertTrue(within50m(10.0004, 5), "44 m north of it");
    assertFalse(within50m(10.0005, 5), "56 m north of it");
    assertTrue(within50m(10.0003, 10.0003), "47 m from the corner");
    assertFalse(within50m(10.0004, 10.0004), "62 m from the corner");
    assertTrue(within50m(0, 20.0094), "45 m from the circle");
    assertFalse(within50m(0, 20.0095), "56 m from it");
    Area north = Area.polygon(ring(59, 10, 61, 10, 61, 9, 59, 9, 59, 10));
    assertTrue(north.isWithin(50, new LatLon(60, 10.0008)), "a degree is half as long there");
    assertFalse(north.isWithin(50, new LatLon(60, 10.0010)), "56 m");
  }
}
