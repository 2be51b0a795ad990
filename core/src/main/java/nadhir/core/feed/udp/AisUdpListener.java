package nadhir.core.feed.udp;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nadhir.core.feed.Backoff;
import nadhir.core.feed.FeedAdapter;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.FeedSink;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.RawFeed;
import nadhir.core.feed.Reason;
import nadhir.core.feed.StreamIntake;

/**
 * Listens on a port of this machine for datagrams of AIS lines; each holds one sentence or several,
 * and a line ends with its datagram. {@code udp://host:port} names the address to listen at, {@code
 * udp://0.0.0.0:port} all of this machine's. Anybody who can reach the port can speak: it belongs
 * behind a firewall that lets only the receivers through.
 *
 * <p>A sender of datagrams cannot be made to wait. What comes while the worker is busy is kept up
 * to a limit; above it datagrams are dropped, counted, and told as {@link Reason#OVERRUN}, and so
 * are those that the operating system dropped, where it tells.
 *
 * <p>A thread of its own fetches them. The event loop cannot have a large buffer in the system
 * without making one as large for each datagram: of 50,000 small ones a second, on two busy cores,
 * it lost more than a third at best, and this thread none.
 */
public final class AisUdpListener implements FeedAdapter {
  /** A larger datagram is dropped; AIS over networks stays below 1,500 (IEC 61162-450). */
  static final int MAX_DATAGRAM = 8 * 1024;

  /** Bytes that wait for the worker: some 80,000 sentences, while a report waits for its answer. */
  static final int MAX_WAITING = 4 * 1024 * 1024;

  /** Asked of the operating system, which gives as much of it as it is allowed to. */
  private static final int RECEIVE_BUFFER = 4 * 1024 * 1024;

  /** More than a datagram can hold, so that none is cut short. */
  private static final int ROOM = 64 * 1024;

  private static final Duration LOOK_FOR_DROPS = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final InstantSource clock;
  private final URI url;
  private final StreamIntake intake;
  private final Backoff backoff;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private Optional<DatagramSocket> socket = Optional.empty();
  private Promise<Void> receiving = Promise.promise();
  private long overrun;
  private long tooLarge;
  private boolean working;
  private long retry = -1;
  private boolean stopped;

  public AisUdpListener(
      Vertx vertx,
      WorkerExecutor worker,
      InstantSource clock,
      RandomGenerator random,
      FeedSettings settings,
      FeedConfig config,
      Lookout.Post lookouts,
      FeedSink sink) {
    this.vertx = vertx;
    this.clock = clock;
    this.url = config.url();
    this.intake = new StreamIntake(vertx, worker, clock, config, lookouts, sink);
    this.backoff = new Backoff(settings.firstRetry(), settings.longestRetry(), random);
    receiving.complete();
  }

  @Override
  public synchronized void start() {
    intake.begin();
    listen();
  }

  @Override
  public synchronized Future<Void> stop() {
    stopped = true;
    vertx.cancelTimer(retry);
    socket.ifPresent(DatagramSocket::close);
    return receiving.future().eventually(intake::end);
  }

  @Override
  public RawFeed raw() {
    return intake.raw();
  }

  /** Whether the port is open. */
  synchronized boolean isListening() {
    return socket.isPresent();
  }

  private synchronized void listen() {
    if (!stopped) {
      receiving = Promise.promise();
      Thread.ofPlatform().daemon().name("feed-" + raw().feed()).start(this::run);
    }
  }

  private void run() {
    try (DatagramSocket open = new DatagramSocket(null)) {
      open.setReceiveBufferSize(RECEIVE_BUFFER);
      open.setSoTimeout((int) LOOK_FOR_DROPS.toMillis());
      open.bind(new InetSocketAddress(url.getHost(), url.getPort()));
      if (opened(open)) {
        receive(open);
      }
    } catch (IOException e) {
      lost("cannot listen at " + url + ": " + e.getMessage());
    } finally {
      ended();
    }
  }

  private synchronized boolean opened(DatagramSocket open) {
    backoff.reset();
    socket = stopped ? Optional.empty() : Optional.of(open);
    return !stopped;
  }

  private synchronized void ended() {
    socket = Optional.empty();
    receiving.complete();
  }

  /** Until the socket is closed, which ends it with an exception. */
  private void receive(DatagramSocket open) throws IOException {
    var drops = new SystemDrops(open.getLocalPort());
    var packet = new DatagramPacket(new byte[ROOM], ROOM);
    Instant look = clock.instant().plus(LOOK_FOR_DROPS);
    while (true) {
      try {
        packet.setLength(ROOM);
        open.receive(packet);
        hear(packet.getData(), packet.getLength());
      } catch (SocketTimeoutException _) {
        // nobody has spoken
      }
      if (!clock.instant().isBefore(look)) {
        dropped(drops.more());
        look = clock.instant().plus(LOOK_FOR_DROPS);
      }
    }
  }

  synchronized void hear(byte[] datagram, int length) {
    if (length > MAX_DATAGRAM) {
      tooLarge++;
    } else if (waiting.size() + length >= MAX_WAITING) {
      overrun++;
    } else {
      waiting.write(datagram, 0, length);
      waiting.write('\n');
    }
    hand();
  }

  private synchronized void dropped(long bySystem) {
    overrun += bySystem;
    hand();
  }

  /** Hands the worker all that waits; it comes back for what has gathered meanwhile. */
  private synchronized void hand() {
    if (working || stopped || waiting.size() == 0 && overrun == 0 && tooLarge == 0) {
      return;
    }
    working = true;
    byte[] lines = waiting.toByteArray();
    waiting.reset();
    tell(Reason.TOO_LARGE, tooLarge, "datagrams of more than " + MAX_DATAGRAM + " bytes");
    tell(Reason.OVERRUN, overrun, "datagrams came faster than they could be taken");
    tooLarge = 0;
    overrun = 0;
    intake.take(lines).onComplete(_ -> handed());
  }

  private void tell(Reason reason, long items, String what) {
    if (items > 0) {
      intake.dropped(reason, items, items + " " + what);
    }
  }

  private synchronized void handed() {
    working = false;
    hand();
  }

  private synchronized void lost(String why) {
    if (!stopped) {
      intake.lost(why).onComplete(_ -> again());
    }
  }

  private synchronized void again() {
    if (!stopped) {
      retry = vertx.setTimer(Math.max(1, backoff.next().toMillis()), _ -> listen());
    }
  }
}
