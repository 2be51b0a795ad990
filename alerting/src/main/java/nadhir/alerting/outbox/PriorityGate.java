package nadhir.alerting.outbox;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import nadhir.core.report.Severity;

/** Lets so many through at a time; of those who wait, the worst severity first. */
final class PriorityGate {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition[] lanes = new Condition[Severity.values().length];
  private final int[] waiting = new int[Severity.values().length];
  private int free;

  PriorityGate(int width) {
    this.free = width;
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] = lock.newCondition();
    }
  }

  /** Blocks until there is room. Each call needs a {@link #leave} after it. */
  void enter(Severity severity) throws InterruptedException {
    int own = severity.ordinal();
    lock.lockInterruptibly();
    try {
      waiting[own]++;
      try {
        while (free == 0 || worseWaits(own)) {
          lanes[own].await();
        }
        free--;
      } finally {
        waiting[own]--;
        wakeNext();
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many of a severity stand before it now. */
  int waiting(Severity severity) {
    lock.lock();
    try {
      return waiting[severity.ordinal()];
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      free++;
      wakeNext();
    } finally {
      lock.unlock();
    }
  }

  private boolean worseWaits(int own) {
    for (int i = 0; i < own; i++) {
      if (waiting[i] > 0) {
        return true;
      }
    }
    return false;
  }

  private void wakeNext() {
    for (int i = 0; free > 0 && i < lanes.length; i++) {
      if (waiting[i] > 0) {
        lanes[i].signal();
        return;
      }
    }
  }
}
