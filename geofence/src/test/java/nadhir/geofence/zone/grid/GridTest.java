package nadhir.geofence.zone.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.sim.StarZones;
import nadhir.geofence.zone.Geodesy;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {
  private static final long SEED = 20_261_126;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  /** Seconds depend on the machine; what is looked at for a place does not. */
  @ParameterizedTest
  @CsvSource({"1000, 0.7, 8", "10000, 6, 40"})
  void littleIsLookedAtForAPlace(int count, double mostLooked, double mostMb) {
    var stars = new StarZones(random);
    var grid = Grid.over(Stream.generate(stars::star).limit(count).map(Shape::new).toList());
    double looked =
        IntStream.range(0, 100_000)
            .mapToObj(_ -> stars.place())
            .mapToInt(p -> grid.looked(p.latDeg(), p.lonDeg()))
            .average()
            .orElseThrow();
    double mb = grid.squareBytes() / 1e6;
    assertTrue(looked < mostLooked, () -> looked + " looked at");
    assertTrue(mb < mostMb, () -> mb + " MB");
  }

  @ParameterizedTest
  @CsvSource({"-84.9, 10", "84.9, -170", "0, 0", "-33.4, -70.7", "71, 179.5", "-60, -179.5"})
  void aCityCanBeAnywhere(double latDeg, double lonDeg) {
    var centre = new LatLon(latDeg, lonDeg);
    List<Area> areas =
        List.of(
            Area.polygon(StarZones.star(centre, 2_000, 30, random)), Area.circle(centre, 3_000));
    same(areas, centre, 0.05);
  }

  /** Rings may not cross the date line; circles do, and lie over the poles. */
  @ParameterizedTest
  @CsvSource({"10, 179.99", "-45, -179.99", "89.9, 0", "-89.99, 120", "88, 179"})
  void aCircleCanLieOverTheDateLineAndThePole(double latDeg, double lonDeg) {
    var centre = new LatLon(latDeg, lonDeg);
    same(List.of(Area.circle(centre, 30_000), Area.circle(centre, 300_000)), centre, 4);
  }

  @Test
  void aWholeContinentAndAGardenAreFoundByOneGrid() {
    var place = new LatLon(29.5, 35);
    var continent =
        Area.polygon(
            List.of(
                new LatLon(-80, -170),
                new LatLon(-80, 170),
                new LatLon(80, 175),
                new LatLon(70, -170),
                new LatLon(-80, -170)));
    var country = Area.polygon(StarZones.star(place, 300_000, 500, random));
    var garden = Area.polygon(StarZones.star(place, 5, 8, random));
    var round = Area.circle(place, 5_000_000);
    same(List.of(continent, country, garden, round), place, 3);
    same(List.of(continent, country, garden, round), place, 0.0001);
  }

  /** Areas are the union of their parts, also where these lie over each other. */
  @Test
  void partsThatOverlapDoNotCancelEachOther() {
    var place = new LatLon(29.5, 35);
    var one = new Area.Polygon(StarZones.star(place, 2_000, 20, random), List.of());
    var other = new Area.Polygon(StarZones.star(place, 3_000, 20, random), List.of());
    var disc = new Area.Circle(place, 1_500);
    same(List.of(new Area(List.of(one, other), List.of(disc))), place, 0.05);
  }

  @Test
  void whatIsNoNumberIsNowhere() {
    var grid = Grid.over(List.of(new Shape(Area.circle(new LatLon(0, 0), 1_000))));
    int[] into = new int[grid.most()];
    assertEquals(0, grid.find(Double.NaN, 0, into));
    assertEquals(0, grid.find(0, Double.NaN, into));
    assertEquals(1, grid.find(0, 0, into));
  }

  private void same(List<Area> areas, LatLon middle, double aroundDeg) {
    List<Shape> shapes = areas.stream().map(Shape::new).toList();
    Grid grid = Grid.over(shapes);
    int[] into = new int[grid.most()];
    for (int i = 0; i < 3_000; i++) {
      var place = near(middle, aroundDeg);
      int found = grid.find(place.latDeg(), place.lonDeg(), into);
      assertEquals(
          IntStream.range(0, areas.size()).filter(n -> holds(areas.get(n), place)).boxed().toList(),
          IntStream.of(into).limit(found).sorted().boxed().toList(),
          () -> "seed " + SEED + " " + place);
    }
  }

  private static boolean holds(Area area, LatLon place) {
    return area.polygons().stream()
            .anyMatch(p -> new Rings(p).covers(place.latDeg(), place.lonDeg()))
        || area.circles().stream()
            .anyMatch(c -> Geodesy.distanceM(place, c.centre()) <= c.radiusM());
  }

  private LatLon near(LatLon middle, double aroundDeg) {
    double latDeg = middle.latDeg() + random.nextDouble(-aroundDeg, aroundDeg);
    double wideDeg = Math.min(180, aroundDeg * (Math.abs(latDeg) > 80 ? 40 : 1));
    double lonDeg = middle.lonDeg() + random.nextDouble(-wideDeg, wideDeg);
    return new LatLon(Math.clamp(latDeg, -90, 90), StrictMath.IEEEremainder(lonDeg, 360));
  }

  @Test
  void theFlatFormulaIsAsGoodAsItSays() {
    for (int i = 0; i < 50_000; i++) {
      var centre = new LatLon(random.nextDouble(-78, 78), random.nextDouble(-170, 170));
      double radiusM = StrictMath.pow(10, random.nextDouble(0, 5.3));
      var disc = new Disc(new Area.Circle(centre, radiusM));
      GeodesicData rim =
          Geodesic.WGS84.Direct(
              centre.latDeg(), centre.lonDeg(), random.nextDouble(-180, 180), radiusM);
      double exactM = Geodesy.distanceM(new LatLon(rim.lat2, rim.lon2), centre);
      double flatM = disc.flatM(rim.lat2, rim.lon2);
      assertTrue(
          Math.abs(flatM - exactM) <= disc.errorM(flatM) / 2,
          () -> "seed " + SEED + " " + centre + " " + radiusM + " m: " + (flatM - exactM));
    }
  }
}
