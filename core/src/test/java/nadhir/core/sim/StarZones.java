package nadhir.core.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Words;
import nadhir.core.site.Zone;

/**
 * Many zones for tests and measurements: stars of 8 to 64 places and 200 m to 20 km, clustered in
 * 200 × 200 km around Aqaba. A place there is in 0.4 of a thousand zones.
 */
public final class StarZones {
  public static final double SOUTH_DEG = 28.6;
  public static final double WEST_DEG = 33.97;
  public static final double NORTH_DEG = 30.4;
  public static final double EAST_DEG = 36.03;

  private static final double M_PER_DEG = 111_200;
  private static final int CLUSTERS = 40;
  private static final double CLUSTER_DEG = 0.25;
  private static final double LEAST_RADIUS_M = 100;
  private static final double MOST_RADIUS_M = 10_000;

  private final RandomGenerator random;
  private final List<LatLon> clusters = new ArrayList<>();

  public StarZones(RandomGenerator random) {
    this.random = random;
    for (int i = 0; i < CLUSTERS; i++) {
      clusters.add(place());
    }
  }

  /** Named {@code z000000} and so on. */
  public List<Zone> zones(int count) {
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      zones.add(zone(id(i), star()));
    }
    return zones;
  }

  public static String id(int number) {
    return String.format(Locale.ROOT, "z%06d", number);
  }

  /** Anywhere in the region. */
  public LatLon place() {
    return new LatLon(
        random.nextDouble(SOUTH_DEG, NORTH_DEG), random.nextDouble(WEST_DEG, EAST_DEG));
  }

  /** The outline of another star. */
  public Area star() {
    LatLon cluster = clusters.get(random.nextInt(CLUSTERS));
    double latDeg = inside(cluster.latDeg(), SOUTH_DEG, NORTH_DEG);
    double lonDeg = inside(cluster.lonDeg(), WEST_DEG, EAST_DEG);
    double ratio = MOST_RADIUS_M / LEAST_RADIUS_M;
    double radiusM = LEAST_RADIUS_M * StrictMath.pow(ratio, random.nextDouble());
    return Area.polygon(star(new LatLon(latDeg, lonDeg), radiusM, random.nextInt(8, 65), random));
  }

  private double inside(double middle, double low, double high) {
    double at = middle + CLUSTER_DEG * random.nextGaussian();
    return at > low && at < high ? at : random.nextDouble(low, high);
  }

  /** A closed ring, every place between a quarter of the radius and all of it from the centre. */
  public static List<LatLon> star(
      LatLon centre, double radiusM, int places, RandomGenerator random) {
    double perLonM = M_PER_DEG * StrictMath.cos(StrictMath.toRadians(centre.latDeg()));
    List<LatLon> ring = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      double angle = 2 * StrictMath.PI * i / places;
      double farM = radiusM * random.nextDouble(0.25, 1);
      ring.add(
          new LatLon(
              centre.latDeg() + farM * StrictMath.sin(angle) / M_PER_DEG,
              centre.lonDeg() + farM * StrictMath.cos(angle) / perLonM));
    }
    ring.add(ring.getFirst());
    return ring;
  }

  public static Zone zone(String id, Area area) {
    return new Zone(
        new ZoneId(id),
        Words.arEn("نجمة", "star"),
        "district",
        new TreeMap<>(),
        area,
        new LatLon(29.5, 35),
        0,
        0,
        List.of(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "made up for tests");
  }
}
