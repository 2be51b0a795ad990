package nadhir.core.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nadhir.core.redis.EmbeddedRedis;
import nadhir.core.redis.Redis;
import nadhir.core.redis.RedisProcess;
import nadhir.core.redis.RedisSettings;
import org.junit.jupiter.api.Assumptions;

/**
 * A fresh redis-server with the house's own settings in a folder of its own, which a test may kill,
 * freeze and start again on the same port. Close it: the process ends and the folder goes.
 *
 * <pre>{@code
 * try (var server = RedisForTests.embedded(); var redis = server.connect()) { … }
 * }</pre>
 */
public final class RedisForTests implements AutoCloseable {
  public static final String PASSWORD = "for-tests";

  private final Path folder;
  private final Path executable;
  private final int port = EmbeddedRedis.freePort();
  private final Thread atExit = new Thread(this::kill9);
  private RedisProcess process;

  private RedisForTests(Path folder, Path executable) {
    this.folder = folder;
    this.executable = executable;
    Runtime.getRuntime().addShutdownHook(atExit);
    restart();
  }

  /** The server that comes with Nadhir. */
  public static RedisForTests embedded() {
    var folder = newFolder();
    return new RedisForTests(folder, EmbeddedRedis.unpack(folder));
  }

  /** The machine's own redis-server; without one the test is skipped, with the reason. */
  public static RedisForTests installed() {
    var found = installedServer();
    Assumptions.assumeTrue(
        found.isPresent(), "no redis-server is installed (Debian: apt-get install redis-server)");
    return new RedisForTests(newFolder(), found.orElseThrow());
  }

  /** Where the machine's own redis-server is. */
  public static Optional<Path> installedServer() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, "redis-server"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("nadhir-redis");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RedisSettings settings() {
    return settingsThrough(port);
  }

  /** By way of another port that leads to it. */
  public RedisSettings settingsThrough(int otherPort) {
    return RedisSettings.of("redis://:" + PASSWORD + "@127.0.0.1:" + otherPort);
  }

  public RedisSettings settingsAs(String user, String password) {
    return RedisSettings.of("redis://" + user + ":" + password + "@127.0.0.1:" + port);
  }

  /** Such as {@code 7.0.15}. */
  public static String version(Redis redis) {
    return redis
        .commands()
        .info("server")
        .lines()
        .filter(line -> line.startsWith("redis_version:"))
        .map(line -> line.substring(line.indexOf(':') + 1))
        .findFirst()
        .orElseThrow();
  }

  public int port() {
    return port;
  }

  public Redis connect() {
    return Redis.connect(settings());
  }

  /** Ends it without a chance to write anything. */
  public synchronized void kill9() {
    process.kill();
  }

  /** On the same port and with the same data. */
  public synchronized void restart() {
    process = RedisProcess.launch(executable, folder, port, PASSWORD);
    process.awaitReady();
  }

  /** It stands still and answers nothing until {@link #thaw}. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  private synchronized void signal(String name) {
    try {
      var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
      if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new IllegalStateException("kill -" + name + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill9();
    Runtime.getRuntime().removeShutdownHook(atExit);
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
