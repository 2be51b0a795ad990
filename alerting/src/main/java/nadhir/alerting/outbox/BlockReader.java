package nadhir.alerting.outbox;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import nadhir.alerting.ledger.DeliveryStore.Claim;
import nadhir.alerting.ledger.StoreAway;
import nadhir.core.report.Severity;

/** Fetches new blocks from the streams onto the shelf, worst severity first. */
final class BlockReader {
  /** Blocks read from a stream in one go. */
  private static final int READ_AT_ONCE = 64;

  private final OutboxParts parts;
  private final long fence;
  private final Shelf shelf;
  private final ReentrantLock lock;
  private final Duration pauseWhenAway;

  /** Streams that were not found empty since somebody last said to look. */
  private final Set<Severity> mayHaveMore = EnumSet.allOf(Severity.class);

  /** Streams whose last answer got lost: blocks may have been given to us without our knowing. */
  private final Set<Severity> uncertain = EnumSet.noneOf(Severity.class);

  /**
   * @param lock of the shelf, and of what is said here
   */
  BlockReader(
      OutboxParts parts, long fence, Shelf shelf, ReentrantLock lock, Duration pauseWhenAway) {
    this.parts = parts;
    this.fence = fence;
    this.shelf = shelf;
    this.lock = lock;
    this.pauseWhenAway = pauseWhenAway;
  }

  /** Under the lock: all streams may have got something. */
  void lookAgain() {
    mayHaveMore.addAll(EnumSet.allOf(Severity.class));
  }

  /** Under the lock: each stream was found empty since the last {@link #lookAgain}. */
  boolean allSeenEmpty() {
    return mayHaveMore.isEmpty();
  }

  /** Without the lock. Whether anything new was read. */
  boolean readAll() throws InterruptedException {
    boolean any = false;
    for (Severity severity : Severity.values()) {
      any |= read(severity);
    }
    return any;
  }

  private boolean read(Severity severity) throws InterruptedException {
    int room;
    boolean again;
    lock.lock();
    try {
      room = Math.min(READ_AT_ONCE, shelf.room(severity));
      again = uncertain.contains(severity);
      if (room == 0 || !mayHaveMore.contains(severity)) {
        return false;
      }
    } finally {
      lock.unlock();
    }
    List<Claim> claims;
    try {
      claims =
          FenceLost.unlessHeld(
              again
                  ? parts.store().pending(severity, fence)
                  : parts.store().take(severity, room, fence));
    } catch (StoreAway _) {
      doubt(severity);
      parts.times().pause().pause(pauseWhenAway);
      return false;
    }
    return shelved(severity, claims, again, room);
  }

  private void doubt(Severity severity) {
    lock.lock();
    try {
      uncertain.add(severity);
    } finally {
      lock.unlock();
    }
  }

  private boolean shelved(Severity severity, List<Claim> claims, boolean again, int room) {
    lock.lock();
    try {
      shelf.add(claims);
      if (again) {
        uncertain.remove(severity);
        return true;
      }
      if (claims.size() < room) {
        mayHaveMore.remove(severity);
      }
      return !claims.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
