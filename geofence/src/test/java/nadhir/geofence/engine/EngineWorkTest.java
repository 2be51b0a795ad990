package nadhir.geofence.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
import org.junit.jupiter.api.Test;

/** How much is looked at, in counts: no clock, so that a busy machine changes nothing. */
class EngineWorkTest {
  private static final HazardTypeId QUAKE = new HazardTypeId("earthquake");
  private static final int EVENTS = 1_000;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);

  /** Of a whole run, per event. */
  private record PerEvent(double words, double clauses, double pairs, double zones, double held) {}

  @Test
  void oneEventAgainstAThousandRulesWithAnAreaLooksAtFew() {
    List<Zone> zones = RandomZones.of(1_000, random);
    var engine = RuleEngine.of(rules(1_000, true, zones), zones);
    assertTrue(engine.indexWords() <= 390_000, "words " + engine.indexWords());
    var work = run(engine);
    assertTrue(work.held > 0.05, work.toString());
    assertTrue(work.words <= 40, work.toString());
    assertTrue(work.clauses <= 2, work.toString());
    assertTrue(work.pairs <= 1, work.toString());
    assertTrue(work.zones <= 0.05, work.toString());
  }

  @Test
  void withoutAnAreaTheIndexAloneDecides() {
    List<Zone> zones = RandomZones.of(1_000, random);
    var work = run(RuleEngine.of(rules(1_000, false, zones), zones));
    assertTrue(work.held > 0.5, work.toString());
    assertTrue(work.words <= 48, work.toString());
    assertEquals(0, work.clauses, work.toString());
    assertEquals(0, work.zones, work.toString());
  }

  @Test
  void tenThousandRulesOnAThousandZonesStaySmall() {
    List<Zone> zones = RandomZones.of(1_000, random);
    List<Rule> thousand = rules(1_000, true, zones);
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      rules.addAll(thousand);
    }
    var engine = RuleEngine.of(rules, zones);
    assertTrue(engine.indexWords() <= 4_000_000, "words " + engine.indexWords());
    var work = run(engine);
    assertTrue(work.words <= 400, work.toString());
    assertTrue(work.clauses <= 20, work.toString());
    assertTrue(work.zones <= 0.5, work.toString());
  }

  @Test
  void aConditionWithTooManyWaysIsAskedAsAWhole() {
    List<Zone> zones = RandomZones.of(1, random);
    var either = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      either.add("(mmi >= " + i + " OR pga_mps2 >= " + i + ")");
    }
    var text =
        new RandomRules.Text(
            "earthquake", "magnitude >= 5 AND " + String.join(" AND ", either), "zone = 'z0'");
    Rule rule = RandomRules.read(List.of(text), zones).getFirst();
    List<Clause> clauses = Clause.of(CompiledCondition.of(rule.when()).test());
    assertEquals(Clause.MAX_CLAUSES, clauses.size());
    assertTrue(clauses.stream().allMatch(clause -> clause.bounds().size() >= 1));
  }

  private PerEvent run(RuleEngine engine) {
    double words = 0;
    double clauses = 0;
    double pairs = 0;
    double asked = 0;
    double held = 0;
    for (int i = 0; i < EVENTS; i++) {
      var answer = engine.holding(event());
      words += answer.words();
      clauses += answer.clauses();
      pairs += answer.pairs();
      asked += answer.zonesAsked();
      held += answer.size();
    }
    return new PerEvent(
        words / EVENTS, clauses / EVENTS, pairs / EVENTS, asked / EVENTS, held / EVENTS);
  }

  /** Ten times fewer with each magnitude, as nature has them. */
  private Question event() {
    LatLon place = RandomZones.place(random);
    var same = new TreeMap<String, Double>();
    same.put("magnitude", 2.5 - StrictMath.log10(1 - random.nextDouble()));
    same.put("depth_km", random.nextDouble(30));
    return new Question(
        QUAKE,
        Optional.of(new Origin(place, true)),
        Known.of(EnumSet.of(Facts.MAGNITUDE, Facts.DEPTH_KM), FactColumns.of(same)),
        zone -> {
          var facts = new TreeMap<>(same);
          facts.put("distance_km", EngineOracle.toCentreKm(place, zone));
          return Optional.of(FactColumns.of(facts));
        });
  }

  private List<Rule> rules(int count, boolean withArea, List<Zone> zones) {
    List<RandomRules.Text> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean quake = random.nextInt(4) > 0;
      String when =
          (quake ? "magnitude >= " : "age_min >= ")
              + random.nextInt(40, 70) / 10.0
              + (quake ? " AND depth_km <= " : " AND protective_km <= ")
              + random.nextInt(5, 30);
      String area = " AND distance_km <= " + random.nextInt(5, 50);
      texts.add(
          new RandomRules.Text(
              quake ? "earthquake" : "chemical-release",
              withArea ? when + area : when,
              "zone = 'z" + i % zones.size() + "'"));
    }
    return RandomRules.read(texts, zones);
  }
}
