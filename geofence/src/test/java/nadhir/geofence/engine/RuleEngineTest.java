package nadhir.geofence.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardTypeId;
import nadhir.core.site.Zone;
import nadhir.geofence.engine.Question.Known;
import nadhir.geofence.engine.Question.Origin;
import nadhir.geofence.impact.Facts;
import nadhir.geofence.rule.Rule;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index leaves exactly what GeoTools says of each rule in each zone. */
class RuleEngineTest {
  private static final HazardTypeId QUAKE = new HazardTypeId("earthquake");
  private static final HazardTypeId RELEASE = new HazardTypeId("chemical-release");
  private static final int EVENTS = 60;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void allRulesAtOnceSayWhatEachSaysAlone(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Zone> zones = RandomZones.of(40, random);
    List<Rule> rules = RandomRules.read(texts(150, random), zones);
    var engine = RuleEngine.of(rules, zones);
    int held = 0;
    for (int i = 0; i < EVENTS; i++) {
      var event = Event.random(random, zones);
      var sheets = event.sheets(zones);
      var type = random.nextInt(10) == 0 ? RELEASE : QUAKE;
      var expected =
          EngineOracle.holding(
              type, rules, zones, z -> Optional.ofNullable(sheets.get(z.id().value())));
      var answer = engine.holding(event.question(type, sheets));
      assertEquals(expected, EngineOracle.words(answer), "seed " + seed + ", " + event);
      held += expected.size();
    }
    assertTrue(held > EVENTS * 10, "held " + held);
  }

  /** A hazard, and how much of it is told beforehand. */
  private record Event(
      LatLon place, SortedMap<String, Double> same, Set<Facts> told, Manner manner, long seed) {
    static Event random(RandomGenerator random, List<Zone> zones) {
      var same = new TreeMap<String, Double>();
      same.put("magnitude", tenth(random, 3, 8));
      same.put("age_min", tenth(random, 3, 8));
      if (random.nextInt(4) > 0) {
        same.put("depth_km", tenth(random, 0, 40));
        same.put("protective_km", tenth(random, 0, 40));
      }
      var told =
          random.nextInt(3) == 0
              ? EnumSet.noneOf(Facts.class)
              : EnumSet.of(Facts.MAGNITUDE, Facts.DEPTH_KM, Facts.AGE_MIN);
      Manner manner = Manner.values()[random.nextInt(Manner.values().length)];
      return new Event(near(random, zones), same, told, manner, random.nextLong());
    }

    /** Often just where a distance of the rules ends. */
    private static LatLon near(RandomGenerator random, List<Zone> zones) {
      LatLon centre = zones.get(random.nextInt(zones.size())).centre();
      double km = (1 + random.nextInt(8)) * 10 + (random.nextInt(3) - 1) * 0.0005;
      return random.nextBoolean()
          ? RandomZones.place(random)
          : towards(centre, random.nextDouble(360), km * 1_000);
    }

    private static LatLon towards(LatLon from, double azimuthDeg, double distanceM) {
      var end = Geodesic.WGS84.Direct(from.latDeg(), from.lonDeg(), azimuthDeg, distanceM);
      return new LatLon(end.lat2, end.lon2);
    }

    SortedMap<String, SortedMap<String, Double>> sheets(List<Zone> zones) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      var sheets = new TreeMap<String, SortedMap<String, Double>>();
      for (Zone zone : zones) {
        var sheet = new TreeMap<>(same);
        sheet.put("mmi", tenth(random, 2, 9));
        sheet.put("severity_rank", (double) random.nextInt(5));
        switch (manner) {
          case TO_CENTRES -> sheet.put("distance_km", EngineOracle.toCentreKm(place, zone));
          case TO_OUTLINES -> sheet.put("distance_km", EngineOracle.toOutlineKm(place, zone));
          case NOWHERE -> {}
        }
        if (manner == Manner.TO_CENTRES || random.nextInt(5) > 0) {
          sheets.put(zone.id().value(), sheet);
        }
      }
      return sheets;
    }

    Question question(HazardTypeId type, SortedMap<String, SortedMap<String, Double>> sheets) {
      Optional<Origin> origin =
          switch (manner) {
            case TO_CENTRES -> Optional.of(new Origin(place, true));
            case TO_OUTLINES -> Optional.of(new Origin(place, false));
            case NOWHERE -> Optional.empty();
          };
      return new Question(
          type,
          origin,
          Known.of(told, FactColumns.of(same)),
          zone -> Optional.ofNullable(sheets.get(zone.id().value())).map(FactColumns::of));
    }
  }

  private enum Manner {
    TO_CENTRES,
    TO_OUTLINES,
    NOWHERE
  }

  private static double tenth(RandomGenerator random, int from, int to) {
    return random.nextInt(from * 10, to * 10) / 10.0;
  }

  private static List<RandomRules.Text> texts(int count, RandomGenerator random) {
    List<RandomRules.Text> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String hazard = random.nextInt(10) == 0 ? "chemical-release" : "earthquake";
      String when = when(random, 2);
      texts.add(new RandomRules.Text(hazard, of(hazard, when), zones(random)));
    }
    return texts;
  }

  /** A release has no magnitude: it is asked about other facts. */
  private static String of(String hazard, String when) {
    return hazard.equals("earthquake")
        ? when
        : when.replace("magnitude", "age_min")
            .replace("depth_km", "protective_km")
            .replace("mmi", "severity_rank");
  }

  private static String when(RandomGenerator random, int depth) {
    if (depth == 0) {
      return part(random);
    }
    String word = random.nextInt(3) > 0 ? " AND " : " OR ";
    return "(" + when(random, depth - 1) + word + when(random, depth - 1) + ")";
  }

  private static String part(RandomGenerator random) {
    return switch (random.nextInt(9)) {
      case 0 -> "magnitude >= " + tenth(random, 3, 7);
      case 1 -> "magnitude > " + random.nextInt(3, 7);
      case 2 -> "depth_km <= " + random.nextInt(5, 40);
      case 3 -> "mmi >= " + random.nextInt(3, 9);
      case 4 -> "magnitude - depth_km / 10 > " + tenth(random, 1, 6);
      case 5 -> String.format(Locale.ROOT, "distance_km BETWEEN %d AND 60", random.nextInt(50));
      default -> "distance_km <= " + (1 + random.nextInt(8)) * 10;
    };
  }

  private static String zones(RandomGenerator random) {
    return switch (random.nextInt(5)) {
      case 0 -> "kind <> 'port'";
      case 1 -> "kind = 'port' OR part LIKE '1%'";
      case 2 -> "population_day >= 1000";
      default -> "zone = 'z" + random.nextInt(40) + "'";
    };
  }
}
