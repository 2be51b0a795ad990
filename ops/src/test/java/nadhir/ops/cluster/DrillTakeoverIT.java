package nadhir.ops.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.alerting.ledger.redis.RedisDeliveryStore;
import nadhir.alerting.outbox.OutboxLimits;
import nadhir.alerting.register.Partition;
import nadhir.alerting.register.SyntheticPushKeys;
import nadhir.alerting.sandbox.SandboxGateway;
import nadhir.alerting.sandbox.SandboxSettings;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.alert.DeliveryState;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input;
import nadhir.core.journal.Head;
import nadhir.core.journal.InMemoryKnownHeads;
import nadhir.core.journal.JournalCodec;
import nadhir.core.journal.JournalVerifier;
import nadhir.core.journal.Line;
import nadhir.core.journal.redis.RedisJournal;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Lane;
import nadhir.core.redis.Redis;
import nadhir.core.sim.RedisForTests;
import nadhir.ops.site.SitePack;
import nadhir.ops.site.SitePackReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two members in processes of their own play one drill. The one that keeps the watch is killed in
 * the middle of a fan-out to the whole register.
 */
class DrillTakeoverIT {
  private static final Path SITE = Path.of("sites/aqaba");
  private static final Path SCENARIO = Path.of("src/test/resources/nadhir/ops/cluster/fan-out");
  private static final long SEED = 7;
  private static final Lane.Drill LANE = new Lane.Drill("takeover");

  /** So that the fan-out takes seconds. */
  private static final Duration ANSWER_DELAY = Duration.ofMillis(50);

  private static final int TOLD_BEFORE_THE_KILL = 1_000;

  @TempDir private Path folder;
  private final List<Member> members = new ArrayList<>();
  private RedisForTests server;
  private Redis redis;
  private RedisDeliveryStore ledger;
  private Vertx vertx;
  private SandboxGateway gateway;

  @BeforeEach
  void open() {
    server = Member.redis();
    redis = server.connect();
    ledger = new RedisDeliveryStore(redis, LANE);
    SitePack pack = SitePackReader.read(SITE).value().orElseThrow();
    vertx = Vertx.vertx();
    gateway =
        SandboxGateway.start(
            vertx,
            SandboxSettings.of(SEED, pack.register().deadNumbers()).answeringAfter(ANSWER_DELAY),
            new SyntheticPushKeys(pack.register().seed()),
            () -> Instant.EPOCH);
  }

  @AfterEach
  void close() throws Exception {
    for (Member member : members) {
      member.close();
    }
    if (server != null) {
      gateway.close();
      vertx.close().toCompletionStage().toCompletableFuture().join();
      redis.close();
      server.close();
    }
  }

  private void start(String name) throws IOException {
    members.add(
        Member.start(
            folder.resolve(name),
            List.of(
                "drill",
                "run",
                SCENARIO.toString(),
                "--site",
                SITE.toString(),
                "--id",
                LANE.id(),
                "--redis",
                Member.address(server),
                "--sandbox",
                gateway.base().toString(),
                "--speed",
                "20",
                "--report",
                folder.resolve(name + ".json").toString())));
  }

  private static boolean keeps(Member member) {
    return member.logged().contains("watch taken lane=" + LANE.key());
  }

  /** It has read the lane's journal. */
  private static boolean follows(Member member) {
    return member.logged().contains("lane followed lane=" + LANE.key());
  }

  @Test
  @Timeout(240)
  void theOtherFinishesTheFanOutAndNobodyIsToldTwice() throws Exception {
    start("a");
    start("b");
    await().atMost(Duration.ofSeconds(90)).until(() -> members.stream().anyMatch(m -> keeps(m)));
    Member keeper = members.stream().filter(m -> keeps(m)).findFirst().orElseThrow();
    Member other = members.stream().filter(m -> m != keeper).findFirst().orElseThrow();
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> gateway.log().total() >= TOLD_BEFORE_THE_KILL);
    keeper.kill9();
    assertTrue(follows(other), () -> "the standby was not up yet: " + other.logged());
    assertFalse(keeps(other));
    var alert = issued().getFirst();
    SortedSet<String> sending = in(DeliveryState.SENDING, alert);
    int before =
        ledger.counts(alert.alert(), alert.revision()).stream()
            .mapToInt(DeliveryCounts::pending)
            .sum();
    assertEquals(1, watches().size(), "the ledger was read before the takeover");
    assertTrue(before > sending.size(), "nothing was queued any more: the kill came too late");

    assertEquals(0, other.awaitEnd(Duration.ofSeconds(90)), other::logged);

    assertFalse(sending.isEmpty());
    assertTrue(sending.size() <= mostInHand(), () -> sending.size() + " were being sent");
    assertEquals(sending, in(DeliveryState.UNKNOWN, alert));
    everybodyHasAnEndState(alert);
    assertEquals(0, gateway.log().duplicates(_ -> true));
    oneMoreWatchWithAHigherEpoch();
    theJournalIsWhole();
    theReportSaysTheSame(other, sending.size());
  }

  /** What the outbox may have marked at a time on both channels. */
  private static int mostInHand() {
    return Channel.values().length
        * (OutboxLimits.usual().recipients() + OutboxBlock.MAX_RECIPIENTS);
  }

  private void everybodyHasAnEndState(AlertEvent.Issued alert) {
    List<DeliveryCounts> counts = ledger.counts(alert.alert(), alert.revision());
    assertEquals(
        List.of(Channel.SMS, Channel.PUSH), counts.stream().map(c -> c.channel()).toList());
    for (DeliveryCounts c : counts) {
      assertEquals(0, c.pending(), c::toString);
      assertTrue(c.sent() > 0, c::toString);
      // Who is sent has got it; of who is unknown, some have.
      int got = gateway.log().total(c.channel());
      assertTrue(c.sent() <= got && got <= c.sent() + c.unknown(), () -> c + " got " + got);
    }
  }

  private void oneMoreWatchWithAHigherEpoch() {
    List<Input.WatchTaken> watches = watches();
    assertEquals(2, watches.size(), watches::toString);
    assertTrue(watches.get(1).epoch() > watches.get(0).epoch(), watches::toString);
    assertFalse(watches.get(1).member().equals(watches.get(0).member()));
  }

  private void theJournalIsWhole() {
    try (var journal = journal()) {
      var verdict = JournalVerifier.verify(journal, new JournalCodec(LANE));
      assertTrue(verdict instanceof JournalVerifier.Verdict.Whole, verdict::toString);
    }
  }

  private void theReportSaysTheSame(Member member, int unknown) throws IOException {
    var file = folder.resolve(member.folder().getFileName() + ".json");
    JsonNode rows = DomainJson.mapper().readTree(file.toFile()).path("alerts");
    assertEquals(1, rows.size());
    int said = 0;
    for (JsonNode delivery : rows.get(0).path("deliveries")) {
      assertEquals(0, delivery.path("pending").asInt(-1));
      said += delivery.path("unknown").asInt();
    }
    assertEquals(unknown, said);
  }

  private RedisJournal journal() {
    return RedisJournal.openToRead(redis, LANE, new InMemoryKnownHeads());
  }

  private <E extends Event> List<E> events(Class<E> type) {
    var codec = new JournalCodec(LANE);
    List<Entry> entries = new ArrayList<>();
    String hash = Head.GENESIS;
    try (var journal = journal()) {
      for (List<Line> lines = journal.read(1, 500);
          !lines.isEmpty();
          lines = journal.read(entries.size() + 1L, 500)) {
        for (Line line : lines) {
          entries.add(codec.decode(line, hash));
          hash = line.hash();
        }
      }
    }
    return entries.stream().map(Entry::event).filter(type::isInstance).map(type::cast).toList();
  }

  private List<Input.WatchTaken> watches() {
    return events(Input.WatchTaken.class);
  }

  private List<AlertEvent.Issued> issued() {
    return events(AlertEvent.Issued.class);
  }

  /** The deliveries that the ledger has in a state. */
  private SortedSet<String> in(DeliveryState state, AlertEvent.Issued alert) {
    SortedSet<String> found = new TreeSet<>();
    for (int p = 0; p < Partition.COUNT; p++) {
      ledger.lines(alert.alert(), alert.revision(), p).stream()
          .filter(line -> line.state() == state)
          .map(line -> line.recipient() + " " + line.channel())
          .forEach(found::add);
    }
    return found;
  }
}
