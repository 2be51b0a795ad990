package nadhir.drills.play;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import nadhir.core.command.Command;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.id.CommandId;
import nadhir.core.lane.Actor;
import nadhir.core.watch.Answer;
import nadhir.core.watch.WatchView;

/**
 * A lane that is kept by a watch of this member. The owner tells it of every durable block ({@link
 * #durable}), of the entries that were there before ({@link #known}), and when the watch is over
 * ({@link #lost}). Entries may come twice and in any order; each is given once, without gaps.
 */
public final class WatchLane implements LanePort {
  private final BiFunction<Input, Actor, CompletableFuture<Answer>> offers;
  private final Supplier<CompletableFuture<Integer>> wakeUps;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<Long, Entry> inbox = new TreeMap<>();
  private long nextSeq = 1;
  private WatchView view;
  private Optional<String> lost = Optional.empty();

  /**
   * @param offers hands an input to the watch
   * @param wakeUps runs the wake-ups that are due by the lane's clock
   * @param now what is durable already
   */
  public WatchLane(
      BiFunction<Input, Actor, CompletableFuture<Answer>> offers,
      Supplier<CompletableFuture<Integer>> wakeUps,
      WatchView now) {
    this.offers = offers;
    this.wakeUps = wakeUps;
    this.view = now;
  }

  /** Told by the watch's listener of each durable block. */
  public void durable(List<Entry> entries, WatchView now) {
    add(entries, Optional.of(now));
  }

  /** Entries that were durable before anybody listened. */
  public void known(List<Entry> entries) {
    add(entries, Optional.empty());
  }

  private void add(List<Entry> entries, Optional<WatchView> now) {
    lock.lock();
    try {
      if (lost.isPresent()) {
        return; // nobody polls here any more
      }
      for (Entry entry : entries) {
        if (entry.seq() >= nextSeq) {
          inbox.put(entry.seq(), entry);
        }
      }
      now.filter(v -> v.head().seq() >= view.head().seq()).ifPresent(v -> view = v);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The watch is over here: whoever plays is told at once. */
  public void lost(String why) {
    lock.lock();
    try {
      lost = Optional.of(why);
      inbox.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Answer submit(CommandId id, Actor actor, Command command) throws InterruptedException {
    return await(offers.apply(new Input.Commanded(id, command), actor));
  }

  @Override
  public void offer(Input input, Actor actor) throws InterruptedException {
    switch (await(offers.apply(input, actor))) {
      case Answer.Accepted _, Answer.Refused _ -> {
        // written
      }
      case Answer.Unavailable(var reason, var detail) -> throw new LaneLost(reason + ": " + detail);
    }
  }

  @Override
  public Optional<Instant> nextWakeUp() {
    lock.lock();
    try {
      return view.nextWakeUp();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void runWakeUps() throws InterruptedException {
    await(wakeUps.get());
  }

  private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new LaneLost(String.valueOf(e.getCause().getMessage()));
    }
  }

  @Override
  public void awaitQuiet() throws InterruptedException {
    lock.lock();
    try {
      while (!view.effects().isEmpty() || !hasAll()) {
        failWhenLost();
        changed.await();
      }
      failWhenLost();
    } finally {
      lock.unlock();
    }
  }

  /** Whether every entry up to the head is here: polled, or in the inbox. */
  private boolean hasAll() {
    return nextSeq + inbox.size() > view.head().seq();
  }

  @Override
  public Optional<Entry> poll(Duration limit) throws InterruptedException {
    lock.lock();
    try {
      long left = limit.toNanos();
      while (!inbox.containsKey(nextSeq)) {
        failWhenLost();
        if (left <= 0) {
          return Optional.empty();
        }
        left = changed.awaitNanos(left);
      }
      return Optional.of(inbox.remove(nextSeq++));
    } finally {
      lock.unlock();
    }
  }

  private void failWhenLost() {
    lost.ifPresent(
        why -> {
          throw new LaneLost(why);
        });
  }
}
