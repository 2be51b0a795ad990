package nadhir.geofence.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import org.junit.jupiter.api.Test;

class GeodesyTest {
  @Test
  void aKnownGeodesicHasItsKnownLength() {
    // Vincenty's test line: Flinders Peak to Buninyong (GDA), 54 972.271 m
    var flinders = new LatLon(-37.95103341666667, 144.42486788888888);
    var buninyong = new LatLon(-37.65282113888889, 143.92649552777777);
    assertEquals(54_972.271, Geodesy.distanceM(flinders, buninyong), 0.01);
  }

  @Test
  void distanceToAnEdgeIsAcrossIt() {
    var area =
        Area.polygon(
            List.of(
                new LatLon(29.5, 35.0),
                new LatLon(29.5, 35.1),
                new LatLon(29.6, 35.1),
                new LatLon(29.6, 35.0),
                new LatLon(29.5, 35.0)));
    assertEquals(0, Geodesy.distanceM(new LatLon(29.55, 35.05), area));
    double westM = Geodesy.distanceM(new LatLon(29.55, 34.95), area);
    assertEquals(Geodesy.distanceM(new LatLon(29.55, 34.95), new LatLon(29.55, 35.0)), westM, 1);
    var corner = new LatLon(29.45, 34.95);
    assertEquals(
        Geodesy.distanceM(corner, new LatLon(29.5, 35.0)), Geodesy.distanceM(corner, area), 0.001);
  }

  @Test
  void aSquareKilometreHasItsSize() {
    double latDeg = 1_000 / 110_851.0; // metres per degree of latitude at 29.5 N
    double lonDeg = 1_000 / 96_972.0; // metres per degree of longitude at 29.5 N
    var ring =
        List.of(
            new LatLon(29.5, 35.0),
            new LatLon(29.5 + latDeg, 35.0),
            new LatLon(29.5 + latDeg, 35.0 + lonDeg),
            new LatLon(29.5, 35.0 + lonDeg),
            new LatLon(29.5, 35.0));
    assertEquals(1e6, Geodesy.areaM2(ring), 2_000);
  }
}
