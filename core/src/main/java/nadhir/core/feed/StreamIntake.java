package nadhir.core.feed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/**
 * What every adapter of a stream does with what it hears: pieces are decoded and handed to the sink
 * one after the other, off the event loop because the sink may block; and silence turns the feed
 * grey. How the bytes arrive, and what to do when they come too fast, is the adapter's own.
 */
public final class StreamIntake {
  private final Vertx vertx;
  private final WorkerExecutor worker;
  private final InstantSource clock;
  private final RawFeed raw;
  private final FeedSink sink;
  private final Intake intake;
  private final Pulse pulse;
  private Future<Void> running = Future.succeededFuture();
  private long look = -1;
  private boolean ended;

  public StreamIntake(
      Vertx vertx,
      WorkerExecutor worker,
      InstantSource clock,
      FeedConfig config,
      Lookout.Post lookouts,
      FeedSink sink) {
    this.vertx = vertx;
    this.worker = worker;
    this.clock = clock;
    this.raw = RawFeed.open(config, lookouts);
    this.sink = sink;
    this.intake = new Intake(raw, sink);
    this.pulse = new Pulse(config.id(), sink, config.expects());
  }

  /** So long may the source say nothing. */
  public Duration patience() {
    return pulse.patience();
  }

  public RawFeed raw() {
    return raw;
  }

  /** From here on something is expected. */
  public synchronized void begin() {
    pulse.begin(clock.instant());
    look =
        vertx.setPeriodic(
            Math.max(1, patience().toMillis() / 4),
            _ -> inTurn(() -> told(() -> pulse.look(clock.instant()))));
  }

  /**
   * Takes a piece that ends at a line's end. The answer comes when the sink has all of it, and says
   * whether anything in it was understood.
   */
  public Future<Boolean> take(byte[] piece) {
    return inTurn(
        () -> {
          boolean understood = intake.take(piece, clock.instant()).understood() > 0;
          if (understood) {
            pulse.success(clock.instant());
          }
          return understood;
        });
  }

  /** Pieces that could not be taken are counted and told. */
  public Future<Boolean> dropped(Reason reason, long items, String detail) {
    return inTurn(
        () ->
            told(
                () -> {
                  raw.rejects().count(reason, items);
                  sink.dropped(raw.feed(), reason, items, detail);
                }));
  }

  /** The source cannot be reached, or is gone: nothing waits for its other half any more. */
  public Future<Boolean> lost(String why) {
    return inTurn(
        () ->
            told(
                () -> {
                  intake.finish(clock.instant());
                  pulse.failure(clock.instant(), Pulse.UNREACHABLE, why);
                }));
  }

  /** Completes when nothing more reaches the sink; what comes from here on is left. */
  public synchronized Future<Void> end() {
    ended = true;
    vertx.cancelTimer(look);
    return running;
  }

  private static boolean told(Runnable what) {
    what.run();
    return true;
  }

  private synchronized Future<Boolean> inTurn(Callable<Boolean> task) {
    if (ended) {
      return Future.succeededFuture(false);
    }
    Future<Boolean> done = running.transform(_ -> worker.executeBlocking(task, false));
    running = done.mapEmpty();
    return done;
  }
}
