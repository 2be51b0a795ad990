package nadhir.core.feed.mqtt;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nadhir.core.feed.Backoff;
import nadhir.core.feed.Delivery;
import nadhir.core.feed.FeedAdapter;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedLogin;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.FeedSink;
import nadhir.core.feed.Intake;
import nadhir.core.feed.Pulse;
import nadhir.core.feed.RawFeed;
import nadhir.core.feed.Reason;

/**
 * Listens to the topics of an MQTT broker (3.1.1, at least once). A message is acknowledged when
 * the sink has taken what it says; what it did not take (nobody keeps the watch) stays with the
 * broker, and comes again with the next connection. The broker keeps the session, so what is
 * published while nobody listens is not lost, and a member that takes over goes on where the other
 * ended.
 *
 * <p>What the broker had kept (a retained message) is judged by its own time like any other.
 */
public final class MqttListener implements FeedAdapter {
  /** A larger message is rejected, and costs no other. */
  static final int MAX_PAYLOAD_BYTES = 1024 * 1024;

  /** Messages that wait to be decoded; above it nothing more is read from the connection. */
  static final int MAX_WAITING = 100;

  private final Vertx vertx;
  private final WorkerExecutor worker;
  private final InstantSource clock;
  private final RawFeed raw;
  private final Intake intake;
  private final Pulse pulse;
  private final Duration expects;
  private final FeedSettings settings;
  private final Backoff backoff;
  private final MqttLinks links;
  private final Context context;
  private Optional<MqttLink> link = Optional.empty();
  private Future<Void> running = Future.succeededFuture();
  private long retry = -1;
  private long look = -1;
  private boolean stopped;
  private boolean forgetSession;

  public MqttListener(
      Vertx vertx,
      WorkerExecutor worker,
      InstantSource clock,
      RandomGenerator random,
      FeedSettings settings,
      FeedConfig feed,
      FeedLogin login,
      FeedSink sink) {
    this.vertx = vertx;
    this.worker = worker;
    this.clock = clock;
    this.raw = RawFeed.open(feed);
    this.intake = new Intake(raw, sink);
    this.expects = feed.expects();
    this.settings = settings;
    this.pulse = new Pulse(feed.id(), sink, expects);
    this.backoff = new Backoff(settings.firstRetry(), settings.longestRetry(), random);
    this.links = new MqttLinks(vertx, settings, feed, login);
    this.context = vertx.getOrCreateContext();
  }

  @Override
  public void start() {
    pulse.begin(clock.instant());
    synchronized (this) {
      if (stopped) {
        return;
      }
      look = vertx.setPeriodic(Math.max(1, expects.toMillis() / 2), _ -> lookForSilence());
    }
    context.runOnContext(_ -> connect());
  }

  @Override
  public Future<Void> stop() {
    Optional<MqttLink> last;
    synchronized (this) {
      stopped = true;
      vertx.cancelTimer(retry);
      vertx.cancelTimer(look);
      last = link;
      link = Optional.empty();
    }
    return last.map(MqttLink::end).orElse(Future.succeededFuture()).eventually(() -> running);
  }

  @Override
  public RawFeed raw() {
    return raw;
  }

  private synchronized void connect() {
    if (!stopped) {
      var opened = links.open(forgetSession, this::heard, this::lost);
      forgetSession = false;
      link = Optional.of(opened);
      opened.connect();
    }
  }

  /** On the link's context. */
  private void heard(MqttLink from, MqttPublishMessage message) {
    byte[] payload = message.payload().getBytes();
    var delivery = Delivery.published(message.topicName(), message.isRetain());
    from.waits();
    work(() -> from.isGone() || take(payload, delivery))
        .onComplete(
            taken ->
                context.runOnContext(
                    _ -> {
                      boolean settled = taken.succeeded() && taken.result();
                      if (settled) {
                        from.acknowledge(message);
                      } else {
                        from.notTaken();
                      }
                    }));
  }

  /** Whether it need not come again. */
  private boolean take(byte[] payload, Delivery delivery) {
    if (payload.length > MAX_PAYLOAD_BYTES) {
      intake.rejected(
          Reason.TOO_LARGE,
          delivery.topic().orElse("")
              + ": "
              + payload.length
              + " bytes, at most "
              + MAX_PAYLOAD_BYTES);
      return true;
    }
    var taken = intake.take(payload, clock.instant(), delivery);
    if (taken.understood() > 0 && taken.allTaken()) {
      backoff.reset();
      pulse.success(clock.instant());
    }
    return taken.allTaken();
  }

  /** Once for each link, on its context. */
  private void lost(MqttLink gone, MqttLink.Loss loss) {
    synchronized (this) {
      forgetSession |= loss.poisoned();
    }
    work(() -> {
          if (loss.poisoned()) {
            intake.rejected(Reason.TOO_LARGE, loss.detail());
          }
          pulse.failure(clock.instant(), loss.why(), loss.detail());
          return true;
        })
        .onComplete(_ -> again(loss.ours() ? settings.firstRetry() : backoff.next()));
  }

  private synchronized void again(Duration wait) {
    if (!stopped) {
      retry =
          vertx.setTimer(Math.max(1, wait.toMillis()), _ -> context.runOnContext(_ -> connect()));
    }
  }

  private void lookForSilence() {
    work(
        () -> {
          pulse.look(clock.instant());
          return true;
        });
  }

  private interface Work {
    boolean run();
  }

  /** One after the other, off the event loop: the sink may block. */
  private synchronized Future<Boolean> work(Work task) {
    Future<Boolean> done = running.transform(_ -> worker.executeBlocking(task::run, false));
    running = done.mapEmpty();
    return done;
  }
}
