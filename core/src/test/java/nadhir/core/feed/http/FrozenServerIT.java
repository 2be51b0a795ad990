package nadhir.core.feed.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.FeedSink;
import nadhir.core.feed.Pulse;
import nadhir.core.feed.RawFeed;
import nadhir.core.feed.Reason;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.SensorFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is stopped in the middle of its life neither answers nor closes its connections.
 */
class FrozenServerIT {
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** Above twice the interval: what a timer and a worker may take on a busy machine. */
  private static final Duration SLACK = Duration.ofSeconds(2);

  @TempDir private Path folder;

  private final Vertx vertx = Vertx.vertx();
  private Process server;
  private URI address;

  private record Change(Instant at, FeedHealth health, String why) {}

  /** Health with the time of each change. */
  private static final class Healths implements FeedSink {
    private final List<Change> changes = new CopyOnWriteArrayList<>();

    FeedHealth now() {
      return changes.isEmpty() ? FeedHealth.UNKNOWN : changes.getLast().health();
    }

    @Override
    public boolean offer(HazardReport report) {
      return true;
    }

    @Override
    public void health(FeedId feed, FeedHealth health, String why, String detail) {
      changes.add(new Change(Instant.now(), health, why));
    }

    @Override
    public void rejected(FeedId feed, Reason reason, String detail) {
      throw new AssertionError(reason + " " + detail);
    }

    @Override
    public void doubted(FeedId feed, SensorFault fault, String detail) {
      throw new AssertionError(detail);
    }
  }

  @BeforeEach
  void serve() throws IOException {
    Files.writeString(
        folder.resolve("quakes.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[]}");
    server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jwebserver").toString(),
                "-b",
                "127.0.0.1",
                "-p",
                "0",
                "-d",
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (var lines = server.inputReader()) {
      String line = lines.readLine();
      while (line != null && !line.startsWith("URL ")) {
        line = lines.readLine();
      }
      address = URI.create(line.substring(4) + "quakes.geojson");
    }
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    server.destroyForcibly().waitFor();
  }

  @Test
  void turnsGreyWithinTwiceItsIntervalAndRecoversByItself() throws Exception {
    var healths = new Healths();
    var poller =
        new HttpPoller(
            vertx,
            vertx.createSharedWorkerExecutor("feeds", 2),
            InstantSource.system(),
            new Random(1),
            FeedSettings.defaults(),
            address,
            EVERY,
            EVERY,
            RawFeed.open(FeedConfig.plain("usgs", "usgs-geojson")),
            healths);
    poller.start();
    await().atMost(Duration.ofSeconds(20)).until(() -> healths.now() == FeedHealth.GREEN);

    signal("STOP");
    Instant stopped = Instant.now();
    await().atMost(Duration.ofSeconds(30)).until(() -> healths.now() == FeedHealth.GREY);
    Duration grey = Duration.between(stopped, healths.changes.getLast().at());
    assertTrue(grey.compareTo(EVERY.multipliedBy(2).plus(SLACK)) <= 0, grey.toString());
    assertEquals(Pulse.SILENT, healths.changes.getLast().why());

    signal("CONT");
    await().atMost(Duration.ofSeconds(60)).until(() -> healths.now() == FeedHealth.GREEN);
    poller.stop().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private void signal(String name) throws Exception {
    int code =
        new ProcessBuilder("kill", "-" + name, Long.toString(server.pid()))
            .inheritIO()
            .start()
            .waitFor();
    assertEquals(0, code);
  }
}
