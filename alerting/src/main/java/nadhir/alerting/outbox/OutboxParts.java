package nadhir.alerting.outbox;

import nadhir.alerting.audience.AudienceIndex;
import nadhir.alerting.audience.PartitionAnswers;
import nadhir.alerting.channel.WayOut;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.Patience;
import nadhir.alerting.register.Registry;
import nadhir.core.lane.Lane;

/** What the outbox of one lane works with. */
public record OutboxParts(
    Lane lane,
    DeliveryStore store,
    Registry registry,
    IssuedMessages messages,
    WayOut wayOut,
    OutboxTimes times) {

  /** Answers partitions on this member. */
  public PartitionAnswers answers(AudienceIndex index) {
    return new PartitionAnswers(lane, index, store, wayOut.seal(), patience());
  }

  Patience patience() {
    return new Patience(times.pause());
  }

  LetterWriter writer() {
    return new LetterWriter(lane);
  }
}
