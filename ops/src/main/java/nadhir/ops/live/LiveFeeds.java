package nadhir.ops.live;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import nadhir.core.event.Input;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.feed.FeedAdapter;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.FeedSink;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.Reason;
import nadhir.core.feed.live.FeedAdapters;
import nadhir.core.id.FeedId;
import nadhir.core.lane.Actor;
import nadhir.core.report.HazardReport;
import nadhir.core.report.SensorFault;
import nadhir.core.watch.Answer;
import nadhir.ops.lane.LaneHost;
import nadhir.ops.metrics.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feeds of the live lane: listened to by the member that keeps its watch, and by no other. */
public final class LiveFeeds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFeeds.class);
  private static final int WORKERS = 4;
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final long LOOK_EVERY_MS = 1_000;

  private final Vertx vertx;
  private final WorkerExecutor worker;
  private final FeedAdapters open;
  private final List<FeedConfig> feeds;
  private final FeedSink sink;
  private List<FeedAdapter> adapters;
  private final LaneHost host;
  private OptionalLong timer = OptionalLong.empty();
  private boolean listening;

  /** A feed of the pack cannot be listened to. The message is one sentence. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** Opens all feeds of the pack; throws {@link Refused} for a recording in the live lane. */
  public LiveFeeds(
      Vertx vertx,
      List<FeedConfig> feeds,
      Lookout.Post lookouts,
      FeedSecrets secrets,
      LaneHost host,
      Metrics metrics) {
    this.vertx = vertx;
    this.host = host;
    this.worker = vertx.createSharedWorkerExecutor("feeds", WORKERS);
    this.feeds = List.copyOf(feeds);
    this.sink = new Sink(metrics);
    this.open =
        new FeedAdapters(
            vertx,
            worker,
            InstantSource.system(),
            RandomGenerator.getDefault(),
            FeedSettings.defaults(),
            lookouts,
            secrets::login);
    this.adapters = opened();
  }

  /** One for each feed, not started. */
  private List<FeedAdapter> opened() {
    List<FeedAdapter> opened = new ArrayList<>();
    for (FeedConfig feed : feeds) {
      switch (open.open(feed, sink)) {
        case FeedAdapters.Opening.Opened(var adapter) -> opened.add(adapter);
        case FeedAdapters.Opening.Refused(var why) -> throw new Refused(why);
      }
    }
    return opened;
  }

  /** From now on listens whenever this member keeps the watch. */
  public synchronized void start() {
    timer = OptionalLong.of(vertx.setPeriodic(LOOK_EVERY_MS, _ -> look()));
  }

  /** Listens while this member keeps the watch. */
  private synchronized void look() {
    if (host.keeps() && !listening) {
      listening = true;
      adapters.forEach(FeedAdapter::start);
    } else if (!host.keeps() && listening) {
      listening = false;
      adapters.forEach(a -> a.stop().onFailure(e -> LOG.warn("a feed did not stop", e)));
      adapters = opened(); // one that was stopped does not start again
    }
  }

  private final class Sink implements FeedSink {
    private final Metrics metrics;
    private final RejectionLog told = new RejectionLog(InstantSource.system());

    Sink(Metrics metrics) {
      this.metrics = metrics;
    }

    @Override
    public boolean offer(HazardReport report) {
      return taken(new Input.Reported(report), new Actor.Feed(report.feed()));
    }

    @Override
    public void health(FeedId feed, FeedHealth health, String why, String detail) {
      LOG.info("feed health feed={} health={} why={} detail={}", feed, health, why, detail);
      taken(new Input.FeedHealthChanged(feed, health, detail, why), new Actor.Feed(feed));
    }

    @Override
    public void rejected(FeedId feed, Reason reason, String detail) {
      metrics.rejected(feed.value(), reason.name(), 1);
      told.line(feed, reason)
          .ifPresent(
              more ->
                  LOG.info(
                      "feed item rejected feed={} reason={} detail={}{}",
                      feed,
                      reason,
                      detail,
                      more));
    }

    @Override
    public void dropped(FeedId feed, Reason reason, long items, String detail) {
      metrics.rejected(feed.value(), reason.name(), items);
      LOG.warn(
          "feed items dropped feed={} reason={} items={} detail={}", feed, reason, items, detail);
    }

    @Override
    public void doubted(FeedId feed, SensorFault fault, String detail) {
      taken(new Input.GaugeDoubted(feed, fault, detail), new Actor.Feed(feed));
    }

    private boolean taken(Input input, Actor actor) {
      try {
        Answer answer = host.offer(input, actor).get(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS);
        return answer instanceof Answer.Accepted;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      } catch (ExecutionException | TimeoutException e) {
        LOG.warn("input not taken why={}", e.toString());
        return false;
      }
    }
  }

  @Override
  public synchronized void close() {
    timer.ifPresent(vertx::cancelTimer);
    adapters.forEach(FeedAdapter::stop);
    worker.close();
  }
}
