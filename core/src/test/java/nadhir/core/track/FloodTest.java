package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;
import nadhir.core.sim.Fleet;
import nadhir.core.sim.RoundPlaces;
import org.junit.jupiter.api.Test;

/** More of everything than a sea can hold, and messages that no ship would send. */
class FloodTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final LatLon CORNER = new LatLon(29.30, 34.80);

  private final ShipTracker tracker =
      new ShipTracker(
          TrackSettings.of(new FeedId("ais")),
          RoundPlaces.none().and("port", 29.40, 34.95, 5_000),
          TrackListener.NOBODY);

  @Test
  void aSeaFullOfShipsIsFollowedAndTheJournalIsSpared() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(31);
    var fleet = new Fleet(TrackTable.MAX_TRACKS, CORNER, 0.5, random);
    int messages = 150_000; // 30 seconds
    var reports = new TreeMap<String, Integer>();
    for (int i = 0; i < messages; i++) {
      double seconds = i / 5_000.0;
      for (HazardReport r :
          tracker.hear(fleet.speak(seconds), AT.plusMillis((long) (seconds * 1_000)))) {
        reports.merge(r.type() + " " + r.status(), 1, Integer::sum);
      }
    }
    assertEquals(TrackTable.MAX_TRACKS, tracker.vessels(AT).size());
    assertEquals("{collision-risk ACTUAL=" + Encounters.MOST_TOLD + "}", reports.toString());
    assertTrue(tracker.untold() > 10_000, tracker.untold() + " untold");
  }

  @Test
  void nothingThatAMessageCanHoldMakesItFail() {
    long seed = 32;
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 100_000; i++) {
      AisMessage message = any(random);
      Instant at = AT.plusSeconds(random.nextInt(100) == 0 ? random.nextInt(-3_600, 7_200) : i);
      try {
        tracker.hear(message, at);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + " step " + i + " " + message, e);
      }
    }
    assertTrue(tracker.vessels(Instant.EPOCH).size() > 20, "some are followed");
  }

  private static AisMessage any(RandomGenerator random) {
    String mmsi =
        one(random, "438000001", "970111222", "000000000", "1073741823", "", "x", "111222333");
    mmsi = random.nextBoolean() ? "43800" + (1_000 + random.nextInt(200)) : mmsi;
    return switch (random.nextInt(6)) {
      case 0 ->
          new AisMessage.Static(
              5,
              mmsi,
              Optional.of(one(random, "", "A", "سفينة", "X".repeat(50))),
              Optional.empty(),
              OptionalInt.of(random.nextInt(256)),
              Optional.empty());
      case 1 ->
          new AisMessage.SafetyText(14, mmsi, Optional.empty(), one(random, "", "MOB ACTIVE"));
      default ->
          new AisMessage.Position(
              1,
              mmsi,
              random.nextInt(10) == 0
                  ? Optional.empty()
                  : Optional.of(
                      new LatLon(
                          any(random, 0, 90, -90, 29.4, 29.41, 85),
                          any(random, 0, 180, -180, 34.95, 34.96, 179.99))),
              OptionalDouble.of(any(random, 0, 359.9, 180, 45)),
              OptionalDouble.of(any(random, 0, 52.6, 1, 5, 200)),
              OptionalInt.of(random.nextInt(360)),
              OptionalInt.of(random.nextInt(16)),
              Optional.empty());
    };
  }

  private static String one(RandomGenerator random, String... of) {
    return of[random.nextInt(of.length)];
  }

  private static double any(RandomGenerator random, double... of) {
    return of[random.nextInt(of.length)];
  }
}
