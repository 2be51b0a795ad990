package nadhir.core.feed.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.RawFeed;
import nadhir.core.feed.Reason;
import nadhir.core.feed.RecordingSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpPollerTest {
  private static final String QUAKE =
      """
      {"features":[{"id":"us1","properties":{"mag":%s,"time":1,"updated":2,"type":"earthquake"},
      "geometry":{"coordinates":[35,29,10]}}]}""";

  /** Longer than any test: what fails is told by the failure, not by somebody who looks. */
  private static final Duration EXPECTS = Duration.ofSeconds(30);

  private static final Duration EVERY = Duration.ofMillis(40);

  private final Vertx vertx = Vertx.vertx();
  private final RecordingSink sink = new RecordingSink();
  private final List<HttpServerRequest> requests = new CopyOnWriteArrayList<>();
  private Duration answerWithin = Duration.ofMillis(1500);
  private HttpPoller poller;

  @AfterEach
  void close() throws Exception {
    if (poller != null) {
      get(poller.stop());
    }
    get(vertx.close());
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void asksOnlyForWhatHasChangedAndOffersItOnce() throws Exception {
    poll(
        r -> {
          if ("\"v1\"".equals(r.getHeader("If-None-Match"))) {
            r.response().setStatusCode(304).end();
          } else {
            r.response().putHeader("ETag", "\"v1\"").end(QUAKE.formatted("5"));
          }
        });
    await().until(() -> requests.size() > 3);
    assertEquals(1, sink.reports.size());
    assertEquals(List.of("GREEN"), sink.health);
    assertEquals("Nadhir/0.1", requests.getFirst().getHeader("User-Agent"));
    assertEquals("\"v1\"", requests.get(2).getHeader("If-None-Match"));
  }

  @Test
  void offersARepeatedDocumentOnceAndAChangedItemAgain() throws Exception {
    poll(r -> r.response().end(QUAKE.formatted(requests.size() < 4 ? "5" : "5.2")));
    await().until(() -> requests.size() > 6);
    assertEquals(2, sink.reports.size());
  }

  @Test
  void offersAgainWhatWasNotTaken() throws Exception {
    sink.taking = false;
    poll(
        r -> {
          assertEquals(null, r.getHeader("If-None-Match"));
          r.response().putHeader("ETag", "\"v1\"").end(QUAKE.formatted("5"));
        });
    await().until(() -> sink.reports.size() > 2);
  }

  @Test
  void isGreyWhileTheSourceFailsAndGreenAfterwards() throws Exception {
    poll(
        r -> {
          if (requests.size() < 3) {
            r.response().setStatusCode(503).end();
          } else {
            r.response().end(QUAKE.formatted("5"));
          }
        });
    await().until(() -> sink.health.size() == 2); // told when the poll is over
    assertEquals(List.of("GREY HTTP status 503", "GREEN"), sink.health);
    assertEquals(1, sink.reports.size());
  }

  @Test
  void aFailureBetweenSuccessesIsNotGreyYet() throws Exception {
    poll(
        r -> {
          if (requests.size() == 2) {
            r.response().reset();
          } else {
            r.response().end(QUAKE.formatted("5"));
          }
        },
        Duration.ofSeconds(5));
    await().until(() -> requests.size() > 2);
    assertEquals(List.of("GREEN"), sink.health);
  }

  @Test
  void waitsAsLongAsTheSourceAsks() throws Exception {
    poll(r -> r.response().setStatusCode(429).putHeader("Retry-After", "3600").end());
    await().until(() -> !sink.health.isEmpty());
    await()
        .during(Duration.ofMillis(400))
        .atMost(Duration.ofSeconds(5))
        .until(() -> requests.size() == 1);
  }

  @Test
  void aSourceThatCannotBeReachedIsGrey() throws Exception {
    int port = server(r -> r.response().end()).actualPort();
    get(vertx.close());
    var other = Vertx.vertx();
    poller = poller(other, "http://127.0.0.1:" + port + "/", EVERY);
    poller.start();
    await().until(() -> !sink.health.isEmpty());
    assertTrue(sink.health.getFirst().startsWith("GREY "), sink.health.toString());
    get(poller.stop());
    poller = null;
    get(other.close());
  }

  @Test
  void anAnswerThatTricklesIsGivenUp() throws Exception {
    poll(
        r -> {
          r.response().setChunked(true).write("{");
          vertx.setPeriodic(50, _ -> r.response().write(" "));
        });
    await().until(() -> !sink.health.isEmpty());
    assertTrue(sink.health.getFirst().contains("no whole answer"), sink.health.toString());
  }

  @Test
  void aSmallAnswerThatUnpacksToAHugeOneIsRejected() throws Exception {
    var huge = Buffer.buffer(new byte[2 * FeedDecoder.MAX_BYTES]);
    answerWithin = Duration.ofSeconds(20);
    poll(r -> r.response().end(huge));
    await().atMost(answerWithin).until(() -> !sink.rejected.isEmpty());
    assertEquals(Reason.TOO_LARGE, sink.rejected.getFirst());
    assertTrue(sink.health.getFirst().startsWith("GREY "), sink.health.toString());
  }

  /** What lies behind the limit is never fetched, so it cannot fill the memory. */
  @Test
  void aHundredMegabytesAreNotReadToTheirEnd() throws Exception {
    var sentMb = new AtomicInteger();
    answerWithin = Duration.ofSeconds(20);
    poll(
        r -> {
          if (sink.rejected.isEmpty()) {
            sentMb.set(0);
            sendMegabytes(
                r.response().setChunked(true).putHeader("Content-Encoding", "identity"), sentMb);
          } else {
            r.response().end(QUAKE.formatted("5"));
          }
        });
    await().atMost(answerWithin).until(() -> !sink.rejected.isEmpty());
    assertEquals(Reason.TOO_LARGE, sink.rejected.getFirst());
    assertTrue(sentMb.get() < 50, sentMb + " MB were sent");
    await().until(() -> sink.reports.size() == 1);
  }

  private static void sendMegabytes(HttpServerResponse response, AtomicInteger sentMb) {
    while (!response.closed() && !response.writeQueueFull() && sentMb.get() < 100) {
      sentMb.incrementAndGet();
      response.write(Buffer.buffer(new byte[1024 * 1024]));
    }
    response.drainHandler(_ -> sendMegabytes(response, sentMb));
  }

  @Test
  void anAnswerOfAnotherKindIsGrey() throws Exception {
    poll(r -> r.response().end("<html>maintenance</html>"));
    await().until(() -> !sink.health.isEmpty());
    assertEquals(Reason.MALFORMED_JSON, sink.rejected.getFirst());
    assertTrue(sink.health.getFirst().startsWith("GREY "), sink.health.toString());
  }

  @Test
  void afterStopNothingComesAnyMore() throws Exception {
    poll(r -> r.response().end(QUAKE.formatted("5." + requests.size())));
    await().until(() -> sink.reports.size() > 2);
    get(poller.stop());
    int then = sink.reports.size();
    await()
        .during(Duration.ofMillis(200))
        .atMost(Duration.ofSeconds(5))
        .until(() -> sink.reports.size() == then);
  }

  private void poll(Handler<HttpServerRequest> answer) throws Exception {
    poll(answer, EVERY);
  }

  private void poll(Handler<HttpServerRequest> answer, Duration every) throws Exception {
    int port = server(answer).actualPort();
    poller = poller(vertx, "http://127.0.0.1:" + port + "/feed", every);
    poller.start();
  }

  private HttpServer server(Handler<HttpServerRequest> answer) throws Exception {
    var options = new HttpServerOptions().setCompressionSupported(true);
    return get(
        vertx
            .createHttpServer(options)
            .requestHandler(
                r -> {
                  requests.add(r);
                  answer.handle(r);
                })
            .listen(0, "127.0.0.1"));
  }

  private HttpPoller poller(Vertx on, String url, Duration every) {
    var settings =
        new FeedSettings(
            Duration.ofSeconds(2),
            answerWithin,
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            "Nadhir/0.1");
    return new HttpPoller(
        on,
        on.createSharedWorkerExecutor("feeds", 1),
        InstantSource.system(),
        new Random(1),
        settings,
        URI.create(url),
        every,
        EXPECTS,
        RawFeed.open(FeedConfig.plain("usgs", "usgs-geojson")),
        sink);
  }
}
