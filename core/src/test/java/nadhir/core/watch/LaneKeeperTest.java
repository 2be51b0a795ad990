package nadhir.core.watch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nadhir.core.command.HazardCommand;
import nadhir.core.effect.EffectHandler;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.id.CommandId;
import nadhir.core.id.EffectId;
import nadhir.core.id.HazardId;
import nadhir.core.id.MemberId;
import nadhir.core.id.PersonRef;
import nadhir.core.journal.Head;
import nadhir.core.journal.InMemoryJournal;
import nadhir.core.journal.JournalCodec;
import nadhir.core.journal.SnapshotStore;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.lane.Role;
import nadhir.core.lease.InMemoryLeases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two members and one journal. */
class LaneKeeperTest {
  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final Actor OPERATOR =
      new Actor.Person(new PersonRef("op-1"), List.of(Role.OPERATOR));

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));
  private final InMemoryJournal journal = new InMemoryJournal();
  private final InMemoryLeases leases = new InMemoryLeases(now::get);
  private final AtomicReference<SnapshotStore.Snapshot> snapshot = new AtomicReference<>();
  private final List<String> effects = Collections.synchronizedList(new ArrayList<>());
  private volatile CountDownLatch release = new CountDownLatch(0);
  private volatile Duration skew = Duration.ZERO;
  private final List<LaneKeeper> members = new ArrayList<>();
  private final LaneKeeper a = member("a");
  private final LaneKeeper b = member("b");

  private final class Snapshots implements SnapshotStore {
    @Override
    public Optional<Snapshot> newest() {
      return Optional.ofNullable(snapshot.get());
    }

    @Override
    public void put(Snapshot s) {
      snapshot.set(s);
    }
  }

  private final class Tallies implements EffectHandler<Effect.Tally> {
    @Override
    public Class<Effect.Tally> handles() {
      return Effect.Tally.class;
    }

    @Override
    public EffectResult run(EffectId id, Effect.Tally effect, long fence)
        throws InterruptedException {
      effects.add(id + " under " + fence);
      release.await();
      return new EffectResult.Tallied(List.of(), "digest");
    }
  }

  private LaneKeeper member(String name) {
    var parts =
        new LaneKeeper.Parts(
            journal,
            new JournalCodec(new Lane.Live()),
            new Snapshots(),
            leases,
            () -> new Desks(List.of(new CountingDesk())),
            List.of(new Tallies()),
            now::get,
            () -> skew,
            () -> true);
    var settings = new LaneSettings(new MemberId(name), "test", "5ite", LEASE, 1, 50);
    var keeper = new LaneKeeper(parts, settings, (_, _, _) -> {});
    members.add(keeper);
    return keeper;
  }

  @AfterEach
  void stop() {
    release.countDown();
    members.forEach(LaneKeeper::close);
  }

  private static Answer send(LaneKeeper member, String commandId, String why) throws Exception {
    var command = new HazardCommand.EndHazard(new HazardId("h-" + commandId), why);
    return member
        .offer(new Input.Commanded(new CommandId(commandId), command), OPERATOR)
        .get(10, TimeUnit.SECONDS);
  }

  private void settle() throws Exception {
    for (LaneKeeper m : members) {
      if (m.watch().isPresent()) {
        m.watch().get().ask(Desks::seq).get(10, TimeUnit.SECONDS);
      }
    }
  }

  private void leaseRunsOut() {
    now.updateAndGet(t -> t.plus(LEASE).plusSeconds(1));
  }

  @Test
  void oneMemberKeepsTheOtherFollows() throws Exception {
    a.tick();
    b.tick();
    assertTrue(a.watch().isPresent());
    assertTrue(b.watch().isEmpty());
    assertInstanceOf(Answer.Accepted.class, send(a, "c-1", "end"));
    assertInstanceOf(Answer.Unavailable.class, send(b, "c-2", "end"));
    b.tick();
    assertEquals(journal.head().seq(), b.picture().seq());
    assertEquals(a.picture().snapshot().toString(), b.picture().snapshot().toString());
  }

  @Test
  void aMemberWithAWrongClockDoesNotTakeTheWatch() {
    skew = Duration.ofMillis(-2_001);
    a.tick();
    assertTrue(a.watch().isEmpty());
    skew = Duration.ofMillis(1_999);
    b.tick();
    assertTrue(b.watch().isPresent());
  }

  @Test
  void theOtherTakesOverWhatTheFirstLeft() throws Exception {
    a.tick();
    release = new CountDownLatch(1);
    send(a, "c-1", "effect");
    await().until(() -> effects.size() == 1);
    leaseRunsOut();
    b.tick();
    assertTrue(b.watch().isPresent());
    settle();
    await().until(() -> effects.size() == 2);
    assertEquals(2, effects.stream().map(e -> e.substring(e.indexOf("under"))).distinct().count());
    release.countDown();
    await().until(() -> b.watch().orElseThrow().view().effects().isEmpty());
    assertInstanceOf(Answer.Unavailable.class, send(a, "c-2", "end"));
    a.tick();
    assertTrue(a.watch().isEmpty());
    assertEquals(send(b, "c-1", "end"), send(b, "c-1", "effect"));
  }

  @Test
  void aStandbyStartsFromTheSnapshotAndTheLinesBehindIt() throws Exception {
    a.tick();
    for (int i = 0; i < 60; i++) {
      send(a, "c-" + i, "end");
    }
    assertTrue(snapshot.get() != null, "a snapshot is written every 50 entries");
    var late = member("late");
    late.tick();
    assertEquals(a.picture().snapshot().toString(), late.picture().snapshot().toString());
    String hash = a.watch().orElseThrow().ask(Desks::stateHash).get(10, TimeUnit.SECONDS);
    a.close();
    late.tick();
    settle();
    assertEquals(hash, late.watch().orElseThrow().ask(Desks::stateHash).get(10, TimeUnit.SECONDS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{}", "no desks", "no picture", "another form"})
  void whatCannotReadTheSnapshotFoldsTheWholeJournal(String damage) throws Exception {
    a.tick();
    for (int i = 0; i < 60; i++) {
      send(a, "c-" + i, "end");
    }
    snapshot.updateAndGet(s -> new SnapshotStore.Snapshot(s.seq(), s.hash(), damaged(s, damage)));
    var late = member("late");
    late.tick();
    assertEquals(a.picture().snapshot().toString(), late.picture().snapshot().toString());
    String hash = a.watch().orElseThrow().ask(Desks::stateHash).get(10, TimeUnit.SECONDS);
    a.close();
    late.tick();
    settle();
    assertEquals(hash, late.watch().orElseThrow().ask(Desks::stateHash).get(10, TimeUnit.SECONDS));
  }

  private static String damaged(SnapshotStore.Snapshot snapshot, String damage) {
    return switch (damage) {
      case "no desks" -> snapshot.json().replace("\"desks\"", "\"tables\"");
      case "no picture" -> snapshot.json().replace("\"picture\"", "\"image\"");
      case "another form" -> snapshot.json().replace("\"seq\":", "\"sequence\":");
      default -> damage;
    };
  }

  @Test
  void aFailingDeskCostsTheWatchASecondAndNothingElse() throws Exception {
    a.tick();
    send(a, "c-1", "end");
    assertInstanceOf(Answer.Unavailable.class, send(a, "c-2", "throw"));
    a.tick();
    a.tick();
    assertInstanceOf(Answer.Accepted.class, send(a, "c-3", "end"));
    assertEquals(List.of("h-c-1", "h-c-3"), ended());
  }

  private List<String> ended() {
    var codec = new JournalCodec(new Lane.Live());
    List<String> ended = new ArrayList<>();
    String hash = Head.GENESIS;
    for (var line : journal.read(1, 1_000_000)) {
      Entry entry = codec.decode(line, hash);
      hash = line.hash();
      if (entry.event() instanceof HazardEvent.Ended e) {
        ended.add(e.hazard().value());
      }
    }
    return ended;
  }

  /** Members come and go, replies are lost, clients repeat: each command is done exactly once. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverHappensEachCommandIsDoneOnce(long seed) throws Exception {
    var random = new SplittableRandom(seed);
    Map<String, Answer> answered = new HashMap<>();
    for (int step = 0; step < 300; step++) {
      LaneKeeper member = random.nextBoolean() ? a : b;
      switch (random.nextInt(10)) {
        case 0 -> leaseRunsOut();
        case 1 -> journal.loseNextReply();
        case 2, 3, 4 -> member.tick();
        default -> {
          String id = "c-" + random.nextInt(step + 1);
          Answer answer = send(member, id, "end");
          if (!(answer instanceof Answer.Unavailable)) {
            Answer before = answered.putIfAbsent(id, answer);
            assertEquals(before == null ? answer : before, answer, "seed " + seed + " " + id);
          }
        }
      }
    }
    List<String> ended = ended();
    assertEquals(ended.stream().distinct().toList(), ended, "seed " + seed);
    for (String id : answered.keySet()) {
      assertTrue(ended.contains("h-" + id), "seed " + seed + ": accepted and lost " + id);
    }
    leaseRunsOut();
    await()
        .alias("both members follow to the end, seed " + seed)
        .until(
            () -> {
              a.tick();
              b.tick();
              String seen = a.picture().snapshot().toString();
              return a.picture().seq() == journal.head().seq()
                  && seen.equals(b.picture().snapshot().toString());
            });
  }
}
