package nadhir.geofence.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Words;
import nadhir.core.site.Zone;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

class ZoneIndexTest {
  private final List<Zone> zones = AqabaPack.realZones();
  private final ZoneIndex index = ZoneIndex.over(zones);

  private static List<ZoneId> ids(String... ids) {
    return Stream.of(ids).map(ZoneId::new).toList();
  }

  @Test
  void theKnownPlacesOfAqabaAreInTheirZones() {
    assertEquals(ids("airport"), index.zonesAt(new LatLon(29.6116, 35.0181)));
    assertEquals(ids("old-town"), index.zonesAt(new LatLon(29.5210, 35.0020)));
    assertEquals(ids("new-port"), index.zonesAt(new LatLon(29.3629, 34.9626)));
    assertEquals(ids("container-terminal"), index.zonesAt(new LatLon(29.475, 34.977)));
    assertEquals(ids("yutum-channel"), index.zonesAt(new LatLon(29.588, 35.062)));
    assertEquals(ids("shamiya"), index.zonesAt(new LatLon(29.560, 35.025)));
    assertEquals(ids(), index.zonesAt(new LatLon(29.4700, 34.9690)));
  }

  @Test
  void aBorderBelongsToBothSides() {
    assertEquals(ids("fifth-area", "third-area"), index.zonesAt(new LatLon(29.5350, 35.0085)));
  }

  @Test
  void nearIsMeasuredToTheOutline() {
    var overboard = new LatLon(29.4700, 34.9690);
    assertEquals(ids("container-terminal", "passenger-terminal"), index.within(overboard, 650));
    assertEquals(ids("container-terminal"), index.within(overboard, 590));
    assertEquals(ids(), index.within(overboard, 400));
  }

  @Test
  void aHoleIsOutside() {
    var outer = square(29.50, 35.00, 0.02);
    var hole = square(29.505, 35.005, 0.01);
    var zone = zone("ring", new Area(List.of(new Area.Polygon(outer, List.of(hole))), List.of()));
    var ring = ZoneIndex.over(List.of(zone));
    assertEquals(ids("ring"), ring.zonesAt(new LatLon(29.502, 35.002)));
    assertEquals(ids(), ring.zonesAt(new LatLon(29.51, 35.01)));
    // 0.005 degrees of longitude at 29.51 N are 485 m
    assertEquals(ids(), ring.within(new LatLon(29.51, 35.01), 480));
    assertEquals(ids("ring"), ring.within(new LatLon(29.51, 35.01), 490));
  }

  @Test
  void aCircleIsMeasuredOnTheEllipsoid() {
    var centre = new LatLon(29.53, 35.00);
    var round = ZoneIndex.over(List.of(zone("round", Area.circle(centre, 1_000))));
    assertEquals(ids("round"), round.zonesAt(Sphere.towards(centre, 90, 990)));
    assertEquals(ids(), round.zonesAt(Sphere.towards(centre, 90, 1_010)));
    assertEquals(ids("round"), round.within(Sphere.towards(centre, 0, 1_500), 520));
  }

  @Test
  void theIndexAgreesWithAskingEachZone() {
    long seed = 20_261_120;
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      var place =
          new LatLon(29.34 + 0.37 * random.nextDouble(), 34.94 + 0.25 * random.nextDouble());
      double radiusM = 50 + 3_000 * random.nextDouble();
      var message = "seed " + seed + " step " + i + " " + place;
      assertEquals(inside(place), index.zonesAt(place), message);
      assertEquals(near(place, radiusM), index.within(place, radiusM), message);
    }
  }

  private List<ZoneId> inside(LatLon place) {
    return near(place, 0);
  }

  private List<ZoneId> near(LatLon place, double radiusM) {
    return zones.stream()
        .filter(zone -> Geodesy.distanceM(place, zone.area()) <= radiusM)
        .map(Zone::id)
        .sorted()
        .toList();
  }

  private static List<LatLon> square(double latDeg, double lonDeg, double sideDeg) {
    return List.of(
        new LatLon(latDeg, lonDeg),
        new LatLon(latDeg, lonDeg + sideDeg),
        new LatLon(latDeg + sideDeg, lonDeg + sideDeg),
        new LatLon(latDeg + sideDeg, lonDeg),
        new LatLon(latDeg, lonDeg));
  }

  private static Zone zone(String id, Area area) {
    return new Zone(
        new ZoneId(id),
        Words.arEn("اسم", "name"),
        "district",
        new TreeMap<>(),
        area,
        new LatLon(29.5, 35.0),
        0,
        0,
        List.of(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "test");
  }
}
