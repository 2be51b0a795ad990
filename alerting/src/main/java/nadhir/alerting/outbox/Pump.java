package nadhir.alerting.outbox;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nadhir.alerting.ledger.DeliveryStore.Claim;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.id.AlertId;
import nadhir.core.report.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads blocks and runs them, under one fencing number, until it is aborted or loses that number.
 */
final class Pump {
  private static final Logger LOG = LoggerFactory.getLogger(Pump.class);

  /** How long the streams are left alone when they were empty and nobody said otherwise. */
  private static final Duration IDLE = Duration.ofMillis(250);

  private final OutboxParts parts;
  private final long fence;
  private final Map<Channel, PriorityGate> gates = new EnumMap<>(Channel.class);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ReentrantLock repairing = new ReentrantLock();
  private final Shelf shelf;
  private final BlockReader reader;

  /** Grows each time that all streams were found empty. */
  private long emptyRounds;

  /** Only finishes what is in hand, then ends. */
  private boolean draining;

  private Optional<Throwable> end = Optional.empty();

  private Pump(OutboxParts parts, OutboxLimits limits, long fence) {
    this.parts = parts;
    this.fence = fence;
    this.shelf = new Shelf(limits);
    this.reader = new BlockReader(parts, fence, shelf, lock, IDLE);
    for (Channel channel : Channel.values()) {
      gates.put(channel, new PriorityGate(limits.posts().getOrDefault(channel, 1)));
    }
  }

  /** Takes over what was left behind, then begins. */
  static Pump start(OutboxParts parts, OutboxLimits limits, long fence)
      throws InterruptedException {
    var pump = new Pump(parts, limits, fence);
    for (Severity severity : Severity.values()) {
      List<Claim> left =
          FenceLost.unlessHeld(parts.patience().ask(() -> parts.store().reclaim(severity, fence)));
      if (!left.isEmpty()) {
        LOG.warn("took over blocks severity={} blocks={} fence={}", severity, left.size(), fence);
      }
      pump.shelf.add(left);
    }
    pump.threads.submit(pump::loop);
    return pump;
  }

  long fence() {
    return fence;
  }

  boolean isOver() {
    lock.lock();
    try {
      return end.isPresent();
    } finally {
      lock.unlock();
    }
  }

  /** Recipients of a severity that wait until a channel has room. */
  int waiting(Channel channel, Severity severity) {
    return gates.get(channel).waiting(severity);
  }

  private void loop() {
    try {
      while (!isOver()) {
        if (isDraining()) {
          awaitRestOrUsers();
        } else {
          boolean read = reader.readAll();
          boolean started = startAll();
          if (!read && !started) {
            rest();
          }
        }
      }
    } catch (InterruptedException | RuntimeException e) {
      over(e);
    }
  }

  private boolean isDraining() {
    lock.lock();
    try {
      return draining;
    } finally {
      lock.unlock();
    }
  }

  private void awaitRestOrUsers() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (draining && !shelf.isAtRest()) {
        changed.await();
      }
      if (draining) {
        over(new InterruptedException("nobody needs it"));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Nobody waits for it any more: what is in hand goes to its end, and nothing new is begun. */
  void drain() {
    lock.lock();
    try {
      draining = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Somebody needs it again. False when it has ended already. */
  boolean resume() {
    lock.lock();
    try {
      draining = false;
      changed.signalAll();
      return end.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private boolean startAll() {
    boolean any = false;
    while (true) {
      Optional<Claim> next;
      lock.lock();
      try {
        next = shelf.next();
      } finally {
        lock.unlock();
      }
      if (next.isEmpty()) {
        return any;
      }
      any = true;
      Claim claim = next.get();
      threads.submit(() -> run(claim));
    }
  }

  private void run(Claim claim) {
    try {
      new BlockRun(parts, claim, fence, gates.get(claim.block().channel())).run(threads);
    } catch (FenceLost e) {
      over(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RejectedExecutionException _) {
      LOG.debug("block left to the next keeper entry={} fence={}", claim.entry(), fence);
    } catch (RuntimeException e) {
      LOG.error("block left behind entry={} fence={}", claim.entry(), fence, e);
    } finally {
      lock.lock();
      try {
        shelf.done(claim);
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Waits for a change; after a while without one, the streams may have got more all the same. */
  private void rest() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (reader.allSeenEmpty()) {
        emptyRounds++;
        changed.signalAll();
      }
      if (!draining && !changed.await(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
        reader.lookAgain();
      }
    } finally {
      lock.unlock();
    }
  }

  /** New blocks may be there. Returns the count of empty rounds so far. */
  long nudge() {
    lock.lock();
    try {
      reader.lookAgain();
      changed.signalAll();
      return emptyRounds;
    } finally {
      lock.unlock();
    }
  }

  void awaitQuiet(AlertId alert, int revision) throws InterruptedException {
    while (true) {
      awaitNothingInHand(alert, revision);
      List<DeliveryCounts> counts =
          parts.patience().ask(() -> parts.store().counts(alert, revision));
      if (counts.stream().allMatch(c -> c.pending() == 0)) {
        return;
      }
      // A read that was under way can end the first look; the second has begun after it.
      if (awaitEmptyRound(alert, revision, nudge()) && awaitEmptyRound(alert, revision, nudge())) {
        repair(alert, revision);
      }
    }
  }

  private void repair(AlertId alert, int revision) throws InterruptedException {
    repairing.lockInterruptibly();
    try {
      if (held(alert, revision)) {
        try {
          new Repair(parts, fence).run(alert, revision);
        } finally {
          release();
        }
      }
    } finally {
      repairing.unlock();
    }
  }

  /** What is being sent must not be taken for left behind: none is begun while it is repaired. */
  private boolean held(AlertId alert, int revision) {
    lock.lock();
    try {
      return shelf.hold(alert, revision);
    } finally {
      lock.unlock();
    }
  }

  private void release() {
    lock.lock();
    try {
      shelf.release();
    } finally {
      lock.unlock();
    }
    nudge();
  }

  private void awaitNothingInHand(AlertId alert, int revision) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (shelf.has(alert, revision)) {
        checkNotOver();
        changed.await();
      }
      checkNotOver();
    } finally {
      lock.unlock();
    }
  }

  /** True when the streams turned out empty; false when blocks of the revision turned up. */
  private boolean awaitEmptyRound(AlertId alert, int revision, long before)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!shelf.has(alert, revision)) {
        checkNotOver();
        if (emptyRounds > before) {
          return true;
        }
        changed.await();
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void checkNotOver() throws InterruptedException {
    if (end.isPresent()) {
      if (end.get() instanceof FenceLost lost) {
        throw lost;
      }
      throw new InterruptedException("the outbox has stopped: " + end.get());
    }
  }

  private void over(Throwable why) {
    lock.lock();
    try {
      if (end.isEmpty()) {
        end = Optional.of(why);
        if (!(why instanceof InterruptedException) || why instanceof FenceLost) {
          LOG.warn("outbox stops fence={} why={}", fence, why.toString());
        }
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    threads.shutdownNow();
  }

  /** Stops everything; what was under way becomes unknown when somebody takes over. */
  void abort() {
    over(new InterruptedException("closed"));
  }
}
