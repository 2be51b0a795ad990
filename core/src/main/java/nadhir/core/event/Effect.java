package nadhir.core.event;

import nadhir.core.id.AlertId;

/** Something done outside the journal, idempotent by its own key. */
public sealed interface Effect {
  /** Resolve who is told by this revision, and tell them all. */
  record Deliver(AlertId alert, int revision) implements Effect {}

  /** Count this revision's deliveries again (receipts have come since). */
  record Tally(AlertId alert, int revision) implements Effect {}

  /** Publish this revision's CAP document. */
  record PublishCap(AlertId alert, int revision) implements Effect {}
}
