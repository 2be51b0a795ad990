package nadhir.alerting.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nadhir.alerting.channel.Seal;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.Fenced;
import nadhir.alerting.ledger.LedgerLine;
import nadhir.alerting.ledger.PartitionAnswer;
import nadhir.alerting.ledger.Patience;
import nadhir.alerting.register.Partition;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.lane.Lane;
import nadhir.core.report.Severity;

/**
 * Resolves who is told of a revision. Each partition is answered once, in one step with its ledger
 * lines and outbox blocks; run again, after a takeover too, it finds those answers and adds what is
 * missing.
 */
public final class AudienceResolver {
  /** Partitions answered at a time: enough for Redis to put them on disk together. */
  private static final int AT_ONCE = 16;

  private final Lane lane;
  private final AudienceIndex index;
  private final DeliveryStore store;
  private final Seal seal;
  private final Patience patience;

  public AudienceResolver(
      Lane lane, AudienceIndex index, DeliveryStore store, Seal seal, Patience patience) {
    this.lane = lane;
    this.index = index;
    this.store = store;
    this.seal = seal;
    this.patience = patience;
  }

  /**
   * Answers all partitions that have no answer yet, and sums up. Waits while the store is away.
   *
   * @param stream the severity whose stream the blocks go into
   */
  public Fenced<AudienceCounts> resolve(AlertMessage message, Severity stream, long fence)
      throws InterruptedException {
    var resolver = new PartitionResolver(index, message, lane.key(), stream);
    List<Callable<Fenced<AudienceCounts>>> tasks = new ArrayList<>();
    for (int partition = 0; partition < Partition.COUNT; partition++) {
      int p = partition;
      tasks.add(() -> answered(resolver, message, p, fence));
    }
    Fenced<AudienceCounts> sum = new Fenced.Held<>(Tally.none());
    for (Fenced<AudienceCounts> part : all(tasks)) {
      sum = add(sum, part);
    }
    return sum;
  }

  private static Fenced<AudienceCounts> add(
      Fenced<AudienceCounts> sum, Fenced<AudienceCounts> part) {
    if (sum instanceof Fenced.Held<AudienceCounts>(var a)
        && part instanceof Fenced.Held<AudienceCounts>(var b)) {
      return new Fenced.Held<>(Tally.sum(a, b));
    }
    return sum instanceof Fenced.Lost<AudienceCounts> ? sum : part;
  }

  private static <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException {
    ExecutorService workers =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("audience-", 0).factory());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : workers.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new IllegalStateException("a partition could not be resolved", e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Fenced<AudienceCounts> answered(
      PartitionResolver resolver, AlertMessage message, int partition, long fence)
      throws InterruptedException {
    Optional<AudienceCounts> before =
        patience.ask(() -> store.audience(message.alert(), message.revision(), partition));
    if (before.isPresent()) {
      return new Fenced.Held<>(before.get());
    }
    List<LedgerLine> earlier = earlier(message, partition);
    PartitionAnswer answer = sealed(patience.ask(() -> resolver.answer(partition, earlier)));
    Fenced<DeliveryStore.Commit> commit = patience.ask(() -> store.commit(answer, fence));
    return switch (commit) {
      case Fenced.Held<DeliveryStore.Commit>(var commitment) ->
          new Fenced.Held<>(
              switch (commitment) {
                case WRITTEN -> answer.audience();
                case SUPERSEDED -> answer.superseded().audience();
                case REPEATED ->
                    patience
                        .ask(() -> store.audience(message.alert(), message.revision(), partition))
                        .orElseThrow();
              });
      case Fenced.Lost<DeliveryStore.Commit>(long newest) -> new Fenced.Lost<>(newest);
    };
  }

  private List<LedgerLine> earlier(AlertMessage message, int partition)
      throws InterruptedException {
    List<LedgerLine> lines = new ArrayList<>();
    for (int revision = 1; revision < message.revision(); revision++) {
      int r = revision;
      lines.addAll(patience.ask(() -> store.lines(message.alert(), r, partition)));
    }
    return lines;
  }

  private PartitionAnswer sealed(PartitionAnswer answer) {
    return new PartitionAnswer(
        answer.alert(),
        answer.revision(),
        answer.partition(),
        answer.registryRevision(),
        answer.audience(),
        answer.lines(),
        answer.blocks().stream().map(seal::seal).toList());
  }

  /** Who would be told if it went out now, for whoever must approve it. Writes nothing. */
  public AudienceCounts preview(AlertMessage message) throws InterruptedException {
    var resolver = new PartitionResolver(index, message, lane.key(), message.cap().severity());
    AudienceCounts sum = Tally.none();
    for (int partition = 0; partition < Partition.COUNT; partition++) {
      int p = partition;
      List<LedgerLine> earlier = earlier(message, p);
      sum = Tally.sum(sum, patience.ask(() -> resolver.answer(p, earlier)).audience());
    }
    return sum;
  }
}
