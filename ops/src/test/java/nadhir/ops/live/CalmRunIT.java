package nadhir.ops.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./nadhir run} for Aqaba in a process of its own, with nobody at the other end. */
class CalmRunIT {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration GREY_LIMIT = Duration.ofSeconds(20);
  private static final Duration WATCHED = Duration.ofSeconds(10);
  private static final Duration MOST_CPU = Duration.ofSeconds(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final int MOST_LINES = 25;
  private static final int TERMINATED = 128 + 15;

  private static final Pattern URL = Pattern.compile("Nadhir runs for Aqaba: (http://\\S+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private Process node;

  @AfterEach
  void endTheNode() throws InterruptedException {
    if (node != null && node.isAlive()) {
      node.destroyForcibly().waitFor();
    }
  }

  @Test
  void aNodeThatReachesNobodyShowsItsFeedsAsGreyAndStaysCalm() throws Exception {
    start(Packs.unreachableAqaba(folder.resolve("site")));
    URI url = await().atMost(START_LIMIT).until(this::url, found -> found != null);
    await().atMost(START_LIMIT).until(() -> status(url.resolve("/health/ready")) == 200);
    for (String feed : List.of("usgs", "gauges", "ais")) {
      await().atMost(GREY_LIMIT).until(() -> isGrey(url, feed));
    }
    var cpuBefore = cpu();
    await()
        .during(WATCHED)
        .atMost(WATCHED.multipliedBy(2))
        .until(() -> node.isAlive() && lines("err").size() <= MOST_LINES);
    Duration used = cpu().minus(cpuBefore);
    assertTrue(used.compareTo(MOST_CPU) < 0, "CPU time in " + WATCHED + ": " + used);
    assertEquals(List.of(), stackTraces());

    ProcessHandle redis = redis();
    assertTrue(redis.isAlive());
    node.destroy(); // SIGTERM, as Ctrl-C and service managers end it
    assertTrue(node.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS), this::threads);
    assertTrue(List.of(0, TERMINATED).contains(node.exitValue()), "exit " + node.exitValue());
    assertFalse(redis.isAlive(), "its redis-server is left behind");
    assertEquals(List.of(), stackTraces());
    assertTrue(lines("err").size() <= MOST_LINES, () -> String.join("\n", lines("err")));
  }

  private void start(Path site) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    for (String opened :
        List.of(
            "java.base/java.lang",
            "java.base/sun.nio.ch",
            "java.management/sun.management",
            "jdk.management/com.sun.management.internal")) {
      command.addAll(List.of("--add-opens", opened + "=ALL-UNNAMED"));
    }
    command.addAll(List.of("--add-exports", "java.base/jdk.internal.ref=ALL-UNNAMED"));
    command.addAll(List.of("-Dlogback.configurationFile=logback.xml"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "nadhir.ops.Main"));
    command.addAll(List.of("run", "--site", site.toString(), "--port", "0"));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    node =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
  }

  private URI url() {
    assertTrue(node.isAlive(), () -> String.join("\n", lines("err")));
    var found = URL.matcher(String.join("\n", lines("out")));
    return found.find() ? URI.create(found.group(1)) : null;
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(folder.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> stackTraces() {
    return lines("err").stream().filter(line -> line.startsWith("\tat ")).toList();
  }

  /** What keeps it from stopping. */
  private String threads() {
    try {
      var jstack = Path.of(System.getProperty("java.home"), "bin", "jstack").toString();
      Path dump = folder.resolve("threads");
      new ProcessBuilder(jstack, "" + node.pid())
          .redirectOutput(dump.toFile())
          .start()
          .waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return "does not stop\n" + Files.readString(dump);
    } catch (IOException | InterruptedException e) {
      return "does not stop, and does not say why: " + e;
    }
  }

  private Duration cpu() {
    return node.info().totalCpuDuration().orElseThrow();
  }

  private ProcessHandle redis() throws IOException {
    String pid = Files.readAllLines(folder.resolve("data/redis/process")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static int status(URI url) throws Exception {
    try {
      return HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding()).statusCode();
    } catch (ConnectException _) {
      return 0;
    }
  }

  /** As the metrics tell it, which are read from the lane's picture. */
  private static boolean isGrey(URI url, String feed) throws Exception {
    var request = HttpRequest.newBuilder(url.resolve("/metrics")).build();
    return HTTP.send(request, BodyHandlers.ofString())
        .body()
        .lines()
        .anyMatch(
            line ->
                line.startsWith("nadhir_feed_up{")
                    && line.contains("feed=\"" + feed + "\"")
                    && line.endsWith(" 0.0"));
  }
}
