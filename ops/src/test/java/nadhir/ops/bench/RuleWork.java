package nadhir.ops.bench;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Borders;
import nadhir.core.site.HazardType;
import nadhir.core.site.Level;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Words;
import nadhir.core.site.Zone;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.impact.Facts;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleFile;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;

/**
 * A thousand rules, each for one place within 200 km around Aqaba, and events there. Seeded.
 *
 * @param wanted what each rule asks, by its place in the list
 */
record RuleWork(List<Zone> zones, List<Rule> rules, List<Wanted> wanted, List<Event> events) {
  static final HazardTypeId QUAKE = new HazardTypeId("earthquake");
  static final HazardTypeId RELEASE = new HazardTypeId("chemical-release");

  private static final int RULES = 1_000;
  private static final int RULES_A_FILE = 50;
  private static final int EVENTS = 2_000;
  private static final LatLon MIDDLE = new LatLon(29.53, 35.0);
  private static final double SIDE_KM = 200;
  private static final double KM_PER_DEG = 111.1;

  /** Of quakes; of releases of gas two other facts take their places. */
  static Facts first(String hazard) {
    return hazard.equals(QUAKE.value()) ? Facts.MAGNITUDE : Facts.AGE_MIN;
  }

  static Facts second(String hazard) {
    return hazard.equals(QUAKE.value()) ? Facts.DEPTH_KM : Facts.PROTECTIVE_KM;
  }

  /**
   * What a rule asks.
   *
   * @param first magnitude at least
   * @param second depth at most
   * @param km distance at most; empty where the rule has no area
   */
  record Wanted(String hazard, double first, int second, OptionalDouble km, LatLon centre) {
    /** Without the distance. */
    String attributes(String and) {
      return RuleWork.first(hazard).key()
          + " >= "
          + first
          + and
          + RuleWork.second(hazard).key()
          + " <= "
          + second;
    }

    /** As a person writes it into a rule. */
    String when() {
      String own = attributes(" AND ");
      return km.isPresent() ? own + " AND distance_km <= " + (int) km.getAsDouble() : own;
    }
  }

  record Event(HazardTypeId type, LatLon place, double first, double second) {}

  /**
   * @param withArea whether rules say how far away
   * @param least of the magnitudes of events; from there ten times fewer with each, as nature has
   *     them
   */
  static RuleWork of(boolean withArea, double least) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    List<Zone> zones = new ArrayList<>();
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < RULES; i++) {
      zones.add(zone(i, place(random)));
      double magnitude = random.nextInt(40, 70) / 10.0;
      int depthKm = random.nextInt(5, 60);
      double km = random.nextInt(5, 50);
      wanted.add(
          new Wanted(
              random.nextInt(4) > 0 ? QUAKE.value() : RELEASE.value(),
              magnitude,
              depthKm,
              withArea ? OptionalDouble.of(km) : OptionalDouble.empty(),
              zones.get(i).centre()));
    }
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      double magnitude = least - StrictMath.log10(1 - random.nextDouble());
      events.add(
          new Event(
              random.nextInt(4) > 0 ? QUAKE : RELEASE,
              place(random),
              StrictMath.rint(magnitude * 100) / 100,
              random.nextInt(600) / 10.0));
    }
    return new RuleWork(zones, rules(wanted, zones), wanted, events);
  }

  /**
   * Kilometres east and north of the middle: the azimuthal equidistant projection, in which
   * distances within 150 km of it are right to a ten thousandth.
   */
  static Coordinate onPlane(LatLon place) {
    GeodesicData way =
        Geodesic.WGS84.Inverse(MIDDLE.latDeg(), MIDDLE.lonDeg(), place.latDeg(), place.lonDeg());
    double azimuth = StrictMath.toRadians(way.azi1);
    return new Coordinate(
        way.s12 / 1_000 * StrictMath.sin(azimuth), way.s12 / 1_000 * StrictMath.cos(azimuth));
  }

  private static LatLon place(RandomGenerator random) {
    double halfDeg = SIDE_KM / 2 / KM_PER_DEG;
    return new LatLon(
        MIDDLE.latDeg() + random.nextDouble(-halfDeg, halfDeg),
        MIDDLE.lonDeg() + random.nextDouble(-halfDeg, halfDeg));
  }

  private static Zone zone(int index, LatLon centre) {
    return new Zone(
        new ZoneId("z" + index),
        Words.arEn("منطقة", "zone " + index),
        "district",
        new TreeMap<>(),
        Area.circle(centre, 300),
        centre,
        1_000,
        1_000,
        List.of(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "random");
  }

  /** Through the parser, in files as long as people write them. */
  private static List<Rule> rules(List<Wanted> wanted, List<Zone> zones) {
    List<Rule> rules = new ArrayList<>();
    for (int from = 0; from < wanted.size(); from += RULES_A_FILE) {
      var text = new StringBuilder("rules:\n");
      for (int i = from; i < Math.min(wanted.size(), from + RULES_A_FILE); i++) {
        text.append(
            String.format(
                Locale.ROOT,
                """
                  - rule: r%d
                    hazard: %s
                    when: %s
                    zones: zone = 'z%d'
                    level: red
                    approve: two people
                """,
                i,
                wanted.get(i).hazard(),
                wanted.get(i).when(),
                i));
      }
      rules.addAll(
          RuleFile.parse(new SiteFile("rules.yaml", text.toString()), site(), zones).get());
    }
    return rules;
  }

  static SiteInfo site() {
    return new SiteInfo(
        "bench",
        Words.arEn("قياس", "bench"),
        ZoneOffset.UTC,
        List.of("ar", "en"),
        MIDDLE,
        "bench.example",
        "BENCH",
        List.of(new Level(new LevelId("red"), 1, Words.arEn("أحمر", "red"), "#c00000")),
        new LevelId("red"),
        List.of(type(QUAKE), type(RELEASE)),
        Borders.NONE);
  }

  private static HazardType type(HazardTypeId id) {
    return new HazardType(id, Words.arEn("خطر", id.value()), "Geo", Duration.ofHours(1));
  }
}
