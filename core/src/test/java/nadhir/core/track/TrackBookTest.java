package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.event.Input;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.UnitId;
import nadhir.core.json.DomainJson;
import nadhir.core.sim.RoundPlaces;
import org.junit.jupiter.api.Test;

/** Units spread over members that come, go and are lost. */
class TrackBookTest {
  private static final RoundPlaces PLACES =
      RoundPlaces.none()
          .and("shamiya", 29.53, 35.00, 500)
          .and("old-town", 29.525, 35.003, 700)
          .and("shore", 29.52, 34.99, 300);

  @Test
  void theHashIsTheSameForEver() {
    // FNV-1a of "a" is 0xe40c292c and of "foobar" 0xbf9cf968 (RFC 9923, appendix C)
    assertEquals(Math.floorMod(0xe40c292c, 271), TrackBook.partitionOf(new UnitId("a")));
    assertEquals(Math.floorMod(0xbf9cf968, 271), TrackBook.partitionOf(new UnitId("foobar")));
  }

  @Test
  void unitsOfEverySortOfNameAreSpread() {
    var counts = new int[TrackBook.PARTITIONS];
    for (int i = 0; i < 10_000; i++) {
      counts[TrackBook.partitionOf(new UnitId("amb-" + i))]++;
    }
    int most = 0;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    assertTrue(most < 80, "37 on average, but one has " + most);
  }

  @Test
  void aShareIsAValueThatGoesOverTheWire() {
    var book = TrackBook.whole(_ -> true);
    var at = UnitTalk.at("10:00:00");
    UnitFix fix = UnitTalk.fix("amb-1", new LatLon(29.53, 35.00), at, 10);
    book.of(fix.unit()).orElseThrow().hear(fix, PLACES, at);
    int partition = TrackBook.partitionOf(fix.unit());
    TrackBook.Share share = book.give(partition).orElseThrow();
    assertEquals(1, share.tracks().size());
    assertEquals(share, DomainJson.read(DomainJson.write(share), TrackBook.Share.class));
    assertEquals(Optional.empty(), book.of(fix.unit()), "its words are another's");
    assertEquals(Optional.empty(), book.give(partition));
    book.take(share);
    assertEquals(share.tracks(), book.tracks());
    assertThrows(IllegalStateException.class, () -> book.take(share));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrackBook.Share((partition + 1) % TrackBook.PARTITIONS, share.tracks()));
  }

  /** The lane: as the desk has it, it takes no word that is earlier than what it knows. */
  private static final class Lane {
    final TreeMap<UnitId, Input.UnitHeard> known = new TreeMap<>();
    final List<String> said = new ArrayList<>();

    void take(Input.UnitHeard word) {
      Input.UnitHeard before = known.get(word.unit());
      if (before == null || !word.seenAt().isBefore(before.seenAt())) {
        known.put(word.unit(), word);
        var were = before == null ? List.of() : before.zones();
        word.zones().stream()
            .filter(z -> !were.contains(z))
            .forEach(z -> said.add(word.unit() + " enters " + z));
        if (before != null) {
          before.zones().stream()
              .filter(z -> !word.zones().contains(z))
              .forEach(z -> said.add(word.unit() + " leaves " + z));
        }
      }
    }
  }

  /** Members of a cluster; each partition is on one of them. */
  private static final class Members {
    final RandomGenerator random;
    final List<TrackBook> books = new ArrayList<>();
    final int[] owner = new int[TrackBook.PARTITIONS];
    final Lane lane;
    int handedOn;
    int lost;

    Members(long seed, Lane lane) {
      this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      this.lane = lane;
      for (int i = 0; i < 4; i++) {
        books.add(new TrackBook(_ -> true));
      }
      for (int p = 0; p < owner.length; p++) {
        owner[p] = p % 4;
        books.get(owner[p]).take(new TrackBook.Share(p, List.of()));
      }
    }

    /** A partition moves in good order. */
    void handOn() {
      int p = random.nextInt(owner.length);
      TrackBook.Share share = books.get(owner[p]).give(p).orElseThrow();
      owner[p] = random.nextInt(books.size());
      books.get(owner[p]).take(DomainJson.read(DomainJson.write(share), TrackBook.Share.class));
      handedOn += share.tracks().size();
    }

    /** A member dies: the others begin its partitions with what the lane knows. */
    void lose() {
      int dead = random.nextInt(books.size());
      books.set(dead, new TrackBook(_ -> true));
      for (int p = 0; p < owner.length; p++) {
        if (owner[p] == dead) {
          owner[p] = (dead + 1 + random.nextInt(3)) % 4;
          books.get(owner[p]).take(new TrackBook.Share(p, List.of()));
        }
      }
      for (Input.UnitHeard word : lane.known.values()) {
        UnitTracker tracker =
            books.get(owner[TrackBook.partitionOf(word.unit())]).of(word.unit()).orElseThrow();
        lost += tracker.tracks().isEmpty() ? 1 : 0;
        tracker.recall(word);
      }
    }

    UnitTracker of(UnitId unit) {
      return books.get(owner[TrackBook.partitionOf(unit)]).of(unit).orElseThrow();
    }
  }

  /** One tracker for all, that nothing ever happens to, says what is right. */
  @Test
  void whateverHappensToMembersTheLaneHearsTheSameEnteringAndLeavingInTheSameOrder() {
    long seed = 41;
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var lane = new Lane();
    var members = new Members(seed + 1, lane);
    var steady = new Lane();
    var single = new UnitTracker(_ -> true);
    var places = new LatLon[40];
    java.util.Arrays.fill(places, new LatLon(29.527, 35.00));
    for (int step = 0; step < 20_000; step++) {
      int i = random.nextInt(places.length);
      places[i] = moved(random, places[i]);
      Instant at = UnitTalk.at("00:00:00").plusSeconds(step);
      UnitFix fix = UnitTalk.fix("amb-" + i, places[i], at, 5);
      said(single.hear(fix, PLACES, at)).ifPresent(steady::take);
      for (int again = random.nextInt(3); again >= 0; again--) {
        said(members.of(fix.unit()).hear(fix, PLACES, at)).ifPresent(lane::take);
      }
      if (random.nextInt(20) == 0) {
        members.handOn();
      }
      if (random.nextInt(500) == 0) {
        members.lose();
      }
      assertEquals(steady.said, lane.said, "seed " + seed + " step " + step);
    }
    assertTrue(steady.said.size() > 500, steady.said.size() + " said");
    assertTrue(members.handedOn > 50, members.handedOn + " units handed on");
    assertTrue(members.lost > 50, members.lost + " units lost with a member");
  }

  private static LatLon moved(RandomGenerator random, LatLon from) {
    LatLon to = Sphere.towards(from, random.nextDouble(360), random.nextDouble(150));
    return Sphere.distanceM(to, new LatLon(29.527, 35.00)) > 2_000 ? new LatLon(29.527, 35.00) : to;
  }

  private static Optional<Input.UnitHeard> said(UnitTracker.Taken taken) {
    return switch (taken) {
      case UnitTracker.Taken.Followed(var news) -> news;
      case UnitTracker.Taken.Repeated _, UnitTracker.Taken.Refused _ -> Optional.empty();
    };
  }
}
