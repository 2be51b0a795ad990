package nadhir.core.fusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.hazard.Hazard;
import nadhir.core.json.DomainJson;
import nadhir.core.sim.TestSite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day of random input of every kind; the seed is the parameter, and so on the failure. */
class RandomWalkTest {
  private static final int STEPS = 700;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void foldingTheJournalAgainGivesTheSameBytes(long seed) {
    var first = walk(new Play(desk()), script(seed));
    var again = desk();
    first.entries().forEach(again::fold);
    assertEquals(json(first.desk()), json(again));
    var second = walk(new Play(desk()), script(seed));
    assertEquals(text(first.entries()), text(second.entries()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void aDeskRestoredHalfWayGoesOnExactlyAlike(long seed) {
    List<Entry> entries = walk(new Play(desk()), script(seed)).entries();
    int half = startOfInput(entries, entries.size() / 2);
    var one = desk();
    entries.subList(0, half).forEach(one::fold);
    var other = desk();
    other.restore(DomainJson.read(json(one), HazardState.class));
    for (Entry e : entries.subList(half, entries.size())) {
      one.fold(e);
      other.fold(e);
      assertEquals(one.react(e), other.react(e), "seed " + seed + " at " + e);
    }
    assertEquals(json(one), json(other));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void revisionsCountUpOneByOneAndNothingHappensAfterTheEnd(long seed) {
    var revisions = new HashMap<String, Integer>();
    for (Entry e : walk(new Play(desk()), script(seed)).entries()) {
      switch (e.event()) {
        case HazardEvent.Opened(Hazard h) -> assertEquals(null, revisions.put(h.id().value(), 1));
        case HazardEvent.Revised(Hazard h) -> next(revisions, h, seed);
        case HazardEvent.Withdrawn(Hazard h) -> next(revisions, h, seed);
        case HazardEvent.Ended(var id, _, _) ->
            assertTrue(revisions.put(id.value(), -1) > 0, "ended twice: " + id + ", seed " + seed);
        case Event _ -> {}
      }
    }
    assertTrue(revisions.size() > 10, "the walk must open hazards, seed " + seed);
  }

  private static void next(Map<String, Integer> revisions, Hazard h, long seed) {
    assertEquals(revisions.get(h.id().value()) + 1, h.revision(), h.id() + ", seed " + seed);
    revisions.put(h.id().value(), h.revision());
  }

  private static HazardDesk desk() {
    return new HazardDesk(TestSite.info(), TestSite.gauges(), List.of());
  }

  private static Play walk(Play play, List<String> script) {
    script.forEach(play::line);
    return play;
  }

  private static String json(HazardDesk desk) {
    return DomainJson.write(desk.snapshot());
  }

  private static String text(List<Entry> entries) {
    var lines = new ArrayList<String>();
    entries.forEach(e -> lines.add(DomainJson.write(e)));
    return String.join("\n", lines);
  }

  private static int startOfInput(List<Entry> entries, int from) {
    int i = from;
    while (!(entries.get(i).event() instanceof Input)) {
      i++;
    }
    return i;
  }

  private static List<String> script(long seed) {
    var random = new Random(seed);
    List<String> script = new ArrayList<>();
    Instant at = Instant.parse("2026-11-20T00:10:00Z");
    for (int i = 0; i < STEPS; i++) {
      at = at.plusSeconds(random.nextInt(300));
      script.add(clock(at) + " " + step(random, at));
    }
    return script;
  }

  private static String clock(Instant at) {
    return at.toString().substring(8, 10) + "/" + at.toString().substring(11, 19);
  }

  private static String step(Random random, Instant at) {
    String earlier = clock(at.minusSeconds(random.nextInt(900)));
    return switch (random.nextInt(19)) {
      case 0, 1, 2, 3 -> quake(random, earlier);
      case 4, 5 ->
          "stage Y" + (1 + random.nextInt(2)) + " " + random.nextInt(30) / 10.0 + " o=" + earlier;
      case 6 -> "rain RG" + (1 + random.nextInt(3)) + " " + random.nextInt(12) + " o=" + earlier;
      case 7 -> "distress 97211122" + random.nextInt(4) + " " + sea(random);
      case 8 -> "open fire";
      case 9 -> "end haz-" + random.nextInt(1_500);
      case 10 -> "confirm haz-" + random.nextInt(1_500);
      case 11 -> "merge haz-" + random.nextInt(1_500) + " haz-" + random.nextInt(1_500);
      case 12 -> "call " + sea(random) + " persons=" + (1 + random.nextInt(4));
      case 13 -> "report-felt " + (2 + random.nextInt(6)) + " 29.5" + random.nextInt(10) + ",35.0";
      case 14 -> "stage Y1 " + (random.nextBoolean() ? "90" : "-90") + " o=" + earlier;
      case 15 -> "doubt Y" + (1 + random.nextInt(2)) + " SENTINEL";
      case 16 -> "shakemap maps:" + random.nextInt(12) + " 1 ids=x" + random.nextInt(12);
      case 17 -> vessel(random);
      default -> warning(random);
    };
  }

  private static String sea(Random random) {
    return "29." + (400 + random.nextInt(100)) + ",34.97";
  }

  private static String vessel(Random random) {
    int ship = random.nextInt(3);
    return "vessel ais:"
        + ship
        + "-"
        + random.nextInt(2)
        + " ADRIFT 43811122"
        + ship
        + " "
        + sea(random)
        + (random.nextInt(4) == 0 ? " deleted" : "");
  }

  private static String warning(Random random) {
    String language = random.nextBoolean() ? "ar" : "en";
    int number = random.nextInt(4);
    return "warning jmd-"
        + language
        + ":"
        + number
        + (random.nextBoolean() ? " SEVERE" : " MODERATE")
        + " onset=20/0"
        + number
        + ":00 until=20/2"
        + number
        + ":00 sender=jmd.jo lang="
        + language
        + " title="
        + language
        + number
        + (random.nextInt(5) == 0 ? " cancelled" : "");
  }

  private static String quake(Random random, String updated) {
    String feed = List.of("usgs", "emsc", "gfz").get(random.nextInt(3));
    int event = random.nextInt(12);
    return "quake "
        + feed
        + ":"
        + event
        + " M"
        + (30 + random.nextInt(45)) / 10.0
        + " 2"
        + event % 10
        + "."
        + (100 + random.nextInt(800))
        + ",34.8 u="
        + updated
        + " o=20/00:0"
        + event % 10
        + ":00"
        + (random.nextInt(6) == 0 ? " deleted" : "")
        + (random.nextInt(3) == 0 ? " reviewed" : "")
        + (random.nextInt(4) == 0 ? " ids=x" + event + ",y" + random.nextInt(12) : "");
  }
}
