package nadhir.core.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server of the node's own, for a machine that has none: one node only, reachable from this
 * machine only. It keeps its data in {@code <data folder>/redis}, starts again by itself when it
 * dies, and ends with the node. Where the node was killed, the next one ends what it left behind.
 */
public final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final int PASSWORD_BYTES = 24;

  /** Another program may take the free port between finding and using it. */
  private static final int MAX_PORT_TRIES = 5;

  /** Restarts in a row that fail (a full disk, say) before it stays down. */
  private static final int MAX_FAILED_RESTARTS = 20;

  private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);

  private final ServerFolder folder;
  private final Path executable;
  private final String password;
  private final int port;
  private RedisProcess process;
  private boolean closed;

  private EmbeddedRedis(
      ServerFolder folder, Path executable, String password, int port, RedisProcess process) {
    this.folder = folder;
    this.executable = executable;
    this.password = password;
    this.port = port;
    this.process = process;
  }

  /** It cannot run there. The message is one sentence for a person. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Starts the server, or throws {@link Refused}. */
  public static EmbeddedRedis start(Path dataFolder) {
    var folder = ServerFolder.take(dataFolder);
    try {
      folder.endLeftover();
      var executable = unpack(folder.path());
      var password = password();
      for (int i = 1; ; i++) {
        int port = freePort();
        try {
          var process = launch(folder, executable, port, password);
          var redis = new EmbeddedRedis(folder, executable, password, port, process);
          redis.watch(process);
          return redis;
        } catch (RedisProcess.DidNotStart e) {
          if (i == MAX_PORT_TRIES || !e.getMessage().contains("Address already in use")) {
            throw new Refused(e.getMessage(), e);
          }
        }
      }
    } catch (RuntimeException e) {
      folder.stopped();
      folder.close();
      throw e;
    }
  }

  /** How to reach a server that a node on this machine runs in that folder now. */
  public static Optional<RedisSettings> running(Path dataFolder) {
    return ServerFolder.address(dataFolder).map(RedisSettings::of);
  }

  /**
   * The redis-server of the library for this operating system, unpacked into {@code folder}. Throws
   * {@link Refused} where the library has none.
   */
  public static Path unpack(Path folder) {
    try {
      Files.createDirectories(folder);
      return ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
    } catch (IOException | RuntimeException e) {
      throw new Refused(
          "There is no redis-server for this machine inside Nadhir ("
              + e.getMessage()
              + "): install Redis and say where it is.",
          e);
    }
  }

  /** A port of the loopback interface that was free a moment ago. */
  public static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A secret, not a decision: the only place in core where chance is used. */
  private static String password() {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static RedisProcess launch(
      ServerFolder folder, Path executable, int port, String password) {
    var process = RedisProcess.launch(executable, folder.path(), port, password);
    try {
      folder.running(process.handle(), uri(port, password));
      process.awaitReady();
      return process;
    } catch (RuntimeException e) {
      process.kill();
      throw e;
    }
  }

  private static String uri(int port, String password) {
    return "redis://:" + password + "@127.0.0.1:" + port;
  }

  public RedisSettings settings() {
    return RedisSettings.of(uri(port, password));
  }

  public synchronized long pid() {
    return process.pid();
  }

  public synchronized boolean isAlive() {
    return process.isAlive();
  }

  private void watch(RedisProcess started) {
    started.onExit().thenRunAsync(() -> restart(started, 1));
  }

  /** On the same port, so that connections come back by themselves. */
  private synchronized void restart(RedisProcess gone, int attempt) {
    if (closed) {
      return;
    }
    LOG.error("redis-server ended attempt={} lastWords={}", attempt, gone.said());
    try {
      process = launch(folder, executable, port, password);
      LOG.info("redis-server runs again pid={}", process.pid());
      watch(process);
    } catch (RuntimeException e) {
      LOG.error("redis-server does not start again why={}", e.getMessage());
      if (attempt < MAX_FAILED_RESTARTS) {
        CompletableFuture.delayedExecutor(RESTART_PAUSE.toMillis(), TimeUnit.MILLISECONDS)
            .execute(() -> restart(gone, attempt + 1));
      }
    }
  }

  /** Ends the server in good order and gives the folder free. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    process.close();
    folder.stopped();
    folder.close();
  }
}
