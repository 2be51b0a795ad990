package nadhir.geofence.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Words;
import nadhir.core.site.Zone;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

class ZoneFileTest {
  private static final String GOOD =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature",
         "properties": {
           "id": "shamiya", "name_ar": "الشامية", "name_en": "Shamiya", "kind": "district",
           "tags": {"wadi": "yutum"},
           "population_day": 100, "population_night": 120, "site_term_mmi": 1.5,
           "high_ground_ar": "التل", "high_ground_en": "The hill",
           "access_roads": [{"ar": "طريق", "en": "Road"}],
           "provenance": "illustrative"},
         "geometry": {"type": "Polygon",
           "coordinates": [[[35.02, 29.55], [35.03, 29.55], [35.03, 29.56], [35.02, 29.55]]]}}
      ]}
      """;

  private static String mistakes(String from, String to) {
    assertTrue(GOOD.contains(from), from);
    return ZoneFile.parse(
            new SiteFile("zones.geojson", GOOD.replace(from, to)), AqabaPack.realHead().info())
        .mistakes()
        .stream()
        .map(Mistake::toString)
        .collect(Collectors.joining("\n"));
  }

  private static String outline(String ring) {
    return mistakes("[[35.02, 29.55], [35.03, 29.55], [35.03, 29.56], [35.02, 29.55]]", ring);
  }

  @Test
  void aZoneIsReadWhole() {
    Zone zone =
        AqabaPack.clean(
                ZoneFile.parse(new SiteFile("zones.geojson", GOOD), AqabaPack.realHead().info()))
            .getFirst();
    assertEquals(new ZoneId("shamiya"), zone.id());
    assertEquals("yutum", zone.tags().get("wadi"));
    assertEquals(new LatLon(29.55, 35.02), zone.area().polygons().getFirst().outer().getFirst());
    assertEquals(Words.arEn("التل", "The hill"), zone.highGround().orElseThrow());
    assertEquals("Road", zone.accessRoads().getFirst().in("en"));
    assertEquals(1.5, zone.siteTermMmi().orElseThrow());
  }

  /** As most tools write it. */
  @Test
  void whereAFileIsOneLineTheColumnSaysWhichZoneIsMeant() {
    String good = GOOD.replaceAll("\\s*\n\\s*", "");
    String second =
        good.substring(good.indexOf("{\"type\": \"Feature\","), good.length() - 2)
            .replace("\"id\": \"shamiya\"", "\"id\": \"other\"")
            .replace(
                "[35.03, 29.55], [35.03, 29.56]", "[35.03, 29.56], [35.02, 29.56], [35.03, 29.55]");
    String both = good.substring(0, good.length() - 2) + "," + second + "]}";
    int column = both.lastIndexOf("{\"type\": \"Polygon\"") + 1;
    assertEquals(
        "zones.geojson:1:"
            + column
            + ": invalid outline: Self-intersection at 29.55500 N 35.02500 E",
        ZoneFile.parse(new SiteFile("zones.geojson", both), AqabaPack.realHead().info())
            .mistakes()
            .getFirst()
            .toString());
  }

  @Test
  void aScheduleSaysWhoIsThereWhen() {
    String entry =
        "\"schedule\": [{\"days\": [\"SU\", \"MO\"], \"from\": \"07:30\", \"to\": \"14:00\", \"people\": 400}],";
    String text = GOOD.replace("\"kind\"", entry + " \"kind\"");
    Zone zone =
        AqabaPack.clean(
                ZoneFile.parse(new SiteFile("zones.geojson", text), AqabaPack.realHead().info()))
            .getFirst();
    assertEquals(400, zone.schedule().getFirst().people());
    assertEquals(
        "zones.geojson:4: 'to' is a time of day such as 07:30, not '2 pm'\n"
            + "zones.geojson:4: a day is MO TU WE TH FR SA SU, not Sunday",
        mistakes(
            "\"kind\"",
            entry.replace("\"SU\"", "\"Sunday\"").replace("14:00", "2 pm") + " \"kind\""));
  }

  @Test
  void aGroupIsATag() {
    String text = GOOD.replace("\"kind\"", "\"groups\": [\"hotels\", \"south_shore\"], \"kind\"");
    Zone zone =
        AqabaPack.clean(
                ZoneFile.parse(new SiteFile("zones.geojson", text), AqabaPack.realHead().info()))
            .getFirst();
    assertEquals("{group_hotels=yes, group_south_shore=yes, wadi=yutum}", zone.tags().toString());
    assertEquals(
        "zones.geojson:4: a group is named a-z 0-9 _: South Shore",
        mistakes("\"kind\"", "\"groups\": [\"South Shore\"], \"kind\""));
  }

  @Test
  void latitudeFirstIsRecognised() {
    assertEquals(
        "zones.geojson:11: these look like lat,lon; GeoJSON wants [longitude, latitude]",
        outline("[[29.55, 35.02], [29.55, 35.03], [29.56, 35.03], [29.55, 35.02]]"));
  }

  @Test
  void aSelfCrossingOutlineIsRefusedWithItsPlace() {
    assertEquals(
        "zones.geojson:10: invalid outline: Self-intersection at 29.55500 N 35.02500 E",
        outline("[[35.02,29.55],[35.03,29.56],[35.03,29.55],[35.02,29.56],[35.02,29.55]]"));
  }

  @Test
  void aRingMustBeClosedAndOfFourPlaces() {
    var reason = "zones.geojson:11: a ring needs four places or more and must be closed";
    assertEquals(reason, outline("[[35.02, 29.55], [35.03, 29.55], [35.03, 29.56]]"));
    assertEquals(
        reason, outline("[[35.02, 29.55], [35.03, 29.55], [35.03, 29.56], [35.02, 29.56]]"));
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertTrue(
        outline("[[NaN, 29.55], [35.03, 29.55], [35.03, 29.56], [35.02, 29.55]]")
            .startsWith("zones.geojson:11: not JSON: Non-standard token 'NaN'"));
    assertEquals(
        "zones.geojson:11: a longitude must be a plain number, not '1e999'",
        outline("[[1e999, 29.55], [35.03, 29.55], [35.03, 29.56], [35.02, 29.55]]"));
    assertEquals(
        "zones.geojson:11: a latitude must be a plain number, not '29.55'",
        outline("[[35.02, \"29.55\"], [35.03, 29.55], [35.03, 29.56], [35.02, 29.55]]"));
  }

  @Test
  void theAntimeridianIsNotCrossed() {
    assertTrue(
        outline("[[-179, 10], [179, 10], [179, 11], [-179, 10]]")
            .startsWith("zones.geojson:11: the ring crosses the antimeridian"));
  }

  @Test
  void aWholeCountryIsNoZone() {
    assertTrue(
        outline("[[34.9, 29.2], [39.3, 29.2], [39.3, 33.3], [34.9, 33.3], [34.9, 29.2]]")
            .contains("km² is too large for a zone (limit 5000)"));
  }

  @Test
  void aZoneFarFromItsSiteIsRefused() {
    assertEquals(
        "zones.geojson:10: lies 3500 km from the site's centre",
        outline("[[2.30, 48.80], [2.31, 48.80], [2.31, 48.81], [2.30, 48.80]]"));
  }

  @Test
  void placesOffTheEarthAreRefused() {
    assertTrue(
        outline("[[35.02, 95.0], [35.03, 29.55], [35.03, 29.56], [35.02, 95.0]]")
            .contains("a place needs -90..90 and -180..180 degrees, not 95.0 35.02"));
  }

  @Test
  void aMandatoryLanguageIsNotLeftOut() {
    assertEquals(
        "zones.geojson:3: 'name_ar' is missing: the language is mandatory",
        mistakes("\"name_ar\": \"الشامية\", ", ""));
    assertEquals(
        "zones.geojson:3: 'high_ground_en' is missing: the language is mandatory",
        mistakes(", \"high_ground_en\": \"The hill\"", ""));
  }

  @Test
  void aMisspeltPropertyIsAMistake() {
    assertEquals(
        """
        zones.geojson:3: 'population_day' is missing
        zones.geojson:6: unknown key 'population_dya', did you mean 'population_day'?""",
        mistakes("population_day", "population_dya"));
  }

  @Test
  void anIdIsGivenOnce() {
    String feature = GOOD.substring(GOOD.indexOf("  {\"type\": \"Feature\""), GOOD.indexOf("]}\n"));
    assertEquals(
        "zones.geojson:14: zone 'shamiya' is there already, on line 4",
        mistakes(feature, feature.stripTrailing() + ",\n" + feature));
  }

  @Test
  void otherGeometriesAreRefused() {
    assertEquals(
        "zones.geojson:10: a zone is a Polygon or MultiPolygon, not 'GeometryCollection'",
        mistakes("\"Polygon\"", "\"GeometryCollection\""));
  }

  @Test
  void anotherCoordinateSystemIsRefused() {
    assertTrue(
        mistakes("\"features\"", "\"crs\": {\"type\": \"name\"}, \"features\"")
            .startsWith("zones.geojson:1: GeoJSON is always WGS 84"));
  }

  @Test
  void aTagMayNotHideAProperty() {
    assertTrue(mistakes("\"wadi\"", "\"kind\"").startsWith("zones.geojson:5: a tag is named"));
  }

  @Test
  void whatShipsKeepOffIsAPlaceAndMetres() {
    assertTrue(
        mistakes("{\"wadi\": \"yutum\"}", "{\"keep_off\": \"the pier\"}")
            .startsWith("zones.geojson:5: keep_off is \"latitude longitude metres\""));
  }

  @Test
  void brokenJsonIsToldWithItsLine() {
    assertTrue(mistakes("\"tags\":", "\"tags\"").startsWith("zones.geojson:5: not JSON"));
  }

  @Test
  void theZonesOfAqabaAreCleanAndAddUp() {
    List<Zone> zones = AqabaPack.realZones();
    assertEquals(43, zones.size());
    var schoolDay = LocalDateTime.parse("2026-11-22T10:00").atZone(ZoneOffset.UTC);
    assertEquals(194_500, zones.stream().mapToInt(zone -> zone.peopleAt(schoolDay)).sum());
    assertEquals(190_500, zones.stream().mapToInt(Zone::populationDay).sum());
    assertEquals(198_480, zones.stream().mapToInt(Zone::populationNight).sum());
    assertTrue(zones.stream().allMatch(zone -> zone.provenance().startsWith("illustrative")));
  }
}
