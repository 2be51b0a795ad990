package nadhir.core.feed.ws;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.FeedOptions;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.FeedSink;
import nadhir.core.feed.Reason;
import nadhir.core.feed.RecordingSink;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.SensorFault;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebSocketFeedTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final int HUGE_FRAME = WebSocketFeed.MAX_MESSAGE_BYTES + 1000;

  private final Vertx vertx = Vertx.vertx();
  private final RecordingSink sink = new RecordingSink();
  private final List<ServerWebSocket> connections = new CopyOnWriteArrayList<>();
  private final List<HttpServerRequest> queries = new CopyOnWriteArrayList<>();
  private WebSocketFeed feed;

  @AfterEach
  void close() throws Exception {
    if (feed != null) {
      get(feed.stop());
    }
    get(vertx.close());
  }

  @Test
  void messagesArriveAsTextAndAsBytes() throws Exception {
    listen(
        ws -> {
          ws.writeTextMessage(quake("1"));
          ws.writeBinaryMessage(Buffer.buffer(quake("2")));
        },
        PATIENT);
    await().until(() -> sink.reports.size() == 2);
    assertEquals(List.of("emsc:1", "emsc:2"), ids());
    await().until(() -> !sink.health.isEmpty());
    assertEquals(List.of("GREEN"), sink.health);
  }

  @Test
  void garbageIsRejectedAndTheConnectionGoesOn() throws Exception {
    listen(
        ws -> {
          ws.writeTextMessage("[[[[");
          ws.writeTextMessage("");
          ws.writeBinaryMessage(Buffer.buffer(new byte[] {0, 1, -1, 2}));
          ws.writeTextMessage(quake("1"));
        },
        PATIENT);
    await().until(() -> sink.reports.size() == 1);
    assertEquals(3, sink.rejected.size(), sink.rejected.toString());
    assertEquals(1, connections.size());
  }

  /** 1 MB in frames of 64 kB. */
  @Test
  void aHugeMessageIsLeftOut() throws Exception {
    listen(
        ws -> {
          ws.writeTextMessage("x".repeat(4 * WebSocketFeed.MAX_MESSAGE_BYTES));
          ws.writeTextMessage(quake("1"));
        },
        PATIENT);
    await().until(() -> sink.reports.size() == 1);
    assertEquals(List.of(Reason.TOO_LARGE), sink.rejected);
    assertEquals(1, connections.size());
  }

  @Test
  void aHugeFrameEndsTheConnectionAndTheNextOneIsRead() throws Exception {
    listen(
        ws -> {
          if (connections.size() == 1) {
            ws.writeTextMessage("x".repeat(HUGE_FRAME));
          } else {
            ws.writeTextMessage(quake("1"));
          }
        },
        PATIENT,
        new HttpServerOptions().setMaxWebSocketFrameSize(HUGE_FRAME));
    await().until(() -> sink.reports.size() == 1);
    assertEquals(List.of(Reason.TOO_LARGE), sink.rejected);
    assertEquals(2, connections.size());
  }

  @Test
  void itComesBackAndAsksForWhatWasMissed() throws Exception {
    resume(
        query ->
            query
                .response()
                .end(
                    "{\"type\":\"FeatureCollection\",\"features\":["
                        + feature(queries.size() == 1 ? "before" : "missed")
                        + ","
                        + feature("before")
                        + "]}"));
    var start = Instant.now();
    listen(
        ws -> {
          ws.writeTextMessage(quake("told" + connections.size()));
          if (connections.size() == 1) {
            vertx.setTimer(200, _ -> ws.close());
          }
        },
        PATIENT);
    await().until(() -> ids().contains("emsc:missed"));
    await().until(() -> ids().contains("emsc:told2"));
    assertEquals(
        List.of("emsc:before", "emsc:missed", "emsc:told1", "emsc:told2"),
        ids().stream().sorted().toList());
    Instant first = Instant.parse(queries.get(0).getParam("updatedafter") + "Z");
    Instant second = Instant.parse(queries.get(1).getParam("updatedafter") + "Z");
    assertTrue(first.isBefore(start.minus(Catchup.FIRST_LOOK_BACK)), first.toString());
    assertTrue(
        !second.isBefore(start.minus(Catchup.OVERLAP).minusSeconds(1))
            && second.isBefore(Instant.now().minus(Catchup.OVERLAP).plusSeconds(1)),
        second.toString());
    assertEquals("json", queries.get(0).getParam("format"));
  }

  @Test
  void itIsNotWellBeforeItKnowsWhatItMissed() throws Exception {
    resume(
        query -> {
          if (queries.size() < 3) {
            query.response().setStatusCode(503).end();
          } else {
            query.response().setStatusCode(204).end();
          }
        });
    listen(ws -> ws.writeTextMessage(quake("1")), PATIENT);
    await().until(() -> sink.health.contains("GREEN"));
    assertEquals(List.of("GREY what was missed: HTTP status 503", "GREEN"), sink.health);
    assertEquals(3, queries.size());
    assertEquals(List.of("emsc:1"), ids());
  }

  @Test
  void anAnswerThatCannotBeReadIsAskedForAgain() throws Exception {
    resume(
        query ->
            query
                .response()
                .end(queries.size() < 2 ? "<html>" : "{\"features\":[" + feature("missed") + "]}"));
    listen(_ -> {}, PATIENT);
    await().until(() -> ids().contains("emsc:missed"));
    assertEquals(List.of(Reason.MALFORMED_JSON), sink.rejected);
  }

  @Test
  void aQuietSourceThatAnswersPingsIsWell() throws Exception {
    listen(_ -> {}, Duration.ofMillis(1000));
    await().until(() -> sink.health.contains("GREEN"));
    await()
        .during(Duration.ofMillis(2500))
        .atMost(Duration.ofSeconds(10))
        .until(() -> sink.health.size() == 1 && connections.size() == 1);
  }

  @Test
  void aSourceThatAnswersNoPingIsGreyAndGivenUp() throws Exception {
    var connected = new AtomicInteger();
    var server =
        vertx
            .createNetServer()
            .connectHandler(
                socket -> {
                  var seen = Buffer.buffer();
                  var shaken = new AtomicBoolean();
                  socket.handler(
                      piece -> {
                        if (!shaken.get()
                            && seen.appendBuffer(piece).toString().contains("\r\n\r\n")) {
                          shaken.set(true);
                          connected.incrementAndGet();
                          socket.write(handshake(seen.toString()));
                        }
                      });
                });
    get(server.listen(0, "127.0.0.1"));
    feed = feed(server.actualPort(), Duration.ofMillis(150), sink);
    feed.start();
    await().until(() -> connected.get() > 2);
    assertTrue(sink.health.getFirst().startsWith("GREY "), sink.health.toString());
    assertEquals(1, sink.health.size(), sink.health.toString());
  }

  @Test
  void anUnreachableSourceIsGreyAtOnceAndTriedAgain() throws Exception {
    int port = server(_ -> {}, new HttpServerOptions());
    get(vertx.close());
    var other = Vertx.vertx();
    feed = feed(other, port, PATIENT, sink);
    feed.start();
    await().until(() -> !sink.health.isEmpty());
    assertTrue(sink.health.getFirst().startsWith("GREY "), sink.health.toString());
    get(feed.stop());
    feed = feed(other, port, PATIENT, sink);
    get(
        other
            .createHttpServer()
            .webSocketHandler(ws -> ws.writeTextMessage(quake("1")))
            .listen(port, "127.0.0.1"));
    feed.start();
    await().until(() -> sink.reports.size() == 1);
    get(feed.stop());
    feed = null;
    get(other.close());
  }

  /** What cannot be taken yet waits at the source, not here. */
  @Test
  void aSlowReaderSlowsTheSource() throws Exception {
    var open = new CountDownLatch(1);
    var full = new AtomicBoolean();
    int messages = 5_000;
    var slow =
        new Delegate(sink) {
          @Override
          public boolean offer(HazardReport report) {
            try {
              open.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return super.offer(report);
          }
        };
    int port = server(ws -> send(ws, 0, messages, full), new HttpServerOptions());
    feed = feed(port, PATIENT, slow);
    feed.start();
    await().until(full::get);
    assertEquals(0, sink.reports.size());
    open.countDown();
    await().atMost(Duration.ofSeconds(40)).until(() -> sink.reports.size() == messages);
  }

  private void send(ServerWebSocket ws, int from, int until, AtomicBoolean full) {
    for (int i = from; i < until; i++) {
      if (ws.writeQueueFull()) {
        full.set(true);
        int next = i;
        ws.drainHandler(_ -> send(ws, next, until, full));
        return;
      }
      ws.writeTextMessage(quake("q" + i) + " ".repeat(8_000));
    }
  }

  @Test
  void afterStopNothingComesAnyMore() throws Exception {
    var closed = new AtomicInteger();
    listen(
        ws -> {
          ws.closeHandler(_ -> closed.incrementAndGet());
          var n = new AtomicInteger();
          vertx.setPeriodic(
              2,
              id -> {
                if (ws.isClosed()) {
                  vertx.cancelTimer(id);
                } else {
                  ws.writeTextMessage(quake("q" + n.incrementAndGet()));
                }
              });
        },
        PATIENT);
    await().until(() -> sink.reports.size() > 5);
    get(feed.stop());
    int then = sink.reports.size();
    var health = List.copyOf(sink.health);
    await().until(() -> closed.get() == 1);
    await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(10))
        .until(() -> sink.reports.size() == then && connections.size() == 1);
    assertEquals(health, sink.health);
  }

  private List<String> ids() {
    return sink.reports.stream().map(r -> r.id().value()).toList();
  }

  private static String quake(String unid) {
    return "{\"action\":\"create\",\"data\":" + feature(unid) + "}";
  }

  private static String feature(String unid) {
    return """
    {"type":"Feature","properties":{"unid":"%s","lat":29,"lon":35,"depth":8,"mag":5,"evtype":"ke",\
    "time":"2026-11-20T11:58:00.0Z","lastupdate":"2026-11-20T11:59:00.0Z"}}"""
        .formatted(unid);
  }

  private Optional<String> resume = Optional.empty();

  private void resume(Handler<HttpServerRequest> answer) throws Exception {
    var server =
        vertx
            .createHttpServer()
            .requestHandler(
                r -> {
                  queries.add(r);
                  answer.handle(r);
                });
    get(server.listen(0, "127.0.0.1"));
    resume = Optional.of("http://127.0.0.1:" + server.actualPort() + "/query?format=json");
  }

  private void listen(Handler<ServerWebSocket> speak, Duration expects) throws Exception {
    listen(speak, expects, new HttpServerOptions());
  }

  private void listen(Handler<ServerWebSocket> speak, Duration expects, HttpServerOptions options)
      throws Exception {
    feed = feed(server(speak, options), expects, sink);
    feed.start();
  }

  private int server(Handler<ServerWebSocket> speak, HttpServerOptions options) throws Exception {
    var server =
        vertx
            .createHttpServer(options)
            .webSocketHandler(
                ws -> {
                  connections.add(ws);
                  speak.handle(ws);
                });
    get(server.listen(0, "127.0.0.1"));
    return server.actualPort();
  }

  private WebSocketFeed feed(int port, Duration expects, FeedSink into) {
    return feed(vertx, port, expects, into);
  }

  private WebSocketFeed feed(Vertx on, int port, Duration expects, FeedSink into) {
    var format = FeedFormats.byName("emsc-json").orElseThrow();
    return new WebSocketFeed(
        on,
        on.createSharedWorkerExecutor("feeds", 2),
        InstantSource.system(),
        new Random(1),
        new FeedSettings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            "Nadhir/0.1"),
        new FeedConfig(
            new FeedId("emsc"),
            format,
            URI.create("ws://127.0.0.1:" + port + "/standing_order/websocket?a=b"),
            Optional.empty(),
            expects,
            FeedConfig.USUAL_OLDEST,
            format.tells(),
            resume.map(this::options).orElse(format.usual())),
        into);
  }

  private FeedOptions options(String url) {
    return YamlNode.parse(
            new SiteFile("site.yaml", "resume: " + url),
            node -> {
              var options =
                  FeedFormats.byName("emsc-json").orElseThrow().options(Optional.of(node));
              return node.make(() -> options);
            })
        .get();
  }

  /** RFC 6455, section 4.2.2. */
  private static String handshake(String request) {
    String key = request.replaceFirst("(?is).*sec-websocket-key: *([^\\r\\n]+).*", "$1");
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-1")
              .digest(
                  (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                      .getBytes(StandardCharsets.US_ASCII));
      return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Accept: "
          + Base64.getEncoder().encodeToString(sum)
          + "\r\n\r\n";
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static class Delegate implements FeedSink {
    private final FeedSink to;

    Delegate(FeedSink to) {
      this.to = to;
    }

    @Override
    public boolean offer(HazardReport report) {
      return to.offer(report);
    }

    @Override
    public void health(FeedId feed, FeedHealth health, String why, String detail) {
      to.health(feed, health, why, detail);
    }

    @Override
    public void rejected(FeedId feed, Reason reason, String detail) {
      to.rejected(feed, reason, detail);
    }

    @Override
    public void doubted(FeedId feed, SensorFault fault, String detail) {
      to.doubted(feed, fault, detail);
    }
  }
}
