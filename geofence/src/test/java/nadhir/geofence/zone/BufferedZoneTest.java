package nadhir.geofence.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Zone;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

/** Zones that are the neighbourhood of a place or a line. */
class BufferedZoneTest {
  private static Parsed<Zone> zone(String buffer, String geometry) {
    String text =
        """
        {"type": "Feature",
         "properties": {"id": "pier", "name_ar": "الرصيف", "name_en": "Pier", "kind": "port", %s
           "population_day": 1, "population_night": 1, "provenance": "illustrative"},
         "geometry": %s}
        """
            .formatted(buffer, geometry);
    return ZoneFile.parseOne(new SiteFile("zone", text), AqabaPack.realHead().info());
  }

  private static String mistakes(String buffer, String geometry) {
    return zone(buffer, geometry).mistakes().stream()
        .map(Mistake::toString)
        .collect(Collectors.joining("\n"));
  }

  /** Of 3 km around the middle of the town: 28.27 km², and every corner 3 km away. */
  @Test
  void aPlaceBecomesACircle() {
    var middle = new LatLon(29.53, 35.0);
    Area area =
        zone("\"buffer_m\": 3000,", "{\"type\": \"Point\", \"coordinates\": [35.0, 29.53]}")
            .get()
            .area();
    assertEquals(1, area.polygons().size());
    for (LatLon corner : area.polygons().getFirst().outer()) {
      assertEquals(3_000, Geodesy.distanceM(middle, corner), 0.01);
    }
    double areaM2 = Geodesy.areaM2(area.polygons().getFirst().outer());
    assertEquals(Math.PI * 9e6, areaM2, 0.001 * areaM2);
  }

  /** A place at the buffer's side is as far from the line as the buffer is wide. */
  @Test
  void aLineBecomesARibbonOfItsWidth() {
    Area area =
        zone(
                "\"buffer_m\": 500,",
                "{\"type\": \"LineString\", \"coordinates\": [[35.0, 29.50], [35.0, 29.60]]}")
            .get()
            .area();
    double lengthM = Geodesy.distanceM(new LatLon(29.50, 35), new LatLon(29.60, 35));
    double areaM2 = Geodesy.areaM2(area.polygons().getFirst().outer());
    double expectedM2 = lengthM * 1_000 + Math.PI * 250_000;
    assertEquals(expectedM2, areaM2, 0.001 * expectedM2);
    for (LatLon corner : area.polygons().getFirst().outer()) {
      double nearestLat = Math.clamp(corner.latDeg(), 29.50, 29.60);
      assertEquals(500, Geodesy.distanceM(corner, new LatLon(nearestLat, 35)), 0.5);
    }
  }

  @Test
  void linesThatLieApartAreTwoAreasAndThoseThatMeetOne() {
    String apart =
        "{\"type\": \"MultiLineString\", \"coordinates\":"
            + " [[[35.0, 29.50], [35.0, 29.51]], [[35.1, 29.50], [35.1, 29.51]]]}";
    assertEquals(2, zone("\"buffer_m\": 500,", apart).get().area().polygons().size());
    assertEquals(1, zone("\"buffer_m\": 6000,", apart).get().area().polygons().size());
  }

  @Test
  void aRingRoadHasAHole() {
    String ring =
        "{\"type\": \"LineString\", \"coordinates\": [[35.0, 29.50], [35.05, 29.50], [35.05, 29.55],"
            + " [35.0, 29.55], [35.0, 29.50]]}";
    assertEquals(
        1, zone("\"buffer_m\": 100,", ring).get().area().polygons().getFirst().holes().size());
  }

  @Test
  void whatCannotBeAnAreaIsRefused() {
    String point = "{\"type\": \"Point\", \"coordinates\": [35.0, 29.53]}";
    assertEquals(
        "zone:4: a Point needs a property 'buffer_m': the metres around it", mistakes("", point));
    assertEquals(
        "zone:4: 'buffer_m' is more than 0 and at most 30000", mistakes("\"buffer_m\": 0,", point));
    assertEquals(
        "zone:4: 'buffer_m' is more than 0 and at most 30000",
        mistakes("\"buffer_m\": 1e9,", point));
    assertEquals(
        "zone:4: a line needs two places or more",
        mistakes(
            "\"buffer_m\": 10,", "{\"type\": \"LineString\", \"coordinates\": [[35.0, 29.53]]}"));
    assertTrue(
        mistakes("\"buffer_m\": 10,", "{\"type\": \"Point\", \"coordinates\": [29.53, 35.0]}")
            .contains("these look like lat,lon"));
    assertEquals(
        "zone:4: 'buffer_m' is for a Point or a line; a Polygon is the zone itself",
        mistakes(
            "\"buffer_m\": 10,",
            "{\"type\": \"Polygon\", \"coordinates\":"
                + " [[[35.02, 29.55], [35.03, 29.55], [35.03, 29.56], [35.02, 29.55]]]}"));
  }
}
