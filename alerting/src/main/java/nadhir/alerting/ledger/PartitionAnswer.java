package nadhir.alerting.ledger;

import java.util.List;
import java.util.TreeMap;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.id.AlertId;

/**
 * Who is told of one revision in one partition, with everything that follows from it.
 *
 * @param registryRevision of the register that was looked at
 * @param lines {@code queued} or {@code suppressed}, one per recipient and channel
 * @param blocks all that is queued, in blocks
 */
public record PartitionAnswer(
    AlertId alert,
    int revision,
    int partition,
    long registryRevision,
    AudienceCounts audience,
    List<LedgerLine> lines,
    List<OutboxBlock> blocks) {
  public PartitionAnswer {
    lines = List.copyOf(lines);
    blocks = List.copyOf(blocks);
  }

  /** The same when a newer revision has begun meanwhile: nobody is told of this one any more. */
  public PartitionAnswer superseded() {
    return new PartitionAnswer(
        alert,
        revision,
        partition,
        registryRevision,
        new AudienceCounts(0, 0, 0, 0, new TreeMap<>()),
        lines.stream()
            .map(l -> LedgerLine.suppressed(l.recipient(), l.channel(), LedgerLine.SUPERSEDED))
            .toList(),
        List.of());
  }
}
