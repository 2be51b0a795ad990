package nadhir.alerting.outbox;

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

  Patience patience() {
    return new Patience(times.pause());
  }

  LetterWriter writer() {
    return new LetterWriter(lane);
  }
}
