package nadhir.ops.lane;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import nadhir.core.command.Command;
import nadhir.core.effect.PendingEffect;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.id.CommandId;
import nadhir.core.journal.Journal;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.lease.Leases;
import nadhir.core.picture.Change;
import nadhir.core.picture.Picture;
import nadhir.core.redis.RedisUnavailable;
import nadhir.core.watch.Answer;
import nadhir.core.watch.Desks;
import nadhir.core.watch.LaneKeeper;
import nadhir.core.watch.LaneListener;
import nadhir.core.watch.LaneSettings;
import nadhir.core.watch.Watch;
import nadhir.core.watch.WatchView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane on this node: keeps ticking its keeper, holds the stream that consoles follow, and hands
 * inputs to whichever member keeps the watch.
 */
public final class LaneHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LaneHost.class);

  /** How long the ticking pauses; a third of a lease's life at most. */
  static final Duration TICK = Duration.ofMillis(500);

  /** How often an input is handed on before the caller is told to come back. */
  private static final int MAX_TRIES = 4;

  private final LaneKeeper keeper;
  private final PictureStream stream = new PictureStream();
  private final List<LaneListener> listeners = new CopyOnWriteArrayList<>();
  private final WatchBus bus;
  private final Thread ticker;
  private volatile boolean closed;
  private volatile boolean storeAway;
  private volatile Optional<String> stopped = Optional.empty();
  private volatile boolean followed;

  /**
   * @param bus carries inputs to the member that keeps the watch
   */
  public LaneHost(LaneKeeper.Parts parts, LaneSettings settings, WatchBus bus) {
    this.bus = bus;
    this.keeper = new LaneKeeper(parts, settings, new Spread());
    this.ticker = Thread.ofVirtual().name("lane-" + keeper.lane().key()).unstarted(this::run);
  }

  private final class Spread implements LaneListener {
    @Override
    public void durable(List<Entry> entries, List<Change> changes, WatchView view) {
      Entry last = entries.getLast();
      stream.publish(last.seq(), last.at(), changes);
      listeners.forEach(l -> l.durable(entries, changes, view));
    }

    @Override
    public void restored(Desks desks) {
      stream.beginAt(desks.seq());
      listeners.forEach(l -> l.restored(desks));
    }
  }

  /** Starts following and, when the lease is free, keeping. */
  public LaneHost start() {
    bus.serve(keeper);
    ticker.start();
    return this;
  }

  public Lane lane() {
    return keeper.lane();
  }

  public Picture picture() {
    return keeper.picture();
  }

  public PictureStream stream() {
    return stream;
  }

  /** True while the journal's store does not answer: nothing is decided. */
  public boolean storeAway() {
    return storeAway;
  }

  /** True once the journal has been read to its end. */
  public boolean followed() {
    return followed;
  }

  /** Effects that run here: asked for and not ended, in order of asking. */
  public List<PendingEffect> pendingEffects() {
    return keeper.watch().map(w -> w.view().effects()).orElse(List.of());
  }

  /** True while this member keeps the watch of the lane. */
  public boolean keeps() {
    return keeper.watch().isPresent();
  }

  /** Adds a listener; to be told from the first entry on, before {@link #start}. */
  public void listen(LaneListener listener) {
    listeners.add(listener);
  }

  public CompletableFuture<Answer> submit(CommandId id, Actor actor, Command command) {
    return offer(new Input.Commanded(id, command), actor);
  }

  /** Hands an input to the member that keeps the watch, here or elsewhere. */
  public CompletableFuture<Answer> offer(Input input, Actor actor) {
    return offer(input, actor, MAX_TRIES);
  }

  /** While it is tried, the watch may come to this member, or leave it. */
  private CompletableFuture<Answer> offer(Input input, Actor actor, int tries) {
    return (keeps() ? keeper.offer(input, actor) : bus.forward(lane(), input, actor))
        .thenCompose(
            answer ->
                tries > 1 && answer instanceof Answer.Unavailable u && u.reason().equals("no-watch")
                    ? offer(input, actor, tries - 1)
                    : CompletableFuture.completedFuture(answer));
  }

  /** The watch, once this member keeps it; waits at most {@code limit}. */
  public Watch awaitWatch(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (keeper.watch().isEmpty()) {
      if (stopped.isPresent() || System.nanoTime() > end) {
        throw new IllegalStateException("no watch over " + lane().key() + " within " + limit);
      }
      Thread.sleep(20);
    }
    return keeper.watch().orElseThrow();
  }

  /** Asks the desks of this member's watch. */
  public <T> CompletableFuture<T> ask(Function<Desks, T> question) {
    return keeper
        .watch()
        .map(w -> w.ask(question))
        .orElseGet(
            () -> CompletableFuture.failedFuture(new IllegalStateException("no watch here")));
  }

  private void run() {
    try {
      while (!closed) {
        tickOnce();
        runWakeUps();
        Thread.sleep(TICK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tickOnce() {
    try {
      keeper.tick();
      storeAway = false;
      stopped = Optional.empty();
      if (!followed) {
        followed = true;
        LOG.info("lane followed lane={} seq={} keeps={}", lane().key(), picture().seq(), keeps());
      }
    } catch (Journal.JournalUnavailable | Leases.LeasesUnavailable | RedisUnavailable e) {
      if (!storeAway && !closed) { // closing interrupts what it waits for
        LOG.warn("store away lane={} why={}", lane().key(), e.getMessage());
      }
      storeAway = true;
    } catch (RuntimeException e) {
      String why = String.valueOf(e.getMessage());
      if (stopped.isEmpty() || !stopped.get().equals(why)) {
        LOG.error("lane cannot be kept lane={}", lane().key(), e);
      }
      stopped = Optional.of(why);
    }
  }

  /** Why the lane cannot be kept here, for a person: its journal has vanished or is damaged. */
  public Optional<String> stopped() {
    return stopped;
  }

  /** The live lane's wake-ups come by the wall clock; a drill's player runs its own. */
  private void runWakeUps() {
    if (lane() instanceof Lane.Live) {
      keeper.watch().ifPresent(Watch::runWakeUps);
    }
  }

  @Override
  public void close() {
    closed = true;
    ticker.interrupt();
    bus.stop(keeper.lane());
    keeper.close();
  }
}
