package nadhir.alerting.outbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.LedgerLine;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.alerting.register.Partition;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryState;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back recipients that the ledger has as waiting but no stream holds any more (emptied by
 * hand, a forged block put aside, a fault). Only when nothing of the revision is in hand.
 */
final class Repair {
  private static final Logger LOG = LoggerFactory.getLogger(Repair.class);

  private final OutboxParts parts;
  private final long fence;

  Repair(OutboxParts parts, long fence) {
    this.parts = parts;
    this.fence = fence;
  }

  void run(AlertId alert, int revision) throws InterruptedException {
    var severity = StreamChoice.of(parts.messages(), alert, revision);
    int lost = 0;
    int back = 0;
    for (int partition = 0; partition < Partition.COUNT; partition++) {
      int p = partition;
      lost +=
          FenceLost.unlessHeld(
              parts.patience().ask(() -> parts.store().giveUpSending(alert, revision, p, fence)));
      List<OutboxBlock> blocks = new ArrayList<>();
      queued(alert, revision, p)
          .forEach(
              (channel, recipients) ->
                  blocks.addAll(
                      OutboxBlock.split(
                          parts.lane().key(), alert, revision, p, channel, severity, recipients)));
      if (!blocks.isEmpty()) {
        var genuine = blocks.stream().map(parts.wayOut().seal()::seal).toList();
        back +=
            FenceLost.unlessHeld(parts.patience().ask(() -> parts.store().enqueue(genuine, fence)));
      }
    }
    LOG.warn(
        "outbox repaired alert={} revision={} blocks={} unknown={}", alert, revision, back, lost);
  }

  private Map<Channel, List<PersonRef>> queued(AlertId alert, int revision, int partition)
      throws InterruptedException {
    DeliveryStore store = parts.store();
    Map<Channel, List<PersonRef>> queued = new EnumMap<>(Channel.class);
    for (LedgerLine line : parts.patience().ask(() -> store.lines(alert, revision, partition))) {
      if (line.state() == DeliveryState.QUEUED) {
        queued.computeIfAbsent(line.channel(), _ -> new ArrayList<>()).add(line.recipient());
      }
    }
    return queued;
  }
}
