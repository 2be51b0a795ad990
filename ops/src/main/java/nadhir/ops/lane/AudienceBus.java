package nadhir.ops.lane;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import nadhir.alerting.audience.AudienceSpread;
import nadhir.alerting.audience.PartitionAnswers;
import nadhir.alerting.ledger.Fenced;
import nadhir.alerting.outbox.IssuedMessages;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spreads the partitions of a lane's audience over the members, as Hazelcast spreads its own: there
 * are as many, and ours belong to whom theirs of the same number belong to. A member answers a
 * question only while it owns the partition, knows the alert, and reads the register as of the
 * revision that it is asked for. Who is asked twice, or is wrong about what it owns, does no harm:
 * the first answer in the ledger stands.
 */
public final class AudienceBus implements AudienceSpread, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AudienceBus.class);

  /** Reading a partition of five million people from the register takes a fraction of it. */
  private static final Duration REPLY_LIMIT = Duration.ofSeconds(5);

  /** So long a member that did not answer is not asked again. */
  private static final Duration MUTE = Duration.ofSeconds(10);

  private record Asked(Question question) {}

  private record Told(Reply reply) {}

  private final Vertx vertx;
  private final HazelcastInstance hazelcast;
  private final Lane lane;
  private final IssuedMessages messages;
  private final PartitionAnswers answers;
  private final MessageConsumer<String> consumer;

  /** Members that did not answer, by when; few, since members that leave own nothing. */
  private final Map<UUID, Long> mute = new ConcurrentHashMap<>();

  /** A store that is away is waited for, which must not hold up anybody else. */
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  /** Answers for other members from now on. */
  public AudienceBus(
      Vertx vertx,
      HazelcastInstance hazelcast,
      Lane lane,
      IssuedMessages messages,
      PartitionAnswers answers) {
    this.vertx = vertx;
    this.hazelcast = hazelcast;
    this.lane = lane;
    this.messages = messages;
    this.answers = answers;
    this.consumer = vertx.eventBus().consumer(address(here()), this::asked);
  }

  private UUID here() {
    return hazelcast.getCluster().getLocalMember().getUuid();
  }

  private String address(UUID member) {
    return "nadhir.audience." + lane.key() + "." + member;
  }

  /** Empty while nobody owns it: members are coming or going. */
  private Optional<UUID> owner(int partition) {
    return hazelcast.getPartitionService().getPartitions().stream()
        .filter(p -> p.getPartitionId() == partition)
        .findFirst()
        .flatMap(p -> Optional.ofNullable(p.getOwner()))
        .map(Member::getUuid);
  }

  @Override
  public Optional<Reply> ask(Question question) throws InterruptedException {
    Optional<UUID> owner;
    try {
      owner = owner(question.partition());
      if (owner.filter(here()::equals).isPresent()) {
        return Optional.empty();
      }
    } catch (HazelcastInstanceNotActiveException _) {
      return Optional.empty(); // alone: all is to be answered here
    }
    return Optional.of(
        owner.isPresent()
            ? askUnlessMute(owner.get(), question)
            : new Reply.NotReady("nobody owns it"));
  }

  /** A frozen member would cost the delivery its patience for each of its partitions. */
  private Reply askUnlessMute(UUID owner, Question question) throws InterruptedException {
    Long since = mute.get(owner);
    return since != null && System.nanoTime() - since < MUTE.toNanos()
        ? new Reply.NotReady("its owner did not answer just now")
        : ask(owner, question);
  }

  private Reply ask(UUID owner, Question question) throws InterruptedException {
    var options = new DeliveryOptions().setSendTimeout(REPLY_LIMIT.toMillis());
    try {
      Message<String> told =
          vertx
              .eventBus()
              .<String>request(address(owner), DomainJson.write(new Asked(question)), options)
              .toCompletionStage()
              .toCompletableFuture()
              .get();
      mute.remove(owner);
      return DomainJson.read(told.body(), Told.class).reply();
    } catch (ExecutionException e) {
      mute.put(owner, System.nanoTime());
      LOG.warn(
          "partition not answered alert={} revision={} partition={} owner={} why={}",
          question.alert(),
          question.revision(),
          question.partition(),
          owner,
          e.getCause().toString());
      return new Reply.NotReady("its owner does not answer");
    } catch (RuntimeException e) { // a member of another release, or a bus that is closed
      LOG.warn("partition not asked partition={} owner={}", question.partition(), owner, e);
      return new Reply.NotReady("its owner cannot be asked");
    }
  }

  private void asked(Message<String> message) {
    try {
      workers.submit(() -> reply(message));
    } catch (RejectedExecutionException _) {
      message.fail(0, "the lane is closed here");
    }
  }

  private void reply(Message<String> message) {
    try {
      Question question = DomainJson.read(message.body(), Asked.class).question();
      message.reply(DomainJson.write(new Told(answer(question))));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (HazelcastInstanceNotActiveException _) {
      message.fail(0, "it leaves the cluster");
    } catch (RuntimeException e) {
      LOG.error("partition not answered lane={}", lane.key(), e);
      message.fail(0, e.toString());
    }
  }

  /** What this member says when it is asked. */
  private Reply answer(Question question) throws InterruptedException {
    if (!owner(question.partition()).equals(Optional.of(here()))) {
      return new Reply.NotReady("it is another member's");
    }
    Optional<AlertMessage> message = messages.find(question.alert(), question.revision());
    if (message.isEmpty()) {
      return new Reply.NotReady("the alert is not known here yet");
    }
    if (answers.registryRevision() < question.registryRevision()) {
      return new Reply.NotReady("the register lags behind");
    }
    return switch (answers.answer(
        message.get(), question.stream(), question.partition(), question.fence())) {
      case Fenced.Held<AudienceCounts>(var audience) -> new Reply.Answered(audience);
      case Fenced.Lost<AudienceCounts>(long newest) -> new Reply.Overtaken(newest);
    };
  }

  @Override
  public void close() {
    consumer.unregister();
    workers.shutdownNow();
  }
}
