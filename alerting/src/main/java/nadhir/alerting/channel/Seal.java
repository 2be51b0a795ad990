package nadhir.alerting.channel;

import nadhir.alerting.ledger.OutboxBlock;

/** Marks outbox blocks as made by a lane, and knows them again. */
public interface Seal {
  OutboxBlock seal(OutboxBlock block);

  boolean isGenuine(OutboxBlock block);
}
