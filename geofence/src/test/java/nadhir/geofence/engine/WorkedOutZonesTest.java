package nadhir.geofence.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;
import nadhir.core.pack.SiteHead;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Zone;
import nadhir.geofence.AqabaPack;
import nadhir.geofence.impact.Around;
import nadhir.geofence.impact.Impacts;
import nadhir.geofence.impact.flood.GaugeTrack;
import nadhir.geofence.impact.flood.Gauging;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.zone.ZoneProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Zones that are worked out only where the index leaves something open give the verdicts, and the
 * impacts, that each rule by itself gives on all zones worked out beforehand.
 */
class WorkedOutZonesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:30:00Z");
  private static final int HAZARDS = 250;

  private final SiteHead site = AqabaPack.realHead();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void whatIsNotWorkedOutChangesNothing(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Zone> zones = new ArrayList<>(RandomZones.of(40, random));
    zones.addAll(AqabaPack.realZones());
    List<Rule> rules = RandomRules.read(texts(150, random), zones);
    var engine = RuleEngine.of(rules, zones);
    var impacts = new Impacts(site.info().timeZone(), site.gauges(), zones, site.models());
    int held = 0;
    int spared = 0;
    for (int i = 0; i < HAZARDS; i++) {
      Hazard hazard = RandomHazards.next(random, place(random, zones), NOW);
      Around around = around(random);
      List<ZoneImpact> all = impacts.of(hazard, around, NOW);
      var inZones = impacts.in(hazard, around, NOW);
      var verdicts = Verdicts.of(engine, hazard.type(), inZones);
      spared += all.size() - inZones.workedOut();
      var expected = expected(hazard, rules, zones, all);
      for (Rule rule : rules) {
        var where = expected.getOrDefault(rule.id(), new TreeMap<>());
        assertEquals(where, verdicts.holding(rule.id()), "seed " + seed + " " + rule.when());
        held += where.size();
      }
      assertEquals(expected.keySet(), verdicts.rules(), "seed " + seed + ", hazard " + i);
      assertEquals(all, inZones.all(), "seed " + seed + ", hazard " + i);
    }
    assertTrue(held > HAZARDS, "seed " + seed + " held " + held);
    assertTrue(spared > HAZARDS, "seed " + seed + " spared " + spared);
  }

  private static SortedMap<RuleId, SortedMap<ZoneId, ZoneImpact>> expected(
      Hazard hazard, List<Rule> rules, List<Zone> zones, List<ZoneImpact> all) {
    var names = ZoneProperties.namesIn(zones);
    var properties = new TreeMap<ZoneId, SortedMap<String, Object>>();
    zones.forEach(zone -> properties.put(zone.id(), ZoneProperties.of(zone, names)));
    var expected = new TreeMap<RuleId, SortedMap<ZoneId, ZoneImpact>>();
    for (Rule rule : rules.stream().filter(r -> r.hazard().equals(hazard.type())).toList()) {
      for (ZoneImpact impact : all) {
        if (rule.when().holds(impact.facts())
            && rule.zones().holds(properties.get(impact.zone()))) {
          expected.computeIfAbsent(rule.id(), _ -> new TreeMap<>()).put(impact.zone(), impact);
        }
      }
    }
    return expected;
  }

  /** Somewhere, at the end of a rule's distance, or farther away than any. */
  private static LatLon place(RandomGenerator random, List<Zone> zones) {
    LatLon centre = zones.get(random.nextInt(zones.size())).centre();
    double km =
        switch (random.nextInt(4)) {
          case 0 -> random.nextDouble(2);
          case 1 -> random.nextDouble(200, 2_000);
          default -> (1 + random.nextInt(8)) * 10 + (random.nextInt(3) - 1) * 0.0005;
        };
    return Sphere.towards(centre, random.nextDouble(360), km * 1_000);
  }

  private Around around(RandomGenerator random) {
    var tracks = new TreeMap<String, GaugeTrack>();
    var heard = new TreeMap<String, Gauging.Heard>();
    for (var gauge : site.gauges()) {
      Instant at = NOW.minus(Duration.ofMinutes(random.nextInt(60)));
      if (random.nextInt(4) > 0) {
        heard.put(gauge.id().value(), Gauging.Heard.well(at));
        tracks.put(gauge.id().value(), GaugeTrack.NONE.with(random.nextDouble(30), at));
      }
    }
    List<Hazard> watches =
        random.nextBoolean() ? List.of(RandomHazards.warning(random, NOW)) : List.of();
    return new Around(new Gauging(tracks, heard), watches);
  }

  private static List<RandomRules.Text> texts(int count, RandomGenerator random) {
    List<RandomRules.Text> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String hazard = RandomHazards.TYPES.get(random.nextInt(RandomHazards.TYPES.size()));
      String when = part(hazard, random);
      for (int more = random.nextInt(3); more > 0; more--) {
        when += (random.nextInt(3) > 0 ? " AND " : " OR ") + part(hazard, random);
      }
      texts.add(new RandomRules.Text(hazard, when, zones(random)));
    }
    return texts;
  }

  private static String part(String hazard, RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0 -> "age_min < " + random.nextInt(1, 60);
      case 1 -> "people > " + random.nextInt(0, 2_000);
      case 2 -> "certainty_rank >= " + random.nextInt(1, 5);
      default -> own(hazard, random);
    };
  }

  private static String own(String hazard, RandomGenerator random) {
    int km = (1 + random.nextInt(8)) * 10;
    String near = "distance_km " + (random.nextInt(4) > 0 ? "<= " : ">= ") + km;
    List<String> parts =
        switch (hazard) {
          case "earthquake" ->
              List.of(
                  near,
                  "magnitude >= " + tenth(random, 3, 7),
                  "depth_km <= " + random.nextInt(5, 60),
                  "mmi >= " + tenth(random, 2, 8),
                  "felt_mmi >= " + random.nextInt(3, 7),
                  "mmi_high - mmi_low > 1",
                  "wave_from_min < 30",
                  "s_arrival_s <= " + random.nextInt(2, 60));
          case "flash-flood" ->
              List.of(
                  "stage_m >= stage_moderate",
                  "rise_m_per_h > " + tenth(random, 0, 3),
                  "peak_class >= " + random.nextInt(1, 4),
                  "rain_mm_30 >= " + random.nextInt(1, 30),
                  "runoff_m3ps >= " + random.nextInt(1, 30),
                  "watch = 1",
                  "gauges_over >= " + random.nextInt(1, 3),
                  "lead_min < " + random.nextInt(1, 90));
          case "distress-at-sea" ->
              List.of(
                  near,
                  "speed_mps > " + tenth(random, 0, 2),
                  "messages >= " + random.nextInt(2, 9),
                  "search_radius_km > " + tenth(random, 0, 5),
                  "search_km <= " + random.nextInt(1, 50));
          default ->
              List.of(
                  near,
                  "severity_rank >= " + random.nextInt(1, 4),
                  "inside = 1",
                  "isolation_km > " + tenth(random, 0, 1),
                  "protective_km > " + tenth(random, 0, 3));
        };
    return parts.get(random.nextInt(parts.size()));
  }

  private static String tenth(RandomGenerator random, int from, int to) {
    return String.format(Locale.ROOT, "%.1f", random.nextInt(from * 10, to * 10) / 10.0);
  }

  private static String zones(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> "kind <> 'port'";
      case 1 -> "population_day >= 1000";
      case 2 -> "kind = 'floodplain' OR part LIKE '1%'";
      default -> "zone = 'z" + random.nextInt(40) + "'";
    };
  }
}
