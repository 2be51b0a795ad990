package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;
import nadhir.core.sim.Fleet;
import nadhir.core.sim.RoundPlaces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crowded gulf from a seed, with all that goes wrong in one, played twice. */
class ShipWalkTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final LatLon CORNER = new LatLon(29.30, 34.85);
  private static final int SHIPS = 150;
  private static final int MESSAGES = 60_000;

  private final List<String> passages = new ArrayList<>();
  private final List<Conclusion> conclusions = new ArrayList<>();
  private final List<HazardReport> reports = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theSameMessagesGiveTheSameConclusions(long seed) {
    play(seed);
    var first = List.of(List.copyOf(passages), List.copyOf(conclusions), List.copyOf(reports));
    play(seed);
    assertEquals(first, List.of(passages, conclusions, reports), "seed " + seed);
    var kinds = new TreeSet<>(conclusions.stream().map(c -> c.trouble().name()).toList());
    assertEquals(5, kinds.size(), "seed " + seed + " never led to all troubles: " + kinds);
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  void everyEpisodeBeginsOnceAndIsOverAtMostOnce(long seed) {
    play(seed);
    var open = new TreeMap<String, Conclusion.Phase>();
    for (Conclusion c : conclusions) {
      String episode = c.mmsi() + " " + c.trouble() + " " + c.other() + " " + c.since();
      var before = open.put(episode, c.phase());
      boolean fits =
          switch (c.phase()) {
            case BEGINS -> before == null;
            case GOES_ON, OVER -> before != null && before != Conclusion.Phase.OVER;
          };
      assertTrue(fits, "seed " + seed + ": " + c + " after " + before);
    }
    var ids = new TreeMap<String, HazardReport>();
    for (HazardReport r : reports) {
      var before = ids.put(r.id().value(), r);
      assertTrue(before == null || !before.updatedAt().isAfter(r.updatedAt()), r.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 10, 11})
  void whoEntersLeavesBeforeEnteringAgain(long seed) {
    play(seed);
    var in = new TreeSet<String>();
    for (String line : passages) {
      String[] words = line.split(" "); // time mmsi verb [in] place
      String who = words[1] + " " + (words[2].equals("dwells") ? words[4] : words[3]);
      switch (words[2]) {
        case "enters" -> assertTrue(in.add(who), "seed " + seed + " " + line);
        case "leaves" -> assertTrue(in.remove(who), "seed " + seed + " " + line);
        case "dwells" -> assertTrue(in.contains(who), "seed " + seed + " " + line);
        default -> throw new AssertionError(line);
      }
    }
    assertTrue(passages.size() > 100, passages.size() + " passages");
  }

  private void play(long seed) {
    passages.clear();
    conclusions.clear();
    reports.clear();
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var places = RoundPlaces.none();
    for (int i = 0; i < 12; i++) {
      places =
          places.and(
              "p" + i,
              CORNER.latDeg() + random.nextDouble(0.2),
              CORNER.lonDeg() + random.nextDouble(0.2),
              300 + random.nextDouble(1_500));
    }
    var reef = new FixedPoint("reef", new LatLon(29.4, 34.95), 300);
    var tracker =
        new ShipTracker(
            TrackSettings.of(new FeedId("ais")).with(List.of(reef)),
            places,
            (mmsi, passage) -> passages.add(Conversation.told(mmsi, passage)));
    var fleet = new Fleet(SHIPS, CORNER, 0.2, random);
    for (int i = 0; i < MESSAGES; i++) {
      double seconds = i * 0.06;
      AisMessage message = spoilt(fleet.speak(seconds), random);
      reports.addAll(tracker.hear(message, AT.plusMillis((long) (seconds * 1_000))));
      conclusions.addAll(tracker.said());
    }
  }

  /**
   * By its number, a ship drifts, has a status, shares its number with another or jumps; and any
   * message can be lost or wrong.
   */
  private static AisMessage spoilt(AisMessage.Position p, RandomGenerator random) {
    int kind = Integer.parseInt(p.mmsi()) % 16;
    boolean drifts = kind == 1 && p.speedMps().orElse(0) > 0;
    boolean wrong = random.nextInt(500) == 0;
    Optional<LatLon> place = p.place();
    if (kind == 2 && random.nextBoolean() || wrong) {
      place = place.map(q -> new LatLon(q.latDeg() + 1, q.lonDeg() + random.nextDouble(0.01)));
    } else if (kind == 3 && random.nextInt(4) == 0) {
      place = random.nextBoolean() ? Optional.empty() : Optional.of(new LatLon(0, 0));
    }
    return new AisMessage.Position(
        1,
        p.mmsi(),
        place,
        p.courseDeg(),
        drifts ? OptionalDouble.of(0.6) : p.speedMps(),
        drifts ? OptionalInt.of((int) (p.courseDeg().getAsDouble() + 90) % 360) : p.headingDeg(),
        kind == 4 ? OptionalInt.of(2) : kind == 5 ? OptionalInt.of(6) : p.navStatus(),
        Optional.empty());
  }
}
