package nadhir.alerting.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nadhir.alerting.ledger.Fenced;
import nadhir.alerting.register.Partition;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.report.Severity;

/**
 * Resolves who is told of a revision. Each partition is answered once, in one step with its ledger
 * lines and outbox blocks, by the member that owns it; run again, after a takeover too, it finds
 * those answers and adds what is missing.
 */
public final class AudienceResolver {
  /** Partitions answered at a time: enough for Redis to put them on disk together. */
  private static final int AT_ONCE = 16;

  /** So often the owner of a partition is looked for; then it is answered here. */
  private static final int MAX_ASKED = 2;

  private final PartitionAnswers here;
  private final AudienceSpread spread;

  public AudienceResolver(PartitionAnswers here, AudienceSpread spread) {
    this.here = here;
    this.spread = spread;
  }

  /**
   * Answers all partitions that have no answer yet, and sums up. Waits while the store is away.
   *
   * @param stream the severity whose stream the blocks go into
   */
  public Fenced<AudienceCounts> resolve(AlertMessage message, Severity stream, long fence)
      throws InterruptedException {
    long registryRevision = here.registryRevision();
    List<Callable<Fenced<AudienceCounts>>> tasks = new ArrayList<>();
    for (int partition = 0; partition < Partition.COUNT; partition++) {
      var question =
          new AudienceSpread.Question(
              message.alert(), message.revision(), partition, stream, fence, registryRevision);
      tasks.add(() -> answered(message, question));
    }
    Fenced<AudienceCounts> sum = new Fenced.Held<>(Tally.none());
    for (Fenced<AudienceCounts> part : all(tasks)) {
      sum = add(sum, part);
    }
    return sum;
  }

  private Fenced<AudienceCounts> answered(AlertMessage message, AudienceSpread.Question question)
      throws InterruptedException {
    for (int asked = 0; asked < MAX_ASKED; asked++) {
      Optional<AudienceSpread.Reply> reply = spread.ask(question);
      if (reply.isEmpty()) {
        break;
      }
      switch (reply.get()) {
        case AudienceSpread.Reply.Answered(var audience) -> {
          return new Fenced.Held<>(audience);
        }
        case AudienceSpread.Reply.Overtaken(long newest) -> {
          return new Fenced.Lost<>(newest);
        }
        case AudienceSpread.Reply.NotReady _ -> {
          // another may own it now
        }
      }
    }
    return here.answer(message, question.stream(), question.partition(), question.fence());
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

  /** Who would be told if it went out now, for whoever must approve it. Writes nothing. */
  public AudienceCounts preview(AlertMessage message) throws InterruptedException {
    AudienceCounts sum = Tally.none();
    for (int partition = 0; partition < Partition.COUNT; partition++) {
      var answer = here.propose(message, message.cap().severity(), partition);
      sum = Tally.sum(sum, answer.audience());
    }
    return sum;
  }
}
