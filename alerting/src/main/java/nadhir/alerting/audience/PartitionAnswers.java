package nadhir.alerting.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.alerting.channel.Seal;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.Fenced;
import nadhir.alerting.ledger.LedgerLine;
import nadhir.alerting.ledger.PartitionAnswer;
import nadhir.alerting.ledger.Patience;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.lane.Lane;
import nadhir.core.report.Severity;

/**
 * Answers partitions on one member, each in one step with its ledger lines and outbox blocks. An
 * answer that is there already stands, whoever gave it: several members may answer at once.
 */
public final class PartitionAnswers {
  private final Lane lane;
  private final AudienceIndex index;
  private final DeliveryStore store;
  private final Seal seal;
  private final Patience patience;

  public PartitionAnswers(
      Lane lane, AudienceIndex index, DeliveryStore store, Seal seal, Patience patience) {
    this.lane = lane;
    this.index = index;
    this.store = store;
    this.seal = seal;
    this.patience = patience;
  }

  /** Of the register that answers come from here. Waits while it is away. */
  public long registryRevision() throws InterruptedException {
    return patience.ask(index::registryRevision);
  }

  /**
   * Answers one partition, unless it has its answer; gives what stands. Waits while the store is
   * away.
   *
   * @param stream the severity whose stream the blocks go into
   */
  public Fenced<AudienceCounts> answer(
      AlertMessage message, Severity stream, int partition, long fence)
      throws InterruptedException {
    Optional<AudienceCounts> before = before(message, partition);
    if (before.isPresent()) {
      return new Fenced.Held<>(before.get());
    }
    PartitionAnswer answer = sealed(propose(message, stream, partition));
    Fenced<DeliveryStore.Commit> commit = patience.ask(() -> store.commit(answer, fence));
    return switch (commit) {
      case Fenced.Held<DeliveryStore.Commit>(var commitment) ->
          new Fenced.Held<>(
              switch (commitment) {
                case WRITTEN -> answer.audience();
                case SUPERSEDED -> answer.superseded().audience();
                case REPEATED -> before(message, partition).orElseThrow();
              });
      case Fenced.Lost<DeliveryStore.Commit>(long newest) -> new Fenced.Lost<>(newest);
    };
  }

  private Optional<AudienceCounts> before(AlertMessage message, int partition)
      throws InterruptedException {
    return patience.ask(() -> store.audience(message.alert(), message.revision(), partition));
  }

  /** What would be answered; writes nothing. */
  PartitionAnswer propose(AlertMessage message, Severity stream, int partition)
      throws InterruptedException {
    var resolver = new PartitionResolver(index, message, lane.key(), stream);
    List<LedgerLine> earlier = earlier(message, partition);
    return patience.ask(() -> resolver.answer(partition, earlier));
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
}
