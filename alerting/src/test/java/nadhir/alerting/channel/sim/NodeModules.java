package nadhir.alerting.channel.sim;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Node packages of {@code src/test/node}, installed by {@code npm ci} exactly as its lock file
 * says, once. Where Node, npm or the network is missing the test is skipped with the reason; on CI
 * ({@code CI=true}) it fails. Whatever else npm complains of is a fault of ours and fails always.
 */
final class NodeModules {
  private static final Path SOURCE = Path.of("src/test/node").toAbsolutePath();

  /** Where logs and the lock between two builds are. */
  static final Path WORK = Path.of("target/node").toAbsolutePath();

  private static final Path FOLDER = SOURCE.resolve("node_modules");
  private static final Path LOCK_FILE = SOURCE.resolve("package-lock.json");

  /** A copy of the lock file; {@code npm ci} removes it with the rest when it starts. */
  private static final Path STAMP = FOLDER.resolve(".installed-lock");

  private static final int MIN_NODE = 20;
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration PROGRESS = Duration.ofSeconds(5);
  private static final Duration VERSION_LIMIT = Duration.ofSeconds(30);
  private static final Pattern NO_NETWORK =
      Pattern.compile(
          "npm (error|ERR!) code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH"
              + "|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR|E5[0-9]{2})");

  /** Why it did not work a moment ago; it would take as long to find out again. */
  private static Optional<String> missing = Optional.empty();

  private NodeModules() {}

  /** A file of ours or of a package, after making sure that all are there. */
  static synchronized Path file(String relative) {
    missing.ifPresent(NodeModules::skip);
    needNode();
    install();
    return SOURCE.resolve(relative);
  }

  private static void needNode() {
    var missing = Stream.of("node", "npm").filter(name -> !isOnPath(name)).toList();
    if (!missing.isEmpty()) {
      skip("Not on the PATH: " + String.join(", ", missing) + " (Node 20 or newer is needed)");
    }
    String version = output("node", "--version");
    if (!version.matches("v[0-9]{1,4}\\..*")
        || Integer.parseInt(version.substring(1, version.indexOf('.'))) < MIN_NODE) {
      skip("Node 20 or newer is needed; this one says " + version);
    }
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static String output(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      if (!process.waitFor(VERSION_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "nothing";
      }
      return new String(process.getInputStream().readAllBytes()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw stopped(e);
    }
  }

  private static void install() {
    try {
      Files.createDirectories(WORK);
      try (var channel =
              FileChannel.open(
                  WORK.resolve("install.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        if (!Files.exists(STAMP) || Files.mismatch(STAMP, LOCK_FILE) >= 0) {
          npmCi();
          Files.copy(LOCK_FILE, STAMP, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw stopped(e);
    }
  }

  private static void npmCi() throws IOException, InterruptedException {
    Path log = WORK.resolve("npm-ci.log");
    say("installing the foreign servers of the channel tests (npm ci)");
    var npm =
        new ProcessBuilder(
                List.of(
                    "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"))
            .directory(SOURCE.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    for (var spent = Duration.ZERO;
        !npm.waitFor(PROGRESS.toSeconds(), TimeUnit.SECONDS);
        spent = spent.plus(PROGRESS)) {
      if (spent.compareTo(LIMIT) > 0) {
        ChildProcess.end(npm);
        skip("npm ci was not ready after " + LIMIT.toMinutes() + " minutes (see " + log + ")");
      }
      say("npm ci goes on, " + spent.plus(PROGRESS).toSeconds() + " s so far");
    }
    if (npm.exitValue() != 0) {
      String said = Files.readString(log);
      if (NO_NETWORK.matcher(said).find()) {
        skip("npm ci got no packages: " + said.lines().limit(2).collect(Collectors.joining("; ")));
      }
      throw new AssertionError("npm ci failed in " + SOURCE + ":\n" + said);
    }
    say("npm ci is ready");
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static void skip(String reason) {
    missing = Optional.of(reason);
    if ("true".equalsIgnoreCase(System.getenv("CI"))) {
      throw new AssertionError(reason + "; CI=true demands it");
    }
    Assumptions.abort(reason);
  }

  private static IllegalStateException stopped(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while Node was made ready", e);
  }
}
