package nadhir.core.feed.tcp;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import nadhir.core.feed.Backoff;
import nadhir.core.feed.FeedAdapter;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.FeedSink;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.RawFeed;
import nadhir.core.feed.StreamIntake;

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
  private final URI url;
  private final StreamIntake intake;
  private final Backoff backoff;
  private final NetClient client;
  private Buffer unfinished = Buffer.buffer();
  private long retry = -1;
  private boolean stopped;

  public AisTcpClient(
      Vertx vertx,
      WorkerExecutor worker,
      InstantSource clock,
      RandomGenerator random,
      FeedSettings settings,
      FeedConfig config,
      Lookout.Post lookouts,
      FeedSink sink) {
    this.vertx = vertx;
    this.url = config.url();
    this.intake = new StreamIntake(vertx, worker, clock, config, lookouts, sink);
    this.backoff = new Backoff(settings.firstRetry(), settings.longestRetry(), random);
    this.client =
        vertx.createNetClient(
            new NetClientOptions()
                .setConnectTimeout((int) settings.connectWithin().toMillis())
                .setTcpKeepAlive(true)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) intake.patience().toMillis()));
  }

  @Override
  public synchronized void start() {
    intake.begin();
    connect();
  }

  @Override
  public synchronized Future<Void> stop() {
    stopped = true;
    vertx.cancelTimer(retry);
    return client.close().eventually(intake::end);
  }

  @Override
  public RawFeed raw() {
    return intake.raw();
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
    intake.take(lines).onSuccess(this::settle).onComplete(_ -> socket.resume());
  }

  private synchronized void settle(boolean understood) {
    if (understood) {
      backoff.reset();
    }
  }

  private static int lastLineEnd(Buffer buffer) {
    for (int i = buffer.length(); i > 0; i--) {
      if (buffer.getByte(i - 1) == '\n') {
        return i;
      }
    }
    return 0;
  }

  private void lost(String why) {
    intake.lost(why).onComplete(_ -> again());
  }

  private synchronized void again() {
    if (!stopped) {
      retry = vertx.setTimer(Math.max(1, backoff.next().toMillis()), _ -> connect());
    }
  }
}
