package nadhir.core.feed.tcp;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import nadhir.core.feed.Backoff;
import nadhir.core.feed.FeedAdapter;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.FeedSink;
import nadhir.core.feed.Intake;
import nadhir.core.feed.Pulse;
import nadhir.core.feed.RawFeed;

/**
 * Listens to a stream of AIS lines over TCP, and comes back when it breaks. Reads on only when what
 * was read is decoded and taken, so that a flood of lines waits in the network and not in memory.
 */
public final class AisTcpClient implements FeedAdapter {
  /**
   * Bytes without a line's end that are kept; more of them are handed on as they are, to be
   * rejected.
   */
  static final int MAX_UNFINISHED = 16 * 1024;

  private final Vertx vertx;
  private final WorkerExecutor worker;
  private final InstantSource clock;
  private final URI url;
  private final Duration silence;
  private final RawFeed raw;
  private final Intake intake;
  private final Pulse pulse;
  private final Backoff backoff;
  private final NetClient client;
  private Future<Void> running = Future.succeededFuture();
  private Buffer unfinished = Buffer.buffer();
  private long retry = -1;
  private long look = -1;
  private boolean stopped;

  public AisTcpClient(
      Vertx vertx,
      WorkerExecutor worker,
      InstantSource clock,
      RandomGenerator random,
      FeedSettings settings,
      URI url,
      RawFeed raw,
      FeedSink sink) {
    this.vertx = vertx;
    this.worker = worker;
    this.clock = clock;
    this.url = url;
    this.silence = settings.streamSpeaksEvery().multipliedBy(2);
    this.raw = raw;
    this.intake = new Intake(raw, sink);
    this.pulse = new Pulse(raw.feed(), sink, settings.streamSpeaksEvery());
    this.backoff = new Backoff(settings.firstRetry(), settings.longestRetry(), random);
    this.client =
        vertx.createNetClient(
            new NetClientOptions()
                .setConnectTimeout((int) settings.connectWithin().toMillis())
                .setTcpKeepAlive(true)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) silence.toMillis()));
  }

  @Override
  public synchronized void start() {
    pulse.begin(clock.instant());
    look = vertx.setPeriodic(Math.max(1, silence.toMillis() / 4), _ -> lookForSilence());
    connect();
  }

  @Override
  public synchronized Future<Void> stop() {
    stopped = true;
    vertx.cancelTimer(retry);
    vertx.cancelTimer(look);
    return client.close().eventually(() -> running);
  }

  @Override
  public RawFeed raw() {
    return raw;
  }

  private synchronized void connect() {
    if (!stopped) {
      client
          .connect(url.getPort(), url.getHost())
          .onSuccess(this::listen)
          .onFailure(e -> lost(e.getMessage()));
    }
  }

  private void listen(NetSocket socket) {
    unfinished = Buffer.buffer();
    socket.handler(piece -> read(socket, piece));
    socket.closeHandler(_ -> lost("the source closed the connection"));
  }

  private void read(NetSocket socket, Buffer piece) {
    unfinished.appendBuffer(piece);
    int end = lastLineEnd(unfinished);
    if (end == 0 && unfinished.length() > MAX_UNFINISHED) {
      end = unfinished.length();
    }
    if (end == 0) {
      return;
    }
    byte[] lines = unfinished.getBytes(0, end);
    unfinished = unfinished.getBuffer(end, unfinished.length());
    socket.pause();
    work(() -> take(lines)).onComplete(_ -> socket.resume());
  }

  private static int lastLineEnd(Buffer buffer) {
    for (int i = buffer.length(); i > 0; i--) {
      if (buffer.getByte(i - 1) == '\n') {
        return i;
      }
    }
    return 0;
  }

  private void take(byte[] lines) {
    if (intake.take(lines, clock.instant()).understood() > 0) {
      backoff.reset();
      pulse.success(clock.instant());
    }
  }

  private void lost(String why) {
    work(() -> {
          intake.finish(clock.instant());
          pulse.failure(clock.instant(), Pulse.UNREACHABLE, why);
        })
        .onComplete(_ -> again(backoff.next()));
  }

  private synchronized void again(Duration wait) {
    if (!stopped) {
      retry = vertx.setTimer(Math.max(1, wait.toMillis()), _ -> connect());
    }
  }

  private void lookForSilence() {
    work(() -> pulse.look(clock.instant()));
  }

  /** One after the other, off the event loop: the sink may block. */
  private synchronized Future<Void> work(Runnable task) {
    running =
        running.transform(
            _ ->
                worker.executeBlocking(
                    () -> {
                      task.run();
                      return null;
                    },
                    false));
    return running;
  }
}
