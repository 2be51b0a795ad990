package nadhir.core.feed.live;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import nadhir.core.feed.FeedAdapter;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedLogin;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.FeedSink;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.RawFeed;
import nadhir.core.feed.http.HttpPoller;
import nadhir.core.feed.mqtt.MqttListener;
import nadhir.core.feed.posted.PostedFeed;
import nadhir.core.feed.tcp.AisTcpClient;
import nadhir.core.feed.udp.AisUdpListener;
import nadhir.core.feed.ws.WebSocketFeed;
import nadhir.core.id.FeedId;

/** Makes the adapter that a feed's address asks for. */
public final class FeedAdapters {
  /** Polled where the site pack gives no interval. */
  private static final Duration USUAL_INTERVAL = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final WorkerExecutor worker;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final FeedSettings settings;
  private final Lookout.Post lookouts;
  private final Function<FeedId, FeedLogin> logins;

  /** For sources that want no name and no password. */
  public FeedAdapters(
      Vertx vertx,
      WorkerExecutor worker,
      InstantSource clock,
      RandomGenerator random,
      FeedSettings settings,
      Lookout.Post lookouts) {
    this(vertx, worker, clock, random, settings, lookouts, _ -> FeedLogin.NONE);
  }

  /**
   * @param worker where documents are decoded and the sink is called
   * @param random spreads retries
   * @param lookouts follow the ships that are heard
   * @param logins with what this member shows itself to a feed's source
   */
  public FeedAdapters(
      Vertx vertx,
      WorkerExecutor worker,
      InstantSource clock,
      RandomGenerator random,
      FeedSettings settings,
      Lookout.Post lookouts,
      Function<FeedId, FeedLogin> logins) {
    this.logins = logins;
    this.vertx = vertx;
    this.worker = worker;
    this.clock = clock;
    this.random = random;
    this.settings = settings;
    this.lookouts = lookouts;
  }

  /** What came of opening a feed. */
  public sealed interface Opening {
    /** Ready, and not started. */
    record Opened(FeedAdapter adapter) implements Opening {}

    /** Not for the live lane; {@code why} is a sentence. */
    record Refused(String why) implements Opening {}
  }

  public Opening open(FeedConfig config, FeedSink sink) {
    if (config.isRecording()) {
      return new Opening.Refused(
          "Feed '"
              + config.id()
              + "' is a recording (file:), and recordings are played in drill lanes only.");
    }
    if (config.carrier().isEmpty()) {
      return refused(config);
    }
    return switch (config.carrier().get()) {
      case POLLED -> new Opening.Opened(poller(config, sink));
      case LINES -> new Opening.Opened(lines(config, sink));
      case WEBSOCKET ->
          new Opening.Opened(
              new WebSocketFeed(vertx, worker, clock, random, settings, config, sink));
      case MQTT ->
          new Opening.Opened(
              new MqttListener(
                  vertx, worker, clock, random, settings, config, logins.apply(config.id()), sink));
      case POSTED -> new Opening.Opened(new PostedFeed(vertx, worker, clock, config, sink));
    };
  }

  private FeedAdapter lines(FeedConfig config, FeedSink sink) {
    return config.url().getScheme().equals("udp")
        ? new AisUdpListener(vertx, worker, clock, random, settings, config, lookouts, sink)
        : new AisTcpClient(vertx, worker, clock, random, settings, config, lookouts, sink);
  }

  private static Opening refused(FeedConfig config) {
    return new Opening.Refused(
        "Feed '" + config.id() + "' cannot be read from " + config.url() + ".");
  }

  private FeedAdapter poller(FeedConfig config, FeedSink sink) {
    return new HttpPoller(
        vertx,
        worker,
        clock,
        random,
        settings,
        config.url(),
        config.every().orElse(USUAL_INTERVAL),
        config.expects(),
        raw(config),
        sink);
  }

  private RawFeed raw(FeedConfig config) {
    return RawFeed.open(config, lookouts);
  }
}
