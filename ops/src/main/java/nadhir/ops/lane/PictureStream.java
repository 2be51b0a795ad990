package nadhir.ops.lane;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
   * @param prev a picture of this number, or of a later one below {@code seq}, lacks nothing but
   *     these changes
   */
  public record Numbered(long seq, long prev, Instant at, List<Change> changes) {
    public Numbered {
      changes = List.copyOf(changes);
    }
  }

  private final TreeMap<Long, Numbered> kept = new TreeMap<>();
  private final List<Consumer<Numbered>> followers = new CopyOnWriteArrayList<>();

  /** The number of the picture before the first of {@link #kept}. */
  private long base;

  /** The last entry that was told, with changes or without. */
  private long told;

  /** The picture begins at {@code seq}, unless it is further: what led to it is not here. */
  synchronized void beginAt(long seq) {
    if (seq > told) {
      kept.clear();
      base = seq;
      told = seq;
    }
  }

  /** The picture has the number {@code seq} now; perhaps nothing in it has changed. */
  void publish(long seq, Instant at, List<Change> changes) {
    Optional<Numbered> news = Optional.empty();
    synchronized (this) {
      told = Math.max(told, seq);
      if (!changes.isEmpty()) {
        long prev = kept.isEmpty() ? base : kept.lastKey();
        news = Optional.of(new Numbered(seq, prev, at, changes));
        kept.put(seq, news.get());
      }
      if (kept.size() > MAX_KEPT) {
        base = kept.pollFirstEntry().getKey();
      }
    }
    news.ifPresent(n -> followers.forEach(f -> f.accept(n)));
  }

  /** All changes after picture {@code seq}; empty when they are no longer all here. */
  public Optional<List<Numbered>> since(long seq) {
    return since(seq, MAX_KEPT);
  }

  /** The first {@code limit} changes after picture {@code seq}; empty when some are missing. */
  public synchronized Optional<List<Numbered>> since(long seq, int limit) {
    if (seq < base) {
      return Optional.empty();
    }
    List<Numbered> later = new ArrayList<>();
    for (Numbered n : kept.tailMap(seq, false).values()) {
      if (later.size() == limit) {
        break;
      }
      later.add(n);
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
