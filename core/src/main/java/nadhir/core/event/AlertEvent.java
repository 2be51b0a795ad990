package nadhir.core.event;

import java.time.Instant;
import java.util.List;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;

/** What happens to an alert. {@code revision} counts from 1 within an alert. */
public sealed interface AlertEvent extends Event {
  /** A revision is ready and waits for whoever must agree. */
  record Proposed(AlertMessage message) implements AlertEvent {}

  /** One more person agrees. */
  record Approved(AlertId alert, int revision, PersonRef by, Instant at) implements AlertEvent {}

  record Rejected(AlertId alert, int revision, PersonRef by, String why) implements AlertEvent {}

  /** A pending revision is replaced by a newer proposal before anybody issued it. */
  record Replaced(AlertId alert, int revision) implements AlertEvent {}

  /** Out it goes; the effects that send it follow in the same block. */
  record Issued(AlertId alert, int revision, Instant at) implements AlertEvent {}

  record Delivered(
      AlertId alert,
      int revision,
      AudienceCounts audience,
      List<DeliveryCounts> counts,
      String ledgerDigest,
      Instant at)
      implements AlertEvent {
    public Delivered {
      counts = List.copyOf(counts);
    }
  }

  /** Receipts have come in since the last count. */
  record Tallied(AlertId alert, int revision, List<DeliveryCounts> counts, String ledgerDigest)
      implements AlertEvent {
    public Tallied {
      counts = List.copyOf(counts);
    }
  }

  record CapPublished(AlertId alert, int revision, String identifier, String sha256)
      implements AlertEvent {}

  /** A way out does not work: {@code what} failed for good. A person must look. */
  record EffectFailed(AlertId alert, int revision, String what, String detail)
      implements AlertEvent {}

  /** An institution has confirmed that it got the alert. */
  record Acknowledged(AlertId alert, int revision, PersonRef institution, Instant at)
      implements AlertEvent {}

  /** These institutions have not confirmed in time: somebody must telephone. */
  record AcknowledgementOverdue(AlertId alert, int revision, List<PersonRef> institutions)
      implements AlertEvent {
    public AcknowledgementOverdue {
      institutions = List.copyOf(institutions);
    }
  }

  /** The alert's life is over without a word to anybody. */
  record Expired(AlertId alert, int revision, Instant at) implements AlertEvent {}
}
