package nadhir.core.feed.posted;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.InstantSource;
import nadhir.core.feed.FeedAdapter;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedSink;
import nadhir.core.feed.Pulse;
import nadhir.core.feed.RawFeed;
import nadhir.core.id.FeedId;

/**
 * Watches over a feed that posts: whichever member took a post says so on the bus, and this one
 * tells whether the feed is alive. Where the site expects nothing, silence is no fault.
 */
public final class PostedFeed implements FeedAdapter {
  private final Vertx vertx;
  private final WorkerExecutor worker;
  private final InstantSource clock;
  private final FeedConfig feed;
  private final RawFeed raw;
  private final Pulse pulse;
  private MessageConsumer<String> consumer;
  private Future<Void> running = Future.succeededFuture();
  private long look = -1;

  public PostedFeed(
      Vertx vertx, WorkerExecutor worker, InstantSource clock, FeedConfig feed, FeedSink sink) {
    this.vertx = vertx;
    this.worker = worker;
    this.clock = clock;
    this.feed = feed;
    this.raw = RawFeed.open(feed);
    this.pulse = new Pulse(feed.id(), sink, feed.expects());
  }

  /** Where it is said that a feed has posted. A hint: nothing but its health depends on it. */
  public static String address(FeedId feed) {
    return "nadhir.posted." + feed;
  }

  @Override
  public synchronized void start() {
    pulse.begin(clock.instant());
    consumer = vertx.eventBus().consumer(address(feed.id()));
    consumer.handler(_ -> work(() -> pulse.success(clock.instant())));
    if (!feed.expects().equals(FeedConfig.NOTHING_EXPECTED)) {
      long everyMs = Math.max(1, feed.expects().toMillis() / 2);
      look = vertx.setPeriodic(everyMs, _ -> work(() -> pulse.look(clock.instant())));
    }
  }

  @Override
  public synchronized Future<Void> stop() {
    vertx.cancelTimer(look);
    Future<Void> ended = consumer == null ? Future.succeededFuture() : consumer.unregister();
    return ended.eventually(() -> running);
  }

  @Override
  public RawFeed raw() {
    return raw;
  }

  /** One after the other, off the event loop: the sink may block. */
  private synchronized void work(Runnable task) {
    running =
        running.transform(
            _ ->
                worker.executeBlocking(
                    () -> {
                      task.run();
                      return null;
                    },
                    false));
  }
}
