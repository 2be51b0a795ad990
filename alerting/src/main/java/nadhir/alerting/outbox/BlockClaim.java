package nadhir.alerting.outbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.DeliveryStore.Claim;
import nadhir.alerting.ledger.DeliveryStore.Marked;
import nadhir.alerting.ledger.Patience;
import nadhir.core.id.PersonRef;

/**
 * Our hold on a block. The mark in the store says what is ours to send, but a process can stand
 * still after it (frozen, starved, cut off) while another takes over or a Cancel goes out. So the
 * hold is only good for {@link #GOOD_FOR}, then the store is asked again before anything is sent.
 */
final class BlockClaim {
  /** The longest pause between looking at the store and sending. */
  static final Duration GOOD_FOR = Duration.ofSeconds(1);

  private final DeliveryStore store;
  private final Claim claim;
  private final long fence;
  private final OutboxTimes times;
  private final Patience patience;
  private final ReentrantLock asking = new ReentrantLock();
  private final Set<PersonRef> ours = new HashSet<>();
  private boolean asked;
  private boolean cancelled;
  private long askedAtNanos;

  /** Whether a recipient may be sent to right now. */
  enum Leave {
    GRANTED,
    CANCELLED,
    /** Another has it, or it has ended: nothing of ours to do or to write. */
    NOT_OURS
  }

  BlockClaim(DeliveryStore store, Claim claim, long fence, OutboxTimes times, Patience patience) {
    this.store = store;
    this.claim = claim;
    this.fence = fence;
    this.times = times;
    this.patience = patience;
  }

  /** Marks the block; those that are ours by that. */
  List<PersonRef> mark() throws InterruptedException {
    asking.lockInterruptibly();
    try {
      ask();
      return claim.block().recipients().stream().filter(ours::contains).toList();
    } finally {
      asking.unlock();
    }
  }

  Leave leaveToSend(PersonRef recipient) throws InterruptedException {
    asking.lockInterruptibly();
    try {
      while (!asked || times.nanos().getAsLong() - askedAtNanos > GOOD_FOR.toNanos()) {
        ask();
      }
      if (!ours.contains(recipient)) {
        return Leave.NOT_OURS;
      }
      return cancelled ? Leave.CANCELLED : Leave.GRANTED;
    } finally {
      asking.unlock();
    }
  }

  /**
   * The moment counts from before the question: the answer is at least that old. Without an answer
   * nothing of ours is left: whoever comes next must ask, too.
   */
  private void ask() throws InterruptedException {
    asked = false;
    askedAtNanos = times.nanos().getAsLong();
    Marked now = FenceLost.unlessHeld(patience.ask(() -> store.mark(claim, fence)));
    ours.clear();
    ours.addAll(now.ours());
    cancelled = now.cancelled();
    asked = true;
  }
}
