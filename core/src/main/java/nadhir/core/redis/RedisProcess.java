package nadhir.core.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nadhir.core.disk.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One redis-server process of ours: loopback only, with a password, and with every write on disk
 * before it is answered. Its data lies in the folder that it is started in.
 */
public final class RedisProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisProcess.class);

  /** Reading a long append-only file takes its time. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final int LINES_KEPT = 12;

  /** Where {@code setsid} is found; it keeps a Ctrl-C for the node from ending its server first. */
  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  private final Process process;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private RedisProcess(Process process) {
    this.process = process;
  }

  /** The server did not come up. The message is one sentence, with what the server said. */
  public static final class DidNotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DidNotStart(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Starts {@code executable} on 127.0.0.1 and returns at once; {@link #awaitReady} waits.
   *
   * @param folder for its data; the configuration with the password is written there, readable for
   *     the owner only
   */
  public static RedisProcess launch(Path executable, Path folder, int port, String password) {
    try {
      var configuration = folder.resolve("redis.conf");
      PrivateFiles.write(configuration, configuration(folder, port, password));
      var command = new ArrayList<String>();
      SETSID.stream()
          .filter(Files::isExecutable)
          .findFirst()
          .map(Path::toString)
          .ifPresent(command::add);
      command.add(executable.toString());
      command.add(configuration.toString());
      var process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var started = new RedisProcess(process);
      Thread.ofPlatform().daemon().name("redis-server-log").start(started::readLog);
      return started;
    } catch (IOException e) {
      throw new DidNotStart(
          "redis-server cannot be started in " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Returns when the server takes connections; throws {@link DidNotStart}. */
  public void awaitReady() {
    try {
      ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      kill();
      throw new DidNotStart("redis-server did not start: " + said(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
      throw new DidNotStart("the start of redis-server was interrupted", e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes when the process is gone, for whatever reason. */
  public CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** As with {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    await(process.toHandle());
  }

  /** Ends it in good order; by force if it does not go. */
  @Override
  public void close() {
    end(process.toHandle());
  }

  /** Ends a server in good order; by force if it does not go within a limit. */
  static void end(ProcessHandle server) {
    server.destroy();
    if (!await(server)) {
      server.destroyForcibly();
      await(server);
    }
  }

  private static boolean await(ProcessHandle server) {
    try {
      server.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The last lines of its log in one. */
  public String said() {
    synchronized (lastLines) {
      return lastLines.isEmpty() ? "it said nothing" : String.join(" | ", lastLines);
    }
  }

  private void readLog() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        keep(line.strip());
        if (line.contains("Ready to accept connections")) {
          ready.complete(null);
        }
      }
    } catch (IOException e) {
      keep(String.valueOf(e.getMessage()));
    }
    ready.completeExceptionally(new IOException("ended"));
  }

  private void keep(String line) {
    LOG.debug("redis-server pid={} says={}", process.pid(), line);
    synchronized (lastLines) {
      if (!line.isEmpty()) {
        lastLines.addLast(line);
      }
      if (lastLines.size() > LINES_KEPT) {
        lastLines.removeFirst();
      }
    }
  }

  private static String configuration(Path folder, int port, String password) {
    return """
        bind 127.0.0.1
        port %d
        protected-mode yes
        requirepass %s
        daemonize no
        dir "%s"
        save ""
        appendonly yes
        appendfsync always
        no-appendfsync-on-rewrite no
        aof-load-truncated yes
        maxmemory-policy noeviction
        databases 1
        """
        .formatted(port, password, folder.toString().replace("\\", "\\\\").replace("\"", "\\\""));
  }
}
