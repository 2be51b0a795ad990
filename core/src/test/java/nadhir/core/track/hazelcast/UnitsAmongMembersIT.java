package nadhir.core.track.hazelcast;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.event.Input;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.UnitId;
import nadhir.core.lane.Lane;
import nadhir.core.sim.OneTracker;
import nadhir.core.sim.RoundPlaces;
import nadhir.core.track.LaneWords;
import nadhir.core.track.Places;
import nadhir.core.track.UnitFix;
import nadhir.core.track.UnitSight;
import nadhir.core.track.UnitTrack;
import nadhir.core.track.UnitTracker;
import nadhir.core.track.UnitTracks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Units that drive while the members that follow them come, go and die, against one tracker that
 * nothing ever happens to. Positions go to any member; each follows the lane a little behind.
 */
class UnitsAmongMembersIT {
  private static final int UNITS = 60;
  private static final Duration STEP = Duration.ofSeconds(4);
  private static final Duration MOST_BEHIND = Duration.ofSeconds(10);
  private static final LatLon MIDDLE = new LatLon(29.527, 35.00);
  private static final Places BEFORE =
      RoundPlaces.none().and("shamiya", 29.53, 35.00, 500).and("old-town", 29.525, 35.003, 700);
  private static final Places AFTER =
      RoundPlaces.none().and("shamiya", 29.53, 35.00, 500).and("shore", 29.52, 34.99, 900);

  private final OneTracker single = new OneTracker(_ -> true);
  private final List<Input> steady = new ArrayList<>();
  private final List<Followed> journal = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private final LatLon[] at = new LatLon[UNITS];
  private Instant now = Instant.parse("2026-11-20T00:00:00Z");
  private Places places = BEFORE;
  private CompletableFuture<?> change = CompletableFuture.completedFuture(true);
  private MembersForTests cluster;
  private RandomGenerator random;

  /** Of so many offers one does not get into the journal; 0 for none. */
  private int lost;

  /** An entry of the lane. */
  private record Followed(Input input, Instant at) {}

  private final class Member {
    final HazelcastInstance hazelcast;
    final UnitTracks tracks;
    final LaneWords words = new LaneWords();
    int read;

    Member(HazelcastInstance hazelcast) {
      this.hazelcast = hazelcast;
      this.tracks = new UnitTracks(new HazelcastTrackStore(hazelcast, new Lane.Live()));
      follow(now);
    }

    UnitSight follow(Instant until) {
      for (; read < journal.size() && !journal.get(read).at().isAfter(until); read++) {
        OneTracker.fold(words, journal.get(read).input());
      }
      return new UnitSight(_ -> true, places, words, now);
    }
  }

  @BeforeEach
  void open() throws Exception {
    Arrays.fill(at, MIDDLE);
    cluster = new MembersForTests(3);
    cluster.running().forEach(member -> members.add(new Member(member)));
  }

  @AfterEach
  void close() {
    change.join();
    cluster.close();
  }

  private void seed(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private Member any() {
    return members.get(random.nextInt(members.size()));
  }

  private void drive(int steps) {
    for (int step = 0; step < steps; step++) {
      now = now.plus(STEP);
      int i = random.nextInt(UNITS);
      if (i % 10 == 0 && random.nextInt(25) > 0) {
        sweep(); // these speak so seldom that they are silent between
      } else {
        LatLon to = Sphere.towards(at[i], random.nextDouble(360), random.nextDouble(600));
        at[i] = Sphere.distanceM(to, MIDDLE) > 2_500 ? at[i] : to;
        post(i);
      }
    }
  }

  private void post(int i) {
    var unit = new UnitId("amb-" + i);
    var fix = new UnitFix(unit, at[i], now, 5, OptionalDouble.empty(), OptionalDouble.empty());
    UnitTracker.Taken taken = single.hear(fix, places, now);
    if (taken instanceof UnitTracker.Taken.Followed followed) {
      followed.news().ifPresent(steady::add);
    }
    for (int again = random.nextInt(4) / 3; again >= 0; again--) {
      Member member = any();
      var behind = Duration.ofSeconds(random.nextLong(MOST_BEHIND.toSeconds()));
      UnitSight sight = member.follow(now.minus(behind));
      offer(member.tracks.take(List.of(fix), sight).news());
    }
  }

  /** By the member that keeps the watch, whichever that is: it has followed to the end. */
  private void sweep() {
    steady.addAll(single.sweep(places, now));
    Member keeper = any();
    offer(keeper.tracks.sweep(keeper.follow(now)));
  }

  private void offer(List<? extends Input> news) {
    for (Input input : news) {
      if (lost == 0 || random.nextInt(lost) > 0) {
        journal.add(new Followed(input, now));
      }
    }
  }

  private HazelcastInstance drop() {
    Member member = any();
    members.remove(member);
    return member.hazelcast;
  }

  /** Every track is where it belongs, and on one more member. */
  private void awaitBackups() {
    change.join();
    var partitions = members.getFirst().hazelcast.getPartitionService();
    await().atMost(Duration.ofSeconds(30)).until(partitions::isClusterSafe);
  }

  /** From here on one leaves in good order, while positions go on to the others. */
  private void leave() {
    change.join();
    HazelcastInstance member = drop();
    change = CompletableFuture.runAsync(() -> cluster.leave(member));
  }

  /** From here on one dies, while positions go on to the others. */
  private void die() {
    awaitBackups();
    HazelcastInstance member = drop();
    change = CompletableFuture.runAsync(() -> cluster.die(member));
  }

  /** Two die at the same time: what one had owned and the other had backed up is lost. */
  private void dieTogether() {
    awaitBackups();
    HazelcastInstance one = drop();
    HazelcastInstance other = drop();
    change =
        CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> cluster.die(one)),
            CompletableFuture.runAsync(() -> cluster.die(other)));
  }

  /** From here on one more comes; it takes no positions before it is asked to. */
  private void join() {
    change.join();
    change = CompletableFuture.supplyAsync(cluster::join);
  }

  private void welcome() {
    change.join();
    members.add(new Member(cluster.running().getLast()));
  }

  private static List<String> perUnit(List<Input> news) {
    var lines = new TreeMap<String, List<String>>();
    for (Input input : news) {
      String unit =
          switch (input) {
            case Input.UnitHeard heard -> heard.unit().value();
            case Input.UnitSilent silent -> silent.unit().value();
            default -> throw new IllegalStateException("no word of a unit: " + input);
          };
      List<String> of = lines.computeIfAbsent(unit, _ -> new ArrayList<>());
      if (of.isEmpty() || !of.getLast().equals(input.toString())) { // a repeat is harmless
        of.add(input.toString());
      }
    }
    return lines.values().stream().flatMap(List::stream).toList();
  }

  private List<Input> journaled() {
    return journal.stream().map(Followed::input).toList();
  }

  @Test
  void whoeverLeavesOneAtATimeTheLaneHearsWhatOneTrackerSaysInTheSameOrder() {
    long seed = 53;
    seed(seed);
    drive(300);
    die();
    drive(300);
    join();
    drive(300);
    welcome();
    places = AFTER;
    sweep();
    drive(100);
    leave();
    drive(300);
    join();
    drive(300);
    welcome();
    die();
    drive(400);
    sweep();
    assertEquals(perUnit(steady), perUnit(journaled()), "seed " + seed);
    assertEquals(single.tracks(now), any().tracks.tracks(any().follow(now)), "seed " + seed);
    long silent = steady.stream().filter(Input.UnitSilent.class::isInstance).count();
    assertTrue(steady.size() > 1_000 && silent > 10, steady.size() + " news, silent " + silent);
  }

  /** Tracks are lost with their owner and their backup, and one offer of four. */
  @Test
  void whateverIsLostTheLaneKnowsInTheEndWhereUnitsAre() {
    long seed = 59;
    seed(seed);
    lost = 4;
    for (int round = 0; round < 2; round++) {
      drive(300);
      dieTogether();
      drive(200);
      any().tracks.destroy();
      drive(100);
      for (int i = 0; i < 2; i++) {
        join();
        drive(100);
        welcome();
      }
    }
    now = now.plus(Duration.ofMinutes(20)); // longer than a place binds
    for (int i = 0; i < UNITS; i++) {
      at[i] = i % 2 == 0 ? new LatLon(29.53, 35.00) : new LatLon(29.60, 35.00);
      post(i);
    }
    lost = 0;
    for (int i = 0; i < 3; i++) {
      now = now.plus(UnitTracker.PATIENCE);
      sweep();
    }
    var lane = new LaneWords();
    journaled().forEach(input -> OneTracker.fold(lane, input));
    Member member = any();
    List<UnitTrack> tracks = member.tracks.tracks(member.follow(now));
    List<UnitTrack> right = single.tracks(now);
    assertEquals(UNITS, right.size());
    for (int i = 0; i < UNITS; i++) {
      String where = "seed " + seed + " " + right.get(i);
      assertEquals(right.get(i).last(), tracks.get(i).last(), where);
      assertEquals(right.get(i).zones(), tracks.get(i).zones(), where);
      assertEquals(right.get(i).told().zones(), lane.of(right.get(i).unit()).get().zones(), where);
      assertEquals(tracks.get(i).told(), lane.of(right.get(i).unit()).get(), where);
    }
    assertEquals(0, member.tracks.sweep(member.follow(now)).size(), "nothing twice");
  }
}
