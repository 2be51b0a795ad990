package nadhir.alerting.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.DeliveryStore.Claim;
import nadhir.alerting.ledger.DeliveryStore.Result;
import nadhir.alerting.ledger.Patience;

/**
 * Writes down how sending ended. While one write is under way, the results that come in meanwhile
 * wait for the next and go together. Kept until the store has taken them, at most a block's worth.
 */
final class Results {
  private final DeliveryStore store;
  private final Claim claim;
  private final long fence;
  private final Patience patience;
  private final Queue<Result> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  Results(DeliveryStore store, Claim claim, long fence, Patience patience) {
    this.store = store;
    this.claim = claim;
    this.fence = fence;
    this.patience = patience;
  }

  void add(Result result) throws InterruptedException {
    waiting.add(result);
    while (!waiting.isEmpty() && writing.tryLock()) {
      try {
        write();
      } finally {
        writing.unlock();
      }
    }
  }

  /** Returns when all that was added is written. */
  void finish() throws InterruptedException {
    writing.lockInterruptibly();
    try {
      write();
    } finally {
      writing.unlock();
    }
  }

  private void write() throws InterruptedException {
    List<Result> batch = new ArrayList<>();
    for (Result next = waiting.poll(); next != null; next = waiting.poll()) {
      batch.add(next);
    }
    if (!batch.isEmpty()) {
      FenceLost.unlessHeld(patience.ask(() -> store.settle(claim, batch, fence)));
    }
  }
}
