package nadhir.ops.lane;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import nadhir.core.picture.Change;

/**
 * The numbered changes of a lane's picture, for consoles that follow it. Keeps the last {@link
 * #MAX_KEPT}; who is further behind takes the whole picture again.
 */
public final class PictureStream {
  /** Numbered changes kept for who comes back. */
  public static final int MAX_KEPT = 5_000;

  /**
   * What changed with one durable append.
   *
   * @param seq number of the picture after the changes: the journal's last entry in it
   */
  public record Numbered(long seq, Instant at, List<Change> changes) {
    public Numbered {
      changes = List.copyOf(changes);
    }
  }

  private final ArrayDeque<Numbered> kept = new ArrayDeque<>();
  private final List<Consumer<Numbered>> followers = new CopyOnWriteArrayList<>();
  private long firstMissing;

  /** The picture begins at {@code seq}: what led to it is not here. */
  synchronized void beginAt(long seq) {
    firstMissing = Math.max(firstMissing, seq);
  }

  void publish(Numbered numbered) {
    synchronized (this) {
      kept.addLast(numbered);
      if (kept.size() > MAX_KEPT) {
        firstMissing = kept.removeFirst().seq();
      }
    }
    followers.forEach(f -> f.accept(numbered));
  }

  /** All changes after picture {@code seq}; empty when they are no longer all here. */
  public synchronized Optional<List<Numbered>> since(long seq) {
    if (seq < firstMissing) {
      return Optional.empty();
    }
    List<Numbered> later = new ArrayList<>();
    for (Numbered n : kept) {
      if (n.seq() > seq) {
        later.add(n);
      }
    }
    return Optional.of(later);
  }

  /** Calls {@code follower} with every further change, on the writer's thread; must be quick. */
  public Subscription follow(Consumer<Numbered> follower) {
    followers.add(follower);
    return () -> followers.remove(follower);
  }

  /** Ends the following when closed. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
