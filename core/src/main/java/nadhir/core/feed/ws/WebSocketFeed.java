package nadhir.core.feed.ws;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nadhir.core.feed.Backoff;
import nadhir.core.feed.FeedAdapter;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.FeedSink;
import nadhir.core.feed.Intake;
import nadhir.core.feed.Pulse;
import nadhir.core.feed.RawFeed;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Resumes;

/**
 * Listens to a WebSocket, one message a frame, and comes back when it breaks. Reads on only when
 * what was read is decoded and taken, so that a flood waits in the network and not in memory.
 *
 * <p>A catalogue of earthquakes can be quiet for hours: a pong counts as heard, and a connection
 * that answers no ping for twice the expected time is given up. Where the feed names a query, each
 * new connection is followed by asking for what was missed, and until that is answered the feed
 * does not count as well: it hears, and does not know what it has not heard.
 */
public final class WebSocketFeed implements FeedAdapter {
  /**
   * A larger message is left out, and a larger frame ends the connection. Those of EMSC have less
   * than 1 kB.
   */
  static final int MAX_MESSAGE_BYTES = 256 * 1024;

  /** A source has so long to agree to the end of a connection. */
  private static final int CLOSING_S = 1;

  /** RFC 6455, section 7.4.1: the frame is too big to process. */
  private static final int TOO_BIG = 1009;

  private static final Buffer PING = Buffer.buffer("nadhir");

  private final Vertx vertx;
  private final WorkerExecutor worker;
  private final InstantSource clock;
  private final FeedSettings settings;
  private final FeedConfig config;
  private final FeedSink sink;
  private final RawFeed raw;
  private final Intake intake;
  private final Pulse pulse;
  private final Backoff backoff;
  private final WebSocketClient client;
  private final Optional<Catchup> catchup;
  private Future<Void> running = Future.succeededFuture();
  private Optional<WebSocket> socket = Optional.empty();
  private Instant lastHeard = Instant.MIN;
  private long retry = -1;
  private long look = -1;
  private boolean stopped;

  public WebSocketFeed(
      Vertx vertx,
      WorkerExecutor worker,
      InstantSource clock,
      RandomGenerator random,
      FeedSettings settings,
      FeedConfig config,
      FeedSink sink) {
    this.vertx = vertx;
    this.worker = worker;
    this.clock = clock;
    this.settings = settings;
    this.config = config;
    this.sink = sink;
    this.raw = RawFeed.open(config);
    this.intake = new Intake(raw, sink);
    this.pulse = new Pulse(config.id(), sink, config.expects());
    this.backoff = new Backoff(settings.firstRetry(), settings.longestRetry(), random);
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setConnectTimeout((int) settings.connectWithin().toMillis())
                .setClosingTimeout(CLOSING_S)
                .setMaxFrameSize(MAX_MESSAGE_BYTES)
                .setMaxMessageSize(MAX_MESSAGE_BYTES));
    this.catchup =
        config.options() instanceof Resumes resumes
            ? resumes.resume().map(url -> new Catchup(vertx, clock, random, settings, url))
            : Optional.empty();
  }

  @Override
  public synchronized void start() {
    Instant now = clock.instant();
    pulse.begin(now);
    catchup.ifPresent(c -> c.begin(now));
    look = vertx.setPeriodic(Math.max(1, config.expects().toMillis() / 2), _ -> look());
    connect();
  }

  @Override
  public synchronized Future<Void> stop() {
    stopped = true;
    vertx.cancelTimer(retry);
    vertx.cancelTimer(look);
    return client
        .close()
        .eventually(() -> catchup.map(Catchup::close).orElse(Future.succeededFuture()))
        .eventually(() -> running);
  }

  @Override
  public RawFeed raw() {
    return raw;
  }

  // The connection

  private synchronized void connect() {
    if (!stopped) {
      client
          .connect(Address.of(config.url(), settings))
          .onSuccess(this::listen)
          .onFailure(e -> lost(Optional.empty(), e.getMessage()));
    }
  }

  private synchronized void listen(WebSocket ws) {
    if (stopped) {
      ws.close();
      return;
    }
    socket = Optional.of(ws);
    lastHeard = clock.instant();
    ws.textMessageHandler(text -> read(ws, text.getBytes(StandardCharsets.UTF_8)));
    ws.binaryMessageHandler(bytes -> read(ws, bytes.getBytes()));
    ws.pongHandler(_ -> pong());
    ws.exceptionHandler(this::broken);
    ws.closeHandler(_ -> lost(Optional.of(ws), "the source closed the connection"));
    ws.writePing(PING).onFailure(_ -> {}); // the close handler tells
    resume(ws);
  }

  private void read(WebSocket ws, byte[] message) {
    ws.pause();
    work(() -> take(message)).onComplete(_ -> ws.resume());
    synchronized (this) {
      lastHeard = clock.instant(); // even where nothing of it is understood
    }
  }

  private void take(byte[] message) {
    if (intake.take(message, clock.instant()).understood() > 0) {
      heard();
    }
  }

  private void pong() {
    work(this::heard);
  }

  private void heard() {
    Instant now = clock.instant();
    synchronized (this) {
      lastHeard = now;
      backoff.reset();
    }
    if (catchup.map(c -> c.heard(now)).orElse(true)) {
      pulse.success(now);
    }
  }

  /** What else breaks a connection, its close handler tells. */
  private void broken(Throwable e) {
    boolean message = e instanceof IllegalStateException; // of the one that puts frames together
    boolean frame =
        e instanceof CorruptedWebSocketFrameException c && c.closeStatus().code() == TOO_BIG;
    if (message || frame) {
      work(
          () -> {
            raw.rejects().count(Reason.TOO_LARGE);
            sink.rejected(config.id(), Reason.TOO_LARGE, String.valueOf(e.getMessage()));
          });
    }
  }

  private void lost(Optional<WebSocket> from, String why) {
    synchronized (this) {
      if (stopped || from.isPresent() && !from.equals(socket)) {
        return; // given up already
      }
      socket = Optional.empty();
    }
    work(() -> {
          Instant now = clock.instant();
          intake.finish(now);
          catchup.ifPresent(Catchup::lost);
          pulse.failure(now, Pulse.UNREACHABLE, why);
        })
        .onComplete(_ -> again());
  }

  private synchronized void again() {
    if (!stopped) {
      retry = vertx.setTimer(Math.max(1, backoff.next().toMillis()), _ -> connect());
    }
  }

  /** Asks for a sign of life, and gives up a connection that has given none. */
  private void look() {
    Optional<WebSocket> ws;
    boolean silent;
    synchronized (this) {
      ws = socket;
      silent =
          running.isComplete() // while we are busy, it is not the source that is silent
              && clock.instant().isAfter(lastHeard.plus(config.expects().multipliedBy(2)));
    }
    if (ws.isPresent() && silent) {
      lost(ws, "no answer to a ping");
      ws.get().close();
    } else {
      ws.ifPresent(w -> w.writePing(PING).onFailure(_ -> {}));
    }
    work(() -> pulse.look(clock.instant()));
  }

  // What was missed

  private void resume(WebSocket ws) {
    catchup.ifPresent(
        c -> {
          int losses = c.losses();
          c.ask()
              .compose(body -> work(() -> caughtUp(c, losses, body)))
              .onFailure(e -> notYet(c, ws, String.valueOf(e.getMessage())));
        });
  }

  private void caughtUp(Catchup c, int losses, byte[] body) {
    Instant now = clock.instant();
    if (body.length > 0) {
      var fault = intake.take(body, now).fault();
      if (fault.isPresent()) {
        throw new IllegalStateException(fault.get());
      }
    }
    c.answered(losses);
    heard();
  }

  /** Asks again while this connection lasts; the next one asks by itself. */
  private void notYet(Catchup c, WebSocket ws, String why) {
    work(() -> pulse.failure(clock.instant(), Pulse.REFUSED, "what was missed: " + why));
    vertx.setTimer(
        c.waitNext().toMillis(),
        _ -> {
          synchronized (this) {
            if (stopped || !socket.equals(Optional.of(ws))) {
              return;
            }
          }
          resume(ws);
        });
  }

  /** One after the other, off the event loop: the sink may block. Nothing after a stop. */
  private synchronized Future<Void> work(Runnable task) {
    running =
        running.transform(
            _ ->
                worker.executeBlocking(
                    () -> {
                      if (!isStopped()) {
                        task.run();
                      }
                      return null;
                    },
                    false));
    return running;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }
}
