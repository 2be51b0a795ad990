package nadhir.ops.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nadhir.core.sim.RedisForTests;
import nadhir.ops.Main;

/** A member of the house in a process of its own, as {@code ./nadhir WORD …} starts it. */
final class Member implements AutoCloseable {
  private static final Duration END_LIMIT = Duration.ofSeconds(10);

  private final Path folder;
  private final Process process;
  private final Thread atExit;

  private Member(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    this.atExit = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * The machine's own redis-server, which the members share. Where it is missing the test is
   * skipped, but not in continuous integration.
   */
  static RedisForTests redis() {
    assertTrue(
        RedisForTests.installedServer().isPresent() || !"true".equals(System.getenv("CI")),
        "CI must have a redis-server (Debian: apt-get install redis-server)");
    return RedisForTests.installed();
  }

  static String address(RedisForTests redis) {
    return "redis://:" + RedisForTests.PASSWORD + "@127.0.0.1:" + redis.port();
  }

  /**
   * @param folder of this member alone
   */
  static Member start(Path folder, List<String> words) throws IOException {
    Files.createDirectories(folder);
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    line.addAll(words);
    line.addAll(List.of("--data", folder.resolve("data").toString()));
    var process =
        new ProcessBuilder(line)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    return new Member(folder, process);
  }

  Path folder() {
    return folder;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has printed so far. */
  String printed() {
    return read("out");
  }

  /** What it has logged so far. */
  String logged() {
    return read("err");
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code kill -9}: nothing of it runs any more when this returns. */
  void kill9() {
    process.destroyForcibly();
    process.onExit().orTimeout(END_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Waits for its own end; the exit code. */
  int awaitEnd(Duration limit) throws InterruptedException {
    assertTrue(process.waitFor(limit.toSeconds(), TimeUnit.SECONDS), () -> "runs on: " + logged());
    return process.exitValue();
  }

  @Override
  public void close() {
    kill9();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
