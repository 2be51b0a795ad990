package nadhir.core.journal.redis;

import static nadhir.core.sim.JournalLines.LANE;
import static nadhir.core.sim.JournalLines.block;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.time.Duration;
import java.util.List;
import nadhir.core.journal.Head;
import nadhir.core.journal.InMemoryKnownHeads;
import nadhir.core.journal.Journal.Append;
import nadhir.core.journal.Journal.JournalUnavailable;
import nadhir.core.redis.Redis;
import nadhir.core.sim.RedisForTests;
import nadhir.core.sim.RedisJournalContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a journal must do when a server of this machine dies, freezes and comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LocalRedisJournalContract extends RedisJournalContract {
  private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

  private RedisForTests server;
  private Redis redis;

  protected abstract RedisForTests newServer();

  @BeforeAll
  void startServer() {
    server = newServer();
    redis = server.connect();
  }

  @AfterAll
  void stopServer() {
    if (redis != null) {
      redis.close();
      server.close();
    }
  }

  @Override
  protected Redis redis() {
    return redis;
  }

  @Test
  void whatWasDurableIsThereAfterTheServerWasKilled() {
    var head = Head.EMPTY;
    var journal = journal(new InMemoryKnownHeads());
    for (int round = 0; round < 5; round++) {
      head = durable(journal.append(head, 1, block(head, 3, "round " + round)));
      server.kill9();
      server.restart();
      var expected = head;
      await().atMost(BACK_WITHIN).ignoreExceptions().until(() -> journal.head().equals(expected));
    }
    assertEquals(15, journal.read(1, 100).size());
  }

  @Test
  void whileTheServerIsGoneNothingIsDecidedAndNothingIsQueued() {
    var journal = journal(new InMemoryKnownHeads());
    var head = durable(journal.append(Head.EMPTY, 1, block(Head.EMPTY, 1, "a")));
    server.kill9();
    try {
      await()
          .atMost(BACK_WITHIN)
          .untilAsserted(() -> assertThrows(JournalUnavailable.class, journal::head));
      assertInstanceOf(Append.Unknown.class, journal.append(head, 1, block(head, 1, "b")));
      assertThrows(JournalUnavailable.class, () -> journal.read(1, 1));
    } finally {
      server.restart();
    }
    await().atMost(BACK_WITHIN).ignoreExceptions().until(() -> journal.head().equals(head));
    assertEquals(2, durable(journal.append(head, 1, block(head, 1, "c"))).seq());
    assertTrue(journal.read(2, 1).getFirst().json().contains("\"c\""));
  }

  @Test
  void anAppendThatIsNotAnsweredInTimeIsUnknownAndTheHeadTells() {
    var known = new InMemoryKnownHeads();
    var quick = server.settings().withCommandTimeout(Duration.ofMillis(300));
    try (var impatient = Redis.connect(quick);
        var journal = RedisJournal.open(impatient, LANE, known, noReplicas())) {
      var lines = block(Head.EMPTY, 2, "a");
      assertEquals(Head.EMPTY, journal.head());
      server.freeze();
      try {
        assertInstanceOf(Append.Unknown.class, journal.append(Head.EMPTY, 1, lines));
        assertThrows(JournalUnavailable.class, journal::head);
      } finally {
        server.thaw();
      }
      await().atMost(BACK_WITHIN).ignoreExceptions().until(() -> journal.head().seq() == 2);
      assertEquals(2, durable(journal.append(Head.EMPTY, 1, lines)).seq());
      assertEquals(lines, journal.read(1, 10));
    }
  }

  @Test
  void aReplyLostOnTheWayIsUnknownAndTheHeadTells() throws Exception {
    try (var cut = new Wire(server.port());
        var through = Redis.connect(server.settingsThrough(cut.port()));
        var journal = RedisJournal.open(through, LANE, new InMemoryKnownHeads(), noReplicas())) {
      var first = durable(journal.append(Head.EMPTY, 1, block(Head.EMPTY, 1, "a")));
      var lines = block(first, 2, "b");
      cut.cutNextReply();
      assertInstanceOf(Append.Unknown.class, journal.append(first, 1, lines));
      await().atMost(BACK_WITHIN).ignoreExceptions().until(() -> journal.head().seq() == 3);
      assertEquals(3, durable(journal.append(first, 1, lines)).seq());
      assertEquals(3, journal.read(1, 10).size());
    }
  }

  private static Durability noReplicas() {
    return new Durability(false, 0, Duration.ZERO);
  }

  @Test
  void aServerThatMayLoseEntriesIsRefused() {
    for (var setting : List.of(List.of("appendfsync", "everysec"), List.of("appendonly", "no"))) {
      redis.commands().configSet(setting.get(0), setting.get(1));
      try {
        var refused =
            assertThrows(
                Durability.NotDurable.class, () -> journal(new InMemoryKnownHeads()).head());
        assertTrue(refused.getMessage().contains("set appendonly yes and appendfsync always"));
      } finally {
        redis.commands().configSet("appendfsync", "always");
        redis.commands().configSet("appendonly", "yes");
        await()
            .atMost(BACK_WITHIN)
            .until(() -> persistence("aof_enabled:1") && persistence("_in_progress:0"));
      }
    }
  }

  private boolean persistence(String what) {
    return redis.commands().info("persistence").contains(what);
  }

  @Test
  void onADiskHereButNotOnTheReplicasIsNotDurable() throws Exception {
    try (var wire = new Wire(server.port());
        var through = Redis.connect(server.settingsThrough(wire.port()));
        var connection = through.dedicated(Duration.ofSeconds(5))) {
      var disk = new ReplicaDisk(1, Duration.ofMillis(50));
      var journal = new RedisJournal(LANE, new InMemoryKnownHeads(), connection, disk);
      var lines = block(Head.EMPTY, 2, "a");
      for (int[] shortfall : new int[][] {{1, 0}, {0, 1}, {0, 0}}) {
        wire.answerWaitAof(shortfall[0], shortfall[1]);
        assertInstanceOf(Append.Unknown.class, journal.append(Head.EMPTY, 1, lines));
        assertThrows(JournalUnavailable.class, journal::head);
      }
      wire.answerWaitAof(1, 2);
      assertEquals(2, journal.head().seq());
      assertEquals(2, durable(journal.append(Head.EMPTY, 1, lines)).seq());
    }
  }

  @Test
  void replicasOfAServerThatCannotTellOfTheirDisksAreRefused() {
    try (var second = newServer();
        var replica = second.connect()) {
      assumeFalse(
          Durability.hasWaitAof(RedisForTests.version(redis)), "this server knows WAITAOF itself");
      replica.commands().configSet("masterauth", RedisForTests.PASSWORD);
      replica.commands().replicaof("127.0.0.1", server.port());
      await()
          .atMost(BACK_WITHIN)
          .until(() -> redis.commands().info("replication").contains("connected_slaves:1"));
      var refused =
          assertThrows(Durability.NotDurable.class, () -> journal(new InMemoryKnownHeads()).head());
      assertTrue(refused.getMessage().contains("7.2 or newer is needed"), refused.getMessage());
    }
    await()
        .atMost(BACK_WITHIN)
        .until(() -> redis.commands().info("replication").contains("connected_slaves:0"));
  }

  @Test
  void aServerThatHidesItsSettingsIsRefusedUnlessItIsTrusted() {
    redis
        .commands()
        .aclSetuser(
            "guest",
            io.lettuce.core.AclSetuserArgs.Builder.on()
                .addPassword("guest")
                .allKeys()
                .allCommands()
                .removeCommand(io.lettuce.core.protocol.CommandType.CONFIG));
    try (var guest = Redis.connect(server.settingsAs("guest", "guest"))) {
      var refused =
          assertThrows(
              Durability.NotDurable.class,
              () -> RedisJournal.open(guest, LANE, new InMemoryKnownHeads(), noReplicas()));
      assertTrue(refused.getMessage().contains("does not show its settings"));
      try (var journal =
          RedisJournal.open(
              guest, LANE, new InMemoryKnownHeads(), new Durability(true, 0, Duration.ZERO))) {
        assertEquals(1, durable(journal.append(Head.EMPTY, 1, block(Head.EMPTY, 1, "a"))).seq());
      }
    } finally {
      redis.commands().aclDeluser("guest");
    }
  }
}
