package nadhir.core.feed.posted;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.RecordingSink;
import nadhir.core.id.FeedId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostedFeedTest {
  private static final FeedId PORT = new FeedId("port");

  private final Vertx vertx = Vertx.vertx();
  private final RecordingSink sink = new RecordingSink();

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void aPostIsASignOfLifeAndSilenceIsToldWhereSomethingIsExpected() {
    var feed = open(Duration.ofMillis(150));
    feed.start();
    vertx.eventBus().publish(PostedFeed.address(PORT), "port");
    await().until(() -> sink.health.size() == 2);
    assertEquals("GREEN", sink.health.getFirst());
    assertTrue(sink.health.getLast().startsWith("GREY nothing heard since"), "" + sink.health);
    vertx.eventBus().publish(PostedFeed.address(PORT), "port");
    await().until(() -> sink.health.size() >= 3);
    assertEquals("GREEN", sink.health.get(2));
  }

  @Test
  void whoIsNotExpectedIsNeverSilentAndWhoeverStoppedHearsNothing() throws Exception {
    var feed = open(FeedConfig.NOTHING_EXPECTED);
    feed.start();
    vertx.eventBus().publish(PostedFeed.address(PORT), "port");
    await().until(() -> sink.health.equals(List.of("GREEN")));
    feed.stop().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    sink.health.clear();
    vertx.eventBus().publish(PostedFeed.address(PORT), "port");
    await().during(Duration.ofMillis(200)).until(sink.health::isEmpty);
  }

  private PostedFeed open(Duration expects) {
    var format = FeedFormats.byName("nadhir-report").orElseThrow();
    var config =
        new FeedConfig(
            PORT,
            format,
            URI.create("webhook:/api/v1/reports"),
            Optional.empty(),
            expects,
            FeedConfig.USUAL_OLDEST,
            List.of(),
            format.usual());
    return new PostedFeed(
        vertx, vertx.createSharedWorkerExecutor("feeds", 1), InstantSource.system(), config, sink);
  }
}
