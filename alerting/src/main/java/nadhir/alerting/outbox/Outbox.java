package nadhir.alerting.outbox;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import nadhir.core.alert.Channel;
import nadhir.core.id.AlertId;
import nadhir.core.report.Severity;

/**
 * The outbox of one lane on one member. It works while at least one {@link Session} is open, under
 * one fencing number; nothing runs otherwise.
 */
public final class Outbox implements AutoCloseable {
  private final OutboxParts parts;
  private final OutboxLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Pump> running = Optional.empty();
  private int users;

  public Outbox(OutboxParts parts, OutboxLimits limits) {
    this.parts = parts;
    this.limits = limits;
  }

  /**
   * Joins the work under {@code fence}, or begins it: takes over what others left behind first.
   * Throws {@link FenceLost} when a newer number is in force.
   */
  public Session open(long fence) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long current = running.map(Pump::fence).orElse(fence);
      if (current > fence) {
        throw new FenceLost(current);
      }
      if (running.isEmpty() || current < fence || !running.get().resume()) {
        running.ifPresent(Pump::abort);
        users = 0;
        running = Optional.of(Pump.start(parts, limits, fence));
      }
      users++;
      return new Session(running.get());
    } finally {
      lock.unlock();
    }
  }

  /** Recipients of a severity that are in hand and wait until a channel has room. */
  int waiting(Channel channel, Severity severity) {
    lock.lock();
    try {
      return running.map(pump -> pump.waiting(channel, severity)).orElse(0);
    } finally {
      lock.unlock();
    }
  }

  private void leave(Pump pump) {
    lock.lock();
    try {
      if (running.filter(pump::equals).isPresent() && --users == 0) {
        pump.drain();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Stops at once; what is being sent becomes unknown when somebody takes over. */
  @Override
  public void close() {
    lock.lock();
    try {
      running.ifPresent(Pump::abort);
      running = Optional.empty();
      users = 0;
    } finally {
      lock.unlock();
    }
  }

  /** One user's share in the work. */
  public final class Session implements AutoCloseable {
    private final Pump pump;
    private boolean closed;

    private Session(Pump pump) {
      this.pump = pump;
    }

    /** New blocks wait: look at once. */
    void nudge() {
      pump.nudge();
    }

    /** Returns when no recipient of the revision is queued or sending any more. */
    void awaitQuiet(AlertId alert, int revision) throws InterruptedException {
      pump.awaitQuiet(alert, revision);
    }

    /** After the last one, what is in hand still goes to its end, and nothing new is begun. */
    @Override
    public void close() {
      if (!closed) {
        closed = true;
        leave(pump);
      }
    }
  }
}
