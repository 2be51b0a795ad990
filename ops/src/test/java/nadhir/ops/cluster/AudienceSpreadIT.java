package nadhir.ops.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nadhir.alerting.audience.AudienceIndex;
import nadhir.alerting.audience.AudienceResolver;
import nadhir.alerting.audience.PartitionAnswers;
import nadhir.alerting.audience.RegistryGrid;
import nadhir.alerting.channel.ExerciseOrders;
import nadhir.alerting.ledger.Fenced;
import nadhir.alerting.ledger.LedgerLine;
import nadhir.alerting.ledger.Patience;
import nadhir.alerting.ledger.redis.RedisDeliveryStore;
import nadhir.alerting.register.AreaLocator;
import nadhir.alerting.register.InMemoryRegistry;
import nadhir.alerting.register.Partition;
import nadhir.alerting.register.PhoneNumber;
import nadhir.alerting.register.Subscriber;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.CapCodes;
import nadhir.core.alert.Wording;
import nadhir.core.cluster.Cluster;
import nadhir.core.cluster.ClusterSettings;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AlertId;
import nadhir.core.id.LevelId;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.redis.Redis;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.sim.RedisForTests;
import nadhir.ops.lane.AudienceBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three members resolve one alert; one of them is lost while it answers, and another joins. */
class AudienceSpreadIT {
  private static final int PORT = 25_751;
  private static final int PEOPLE = 3_000;

  /** So many partitions the member that is lost has begun to answer. */
  private static final int ANSWERED_BEFORE_LOSS = 20;

  private static final Lane.Drill LANE = new Lane.Drill("spread");
  private static final LatLon HOME = new LatLon(29.53, 35.0);

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final AlertMessage message = message();

  /** A member with its own index over the one register, and its own way to the ledger. */
  private final class Member implements AutoCloseable {
    final Cluster cluster;
    final AtomicInteger answered = new AtomicInteger();
    final AudienceBus bus;
    final PartitionAnswers answers;
    volatile Runnable beforeAnswer = () -> {};

    Member(Redis redis) throws InterruptedException {
      var peers = IntStream.range(PORT, PORT + 4).mapToObj(p -> "127.0.0.1:" + p).toList();
      cluster =
          Cluster.start(
              new ClusterSettings("nadhir-spread", "127.0.0.1", PORT, peers),
              UnaryOperator.identity());
      answers =
          new PartitionAnswers(
              LANE,
              new Counted(new RegistryGrid(registry)),
              new RedisDeliveryStore(redis, LANE),
              new ExerciseOrders(LANE),
              new Patience(_ -> Thread.onSpinWait()));
      bus =
          new AudienceBus(
              cluster.vertx(),
              cluster.hazelcast(),
              LANE,
              (_, revision) -> Optional.of(message).filter(m -> m.revision() == revision),
              answers);
    }

    private final class Counted implements AudienceIndex {
      private final AudienceIndex index;

      Counted(AudienceIndex index) {
        this.index = index;
      }

      @Override
      public long registryRevision() {
        return index.registryRevision();
      }

      @Override
      public List<Subscriber> inside(int partition, AreaLocator area) {
        answered.incrementAndGet();
        beforeAnswer.run();
        return index.inside(partition, area);
      }

      @Override
      public List<Subscriber> listed(int partition, List<String> lists) {
        return index.listed(partition, lists);
      }

      @Override
      public List<Subscriber> byRef(int partition, List<PersonRef> refs) {
        return index.byRef(partition, refs);
      }
    }

    @Override
    public void close() {
      bus.close();
      cluster.close();
    }
  }

  private static AlertMessage message() {
    Instant now = Instant.parse("2026-11-20T12:00:00Z");
    return new AlertMessage(
        new AlertId("alert-1"),
        1,
        AlertMessage.MsgType.ALERT,
        AlertMessage.Scope.PUBLIC,
        new AlertMessage.Audience(true, true, List.of()),
        Optional.empty(),
        Optional.empty(),
        "flood-evacuate",
        new LevelId("red"),
        new CapCodes(
            "Met",
            "Flash flood",
            List.of("Evacuate"),
            CapCodes.Urgency.IMMEDIATE,
            Severity.EXTREME,
            Certainty.LIKELY),
        List.of(),
        Area.circle(HOME, 1_000),
        Optional.empty(),
        List.of(new Wording("ar", "سيل قادم", "سيل قادم. اصعدوا.", "اصعدوا.")),
        now,
        now.plus(Duration.ofHours(1)),
        ApprovalPolicy.TWO_PEOPLE,
        new Actor.House("test"),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private void register() {
    for (int i = 0; i < PEOPLE; i++) {
      registry.put(
          new Subscriber(
              new PersonRef("p-" + i),
              Subscriber.Kind.PUBLIC,
              "ar",
              HOME,
              Optional.empty(),
              Optional.of(new PhoneNumber("+99979" + String.format("%07d", i))),
              Optional.empty(),
              Optional.empty(),
              List.of()));
    }
  }

  @Test
  @Timeout(120)
  void eachPartitionIsAnsweredOnceThroughTheLossOfAMember() throws Exception {
    register();
    try (var server = RedisForTests.embedded();
        var redis = server.connect();
        var keeper = new Member(redis);
        var lost = new Member(redis);
        var third = new Member(redis)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> keeper.cluster.size() == 3);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> keeper.cluster.hazelcast().getPartitionService().isClusterSafe());
      var dying = new CountDownLatch(1);
      var dead = new CountDownLatch(1);
      lost.beforeAnswer =
          () -> {
            if (lost.answered.get() >= ANSWERED_BEFORE_LOSS) {
              dying.countDown();
              awaitQuietly(dead);
            }
          };
      var resolving =
          new FutureTask<>(
              () ->
                  new AudienceResolver(keeper.answers, keeper.bus)
                      .resolve(message, Severity.EXTREME, 1));
      Thread.ofVirtual().start(resolving);
      assertTrue(dying.await(30, TimeUnit.SECONDS), "the second member is asked");
      lost.cluster.hazelcast().getLifecycleService().terminate();
      dead.countDown();
      try (var joined = new Member(redis)) {
        assertEquals(new Fenced.Held<>(all()), resolving.get(60, TimeUnit.SECONDS));
        assertTrue(third.answered.get() > 0, "the third member answers its share");
        var store = new RedisDeliveryStore(redis, LANE);
        everybodyIsWrittenDownOnce(store);
        var again = new AudienceResolver(joined.answers, joined.bus);
        assertEquals(new Fenced.Held<>(all()), again.resolve(message, Severity.EXTREME, 1));
        everybodyWaitsOnce(store);
      }
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static AudienceCounts all() {
    var languages = new TreeMap<String, Integer>();
    languages.put("ar", PEOPLE);
    return new AudienceCounts(PEOPLE, 0, 0, 0, languages);
  }

  private void everybodyIsWrittenDownOnce(RedisDeliveryStore store) {
    List<LedgerLine> lines = new ArrayList<>();
    for (int partition = 0; partition < Partition.COUNT; partition++) {
      lines.addAll(store.lines(message.alert(), 1, partition));
    }
    assertEquals(PEOPLE, lines.size());
    assertEquals(PEOPLE, lines.stream().map(LedgerLine::recipient).distinct().count());
  }

  private void everybodyWaitsOnce(RedisDeliveryStore store) {
    List<PersonRef> waiting = new ArrayList<>();
    if (store.take(Severity.EXTREME, 10_000, 1)
        instanceof Fenced.Held<List<RedisDeliveryStore.Claim>>(var claims)) {
      claims.forEach(claim -> waiting.addAll(claim.block().recipients()));
    }
    assertEquals(PEOPLE, waiting.size());
    assertEquals(PEOPLE, waiting.stream().distinct().count());
  }
}
