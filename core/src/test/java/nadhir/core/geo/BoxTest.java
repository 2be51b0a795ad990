package nadhir.core.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTest {
  private static final Box JORDAN = new Box(29.2, 34.9, 33.4, 39.3);

  @ParameterizedTest
  @CsvSource({
    "29.5, 35.0, 0",
    "28.2, 36.0, 111",
    "31.0, 33.9, 95",
    "34.4, 40.3, 145",
    "-31.0, 36.0, 6694",
  })
  void theDistanceIsToTheNearestPlaceOfIt(double lat, double lon, long km) {
    assertEquals(km, Math.round(JORDAN.distanceM(new LatLon(lat, lon)) / 1000));
  }

  @Test
  void theOtherSideOfTheDateLineIsNear() {
    var fiji = new Box(-19, 177, -16, 180);
    assertEquals(105, Math.round(fiji.distanceM(new LatLon(-17, -179.01)) / 1000));
  }

  @Test
  void itIsDrawnAroundItsPlaces() {
    assertEquals(
        new Box(-1, 2, 3, 5),
        Box.around(List.of(new LatLon(3, 2), new LatLon(-1, 5), new LatLon(0, 3))));
  }

  @Test
  void whatIsNoneIsNotMade() {
    assertThrows(IllegalArgumentException.class, () -> new Box(1, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Box(0, 0, 91, 1));
    assertThrows(IllegalArgumentException.class, () -> new Box(Double.NaN, 0, 1, 1));
  }
}
