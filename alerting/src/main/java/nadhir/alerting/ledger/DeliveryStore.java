package nadhir.alerting.ledger;

import java.util.List;
import nadhir.core.alert.DeliveryState;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.report.Severity;

/**
 * The ledger's writing side, with the outbox. Each write is one atomic step under the fencing
 * number of the lane's watch: once a higher number was seen, a lower one changes nothing any more.
 * Every method may throw {@link StoreAway}, and every method can be repeated without harm.
 */
public interface DeliveryStore extends Ledger {
  /**
   * Says that a revision begins to be sent. From now on, partitions of earlier revisions that are
   * not yet resolved are answered as suppressed; and if it cancels, nothing of an earlier revision
   * starts to be sent any more.
   */
  Fenced<Revisions> begin(AlertId alert, int revision, boolean cancels, long fence);

  /** The newest revision that has begun, and the newest Cancel among them, 0 when none. */
  record Revisions(int latest, int cancel) {}

  /** Writes a partition's answer, its lines and its blocks, all together, unless it is there. */
  Fenced<Commit> commit(PartitionAnswer answer, long fence);

  /** What came of {@link #commit}. */
  enum Commit {
    WRITTEN,
    /** It was answered before; that answer stands. */
    REPEATED,
    /** A newer revision has begun: all were written down as suppressed, nothing waits. */
    SUPERSEDED
  }

  /** Turns everything that is still queued in a partition into suppressed; says how many. */
  Fenced<Integer> suppressQueued(
      AlertId alert, int revision, int partition, String reason, long fence);

  /**
   * Takes over what others left behind: all blocks that were given out and not finished. What was
   * {@code sending} in them becomes {@code unknown}, for nobody knows whether it went out; what is
   * queued can be marked and sent. Only for the moment when this member has nothing in hand.
   */
  Fenced<List<Claim>> reclaim(Severity severity, long fence);

  /** Gives out up to {@code max} new blocks of a stream, oldest first. */
  Fenced<List<Claim>> take(Severity severity, int max, long fence);

  /** All blocks given out to this fencing number and not finished, for after a lost answer. */
  Fenced<List<Claim>> pending(Severity severity, long fence);

  /**
   * A block in hand.
   *
   * @param entry its name in the stream
   * @param token marks what was set to {@code sending} under this claim
   */
  record Claim(OutboxBlock block, String entry, String token) {}

  /**
   * Sets what is queued in a block to {@code sending}, and tells what is {@code sending} under this
   * claim: the recipients that the caller alone may send to. After a Cancel the queued ones become
   * suppressed instead.
   */
  Fenced<Marked> mark(Claim claim, long fence);

  /**
   * @param cancelled a Cancel has begun: what is ours must not be sent any more
   */
  record Marked(boolean cancelled, List<PersonRef> ours) {
    public Marked {
      ours = List.copyOf(ours);
    }
  }

  /** Writes how sending ended for those that are still {@code sending} under this claim. */
  Fenced<Integer> settle(Claim claim, List<Result> results, long fence);

  /** {@code told}: see {@link LedgerLine}. */
  record Result(PersonRef recipient, DeliveryState state, boolean told, String reason) {}

  /** The block is done with and leaves the stream. */
  Fenced<Boolean> finish(Claim claim, long fence);

  /** Puts blocks into their streams again; whoever is no longer queued in them is left alone. */
  Fenced<Integer> enqueue(List<OutboxBlock> blocks, long fence);

  /**
   * Turns everything {@code sending} in a partition into {@code unknown}. Only for the moment when
   * no block of this revision is in hand.
   */
  Fenced<Integer> giveUpSending(AlertId alert, int revision, int partition, long fence);
}
