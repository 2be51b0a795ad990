package nadhir.alerting.ledger.redis;

import java.util.Locale;
import nadhir.core.id.AlertId;
import nadhir.core.lane.Lane;
import nadhir.core.redis.LaneKeys;
import nadhir.core.report.Severity;

/** Names of what the ledger keeps in Redis for one lane. */
final class DeliveryKeys {
  private final LaneKeys keys;

  DeliveryKeys(Lane lane) {
    this.keys = new LaneKeys(lane);
  }

  /** The highest fencing number seen. */
  String fence() {
    return keys.of("outbox:fence");
  }

  /** Hash: newest revision begun, newest Cancel. */
  String revisions(AlertId alert) {
    return keys.of("outbox:revisions:" + alert);
  }

  /** Stream of blocks, field {@code b}. */
  String stream(Severity severity) {
    return keys.of("outbox:" + severity.name().toLowerCase(Locale.ROOT));
  }

  /** Hash: RECIPIENT|CHANNEL → STATE|TOKEN|TOLD|REASON. */
  String ledger(AlertId alert, int revision, int partition) {
    return keys.of("ledger:" + alert + ":" + revision + ":" + partition);
  }

  /** Hash: CHANNEL|STATE → how many, over all partitions. */
  String counts(AlertId alert, int revision) {
    return keys.of("ledger:" + alert + ":" + revision + ":counts");
  }

  /** JSON of the audience's counts. */
  String audience(AlertId alert, int revision, int partition) {
    return keys.of("audience:" + alert + ":" + revision + ":" + partition);
  }
}
