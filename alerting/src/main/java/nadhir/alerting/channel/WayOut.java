package nadhir.alerting.channel;

import java.time.Instant;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.core.alert.Channel;

/** What the outbox of one lane sends through: orders of its lane to endpoints of its kind. */
public sealed interface WayOut permits LiveWayOut, ExerciseWayOut {
  Seal seal();

  /** Whether there is an endpoint for the channel. */
  boolean serves(Channel channel);

  /** Makes the order and gives it to the channel's endpoint, once. */
  SendResult send(OutboxBlock block, Letter letter, Instant at) throws InterruptedException;
}
