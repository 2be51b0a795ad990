package nadhir.geofence.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.json.DomainJson;
import nadhir.core.report.GaugeFault;
import nadhir.core.report.Severity;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long random evenings: the same seed gives the same bytes, whatever happens in between. */
class RiskWalkTest {
  private static final AqabaPack AQABA = AqabaPack.real();
  private static final int STEPS = 400;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 20_261_120})
  void theSameSeedGivesTheSameBytes(long seed) {
    var first = walk(seed, false);
    var second = walk(seed, false);
    assertSame(first, second, seed);
    assertTrue(first.told().lines().count() > 20, "seed " + seed + " told too little");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 4})
  void aRestoredDeskGoesOnAsIfNothingHadHappened(long seed) {
    assertSame(walk(seed, false), walk(seed, true), seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {5})
  void foldingTheEntriesGivesTheState(long seed) {
    var play = walk(seed, false);
    var folded = AQABA.desk();
    play.entries().forEach(folded::fold);
    assertEquals(play.desk().snapshot(), folded.snapshot(), "seed " + seed);
  }

  /** Compares entry by entry: the whole would fill the screen. */
  private static void assertSame(RiskPlay one, RiskPlay other, long seed) {
    for (int i = 0; i < Math.min(one.entries().size(), other.entries().size()); i++) {
      assertEquals(
          DomainJson.write(one.entries().get(i)),
          DomainJson.write(other.entries().get(i)),
          "seed " + seed + " entry " + i);
    }
    assertEquals(one.entries().size(), other.entries().size(), "seed " + seed);
  }

  private static RiskPlay walk(long seed, boolean restoring) {
    var random = new Random(seed);
    var restarts = new Random(seed + 1);
    var play = new RiskPlay(AQABA);
    var open = new ArrayList<Hazard>();
    Instant at = RiskPlay.at("00:00");
    for (int step = 0; step < STEPS; step++) {
      at = at.plus(Duration.ofSeconds(30 + random.nextInt(150)));
      play.then(at, step(random, step, at, open, play));
      if (restoring && restarts.nextInt(10) == 0) {
        play.restart();
      }
    }
    return play;
  }

  private static Event step(Random random, int step, Instant at, List<Hazard> open, RiskPlay play) {
    int choice = random.nextInt(12);
    if (choice == 10) {
      return new Input.FeedHealthChanged(
          new FeedId(random.nextBoolean() ? "usgs" : "ais"),
          random.nextBoolean() ? Input.FeedHealth.GREY : Input.FeedHealth.GREEN,
          "",
          "");
    }
    if (choice == 11) {
      GaugeFault fault = GaugeFault.values()[random.nextInt(GaugeFault.values().length)];
      return new HazardEvent.GaugeFaulty(gauge(random), fault, at, "");
    }
    if (choice == 0 && !open.isEmpty()) {
      HazardId ended = open.remove(random.nextInt(open.size())).id();
      return new HazardEvent.Ended(ended, at, "over");
    }
    if (choice == 1) {
      return new HazardEvent.GaugeSilent(gauge(random), at);
    }
    if (choice == 2) {
      return new HazardEvent.GaugeBack(gauge(random), at);
    }
    if (choice == 3 && !play.desk().snapshot().waiting().isEmpty()) {
      return new Input.Woken("risk", play.desk().snapshot().waiting().firstKey());
    }
    if (choice < 6 || open.isEmpty()) {
      var hazard = hazard(random, "h" + step, at);
      open.add(hazard);
      return new HazardEvent.Opened(hazard);
    }
    int which = random.nextInt(open.size());
    Hazard revised = like(random, open.get(which), at);
    if (random.nextInt(8) == 0) {
      revised =
          HazardWords.as(
              random.nextBoolean() ? Hazard.Status.HELD : Hazard.Status.WITHDRAWN, revised);
    }
    open.set(which, revised);
    return new HazardEvent.Revised(revised);
  }

  private static GaugeId gauge(Random random) {
    return new GaugeId(List.of("RG1", "RG2", "RG3", "Y1", "Y2").get(random.nextInt(5)));
  }

  private static Hazard hazard(Random random, String id, Instant at) {
    return switch (random.nextInt(5)) {
      case 0 -> HazardWords.quake(id, 1, time(at), 4 + 4 * random.nextDouble());
      case 1 ->
          HazardWords.overboard(
              id, 1, time(at), new LatLon(29.35 + 0.2 * random.nextDouble(), 34.95));
      case 2 ->
          HazardWords.warning(
              id,
              time(at),
              time(at.plus(Duration.ofHours(3))),
              Severity.values()[random.nextInt(5)]);
      case 3 -> HazardWords.flood(id, 1, "shallala", time(at), rain(random, "RG3", at));
      default -> yutum(random, id, 1, at);
    };
  }

  private static Hazard like(Random random, Hazard before, Instant at) {
    String id = before.id().value();
    int revision = before.revision() + 1;
    return switch (before.type().value()) {
      case "earthquake" ->
          HazardWords.quake(id, revision, time(before.occurredAt()), 4 + 4 * random.nextDouble());
      case "distress-at-sea" ->
          HazardWords.overboard(
              id, revision, time(at), new LatLon(29.35 + 0.2 * random.nextDouble(), 34.95));
      case "weather-warning" -> before;
      default -> yutum(random, id, revision, at);
    };
  }

  private static Hazard yutum(Random random, String id, int revision, Instant at) {
    return HazardWords.flood(
        id,
        revision,
        "yutum",
        time(at),
        rain(random, "RG1", at),
        HazardWords.water("Y1", time(at), 3 * random.nextDouble(), 4 * random.nextDouble()),
        HazardWords.water("Y2", time(at), 2 * random.nextDouble(), 4 * random.nextDouble()));
  }

  private static GaugeState rain(Random random, String gauge, Instant at) {
    return HazardWords.rain(gauge, time(at), 40 * random.nextDouble());
  }

  private static String time(Instant at) {
    return at.atOffset(ZoneOffset.ofHours(3)).toLocalTime().withNano(0).toString();
  }
}
