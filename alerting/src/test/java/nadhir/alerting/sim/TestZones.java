package nadhir.alerting.sim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Words;
import nadhir.core.site.Zone;

/** Square zones of about 1 km, side by side from west to east, for tests. */
public final class TestZones {
  private static final double SIDE_DEG = 0.01;
  private static final double SOUTH_DEG = 29.5;
  private static final double WEST_DEG = 35.0;

  private TestZones() {}

  public static List<Zone> named(String... names) {
    return java.util.stream.IntStream.range(0, names.length)
        .mapToObj(i -> zone(names[i], square(i), 1000 * (i + 1)))
        .toList();
  }

  /** The area of the {@code index}th zone. */
  public static Area square(int index) {
    return rectangle(SOUTH_DEG, WEST_DEG + index * SIDE_DEG, SIDE_DEG, SIDE_DEG);
  }

  /** In the middle of the {@code index}th zone. */
  public static LatLon middle(int index) {
    return new LatLon(SOUTH_DEG + SIDE_DEG / 2, WEST_DEG + (index + 0.5) * SIDE_DEG);
  }

  static Area rectangle(double southDeg, double westDeg, double heightDeg, double widthDeg) {
    var sw = new LatLon(southDeg, westDeg);
    return Area.polygon(
        List.of(
            sw,
            new LatLon(southDeg, westDeg + widthDeg),
            new LatLon(southDeg + heightDeg, westDeg + widthDeg),
            new LatLon(southDeg + heightDeg, westDeg),
            sw));
  }

  private static Zone zone(String name, Area area, int population) {
    return new Zone(
        new ZoneId(name),
        Words.arEn(name, name),
        "district",
        new TreeMap<>(),
        area,
        area.polygons().getFirst().outer().getFirst(),
        population,
        population,
        List.of(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "test");
  }
}
