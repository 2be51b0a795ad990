package nadhir.core.feed.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.RawFeed;
import nadhir.core.feed.Reason;
import nadhir.core.feed.RecordingSink;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A polled index, and the documents that it names. */
@Timeout(60)
class IndexTest {
  /** No test here is about a source that is slow: a busy machine must not look like one. */
  private static final Duration LONG = Duration.ofSeconds(30);

  /** Stands still, so that a poll has all the time that the machine needs. */
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

  private static final String ALERT =
      """
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>%s</identifier><sender>met.example</sender>
      <sent>2026-11-20T12:00:00+03:00</sent><status>Actual</status><msgType>Alert</msgType>
      <scope>Public</scope><info><category>Met</category><event>Rain</event>
      <urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>
      <headline>%s</headline></info></alert>""";

  /** Nothing was due between them. */
  private static final List<String> TWO_POLLS = List.of("index", "index");

  private final Vertx vertx = Vertx.vertx();
  private final RecordingSink sink = new RecordingSink();

  /** Paths in the order in which they were asked for. */
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private volatile List<String> entries = List.of();
  private volatile Function<String, String> documents = name -> ALERT.formatted(name, name);
  private HttpServer server;
  private HttpPoller poller;

  @BeforeEach
  void open() throws Exception {
    server = get(vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
  }

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

  private void answer(HttpServerRequest r) {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    r.response().endHandler(_ -> atOnce.decrementAndGet());
    String path = r.path().substring(1);
    asked.add(path);
    if (path.equals("index")) {
      r.response().end(index());
    } else if (path.startsWith("to-")) {
      r.response().setStatusCode(302).putHeader("Location", target(path)).end();
    } else {
      String document = documents.apply(path);
      r.response().setStatusCode(document.isEmpty() ? 500 : 200).end(document);
    }
  }

  private String target(String path) {
    return path.equals("to-localhost") ? at("localhost", "secret") : "/" + path.substring(3);
  }

  private String index() {
    var rss = new StringBuilder("<rss><channel>");
    entries.forEach(e -> rss.append("<item><link>").append(e).append("</link></item>"));
    return rss + "</channel></rss>";
  }

  private String at(String host, String path) {
    return "http://" + host + ":" + server.actualPort() + "/" + path;
  }

  private long times(String path) {
    return asked.stream().filter(path::equals).count();
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(LONG);
  }

  private void poll(String... links) {
    var every = Duration.ofMillis(50);
    entries = List.of(links);
    poller =
        new HttpPoller(
            vertx,
            vertx.createSharedWorkerExecutor("feeds", 1),
            CLOCK,
            new Random(1),
            new FeedSettings(
                LONG, LONG, Duration.ofMillis(20), Duration.ofMillis(100), "Nadhir/0.1"),
            URI.create(at("127.0.0.1", "index")),
            every,
            every,
            RawFeed.open(FeedConfig.plain("met", "cap")),
            sink);
    poller.start();
  }

  @Test
  void eachDocumentIsFetchedOnceOneAfterAnotherWhileItStandsInTheIndex() {
    poll(at("127.0.0.1", "a"), at("127.0.0.1", "b"), at("127.0.0.1", "a"));
    await().until(() -> times("index") > 4);
    assertEquals(List.of("a", "b"), sink.reports.stream().map(r -> r.title()).toList());
    assertEquals(1, times("a"));
    assertEquals(1, times("b"));
    assertEquals(1, mostAtOnce.get());
    assertEquals(List.of("GREEN"), sink.health);
    entries = List.of(at("127.0.0.1", "c"));
    await().until(() -> sink.reports.size() == 3);
    assertEquals("c", sink.reports.getLast().title());
  }

  @Test
  void oneThatFailsIsCountedAndTriedAgainAndStopsNoOther() {
    documents = name -> name.equals("a") && times("a") < 3 ? "" : ALERT.formatted(name, name);
    poll(at("127.0.0.1", "a"), at("127.0.0.1", "b"));
    await().until(() -> sink.reports.size() == 2);
    assertEquals(List.of("b", "a"), sink.reports.stream().map(r -> r.title()).toList());
    assertEquals(List.of(Reason.LINK_FAILED, Reason.LINK_FAILED), sink.rejected);
    assertEquals(2, poller.raw().rejects().total());
    assertEquals(List.of("GREEN"), sink.health);
  }

  @Test
  void aDocumentThatCannotBeReadIsTriedAgain() {
    documents = name -> times("a") < 2 ? "<alert" : ALERT.formatted(name, name);
    poll(at("127.0.0.1", "a"));
    await().until(() -> sink.reports.size() == 1);
    assertEquals(List.of(Reason.MALFORMED_XML, Reason.LINK_FAILED), sink.rejected);
  }

  @Test
  void anIndexOfWhichNothingCanBeReadIsGrey() {
    documents = _ -> "";
    poll(at("127.0.0.1", "a"), at("127.0.0.1", "b"));
    await().until(() -> !sink.health.isEmpty());
    assertEquals(List.of("GREY none of the 2 documents that it names can be read"), sink.health);
    documents = name -> ALERT.formatted(name, name);
    await().until(() -> sink.health.size() == 2);
    assertEquals("GREEN", sink.health.getLast());
  }

  @Test
  void soManyAPollAndTheRestWithTheNext() {
    String[] links = new String[LinkFollower.MAX_PER_POLL + 5];
    for (int i = 0; i < links.length; i++) {
      links[i] = at("127.0.0.1", "d" + i);
    }
    poll(links);
    await().until(() -> times("index") > 1);
    List<String> byThen = List.copyOf(asked);
    assertEquals("index", byThen.getFirst());
    assertEquals(
        LinkFollower.MAX_PER_POLL, byThen.subList(1, byThen.size()).indexOf("index"), "between");
    await().until(() -> sink.reports.size() == links.length);
  }

  @Test
  void aHostInsideOurWallsIsNeverAsked() {
    poll(
        at("localhost", "secret"),
        "http://10.0.0.1/secret",
        "http://[::1]:" + server.actualPort() + "/secret",
        "ftp://127.0.0.1/secret",
        at("127.0.0.1", "a"));
    await().until(() -> times("index") > 1);
    assertEquals(0, times("secret"));
    assertEquals(
        List.of(Reason.LINK_REFUSED, Reason.LINK_REFUSED, Reason.LINK_REFUSED, Reason.LINK_REFUSED),
        sink.rejected.subList(0, 4));
    assertEquals(1, sink.reports.size());
  }

  @Test
  void aRedirectionIsFollowedByTheSameRule() {
    poll(at("127.0.0.1", "to-localhost"), at("127.0.0.1", "to-a"));
    await().until(() -> sink.reports.size() == 1);
    await().until(() -> times("index") > 1);
    assertEquals(0, times("secret"));
    assertEquals(1, times("a"));
    assertEquals(Reason.LINK_REFUSED, sink.rejected.getFirst());
  }

  @Test
  void aDocumentThatIsTooLargeIsNotRead() {
    String large = " ".repeat(FeedDecoder.MAX_BYTES + 1);
    documents = name -> name.equals("a") ? large : ALERT.formatted(name, name);
    poll(at("127.0.0.1", "a"), at("127.0.0.1", "b"));
    await().until(() -> sink.reports.size() == 1);
    assertEquals(List.of(Reason.TOO_LARGE, Reason.LINK_FAILED), sink.rejected.subList(0, 2));
  }

  @Test
  void whatWasNotTakenIsFetchedAgain() {
    sink.taking = false;
    poll(at("127.0.0.1", "a"));
    await().until(() -> times("a") > 1);
    sink.taking = true;
    await().until(() -> List.copyOf(asked).reversed().subList(0, 2).equals(TWO_POLLS));
    assertEquals(times("a"), sink.reports.size());
    assertTrue(sink.rejected.isEmpty(), sink.rejected.toString());
  }

  @Test
  void afterStopNothingIsFetched() throws Exception {
    String[] links = new String[30];
    for (int i = 0; i < links.length; i++) {
      links[i] = at("127.0.0.1", "d" + i);
    }
    poll(links);
    await().until(() -> !sink.reports.isEmpty());
    get(poller.stop());
    int then = asked.size();
    await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(5))
        .until(() -> asked.size() == then);
  }
}
