package nadhir.core.feed.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.RawFeed;
import nadhir.core.feed.Reason;
import nadhir.core.feed.RecordingSink;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of earthquakes names a detail document, and that one the contours of the map. */
class ShakeMapChainTest {
  private final Vertx vertx = Vertx.vertx();
  private final RecordingSink sink = new RecordingSink();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int version = 1;
  private volatile boolean broken;
  private HttpServer server;
  private HttpPoller poller;

  @BeforeEach
  void open() throws Exception {
    server = get(vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
    poller = poller();
  }

  @AfterEach
  void close() throws Exception {
    get(poller.stop());
    get(vertx.close());
  }

  @Test
  void theMapIsFetchedOnceAndAgainWhenThereIsANewOne() {
    poller.start();
    await().until(() -> sink.reports.size() == 2);
    HazardReport map = sink.reports.get(1);
    assertEquals("usgs:us1/shakemap", map.id().value());
    assertEquals(Status.ACTUAL, map.status());
    assertEquals(1, ((Observation.ShakeMap) map.observation()).version());
    int then = asked.size();
    await().until(() -> asked.size() > then + 3);
    assertEquals(1, times("/detail"));
    assertEquals(1, times("/product/shakemap/us1/us/1001/download/cont_mi.json"));
    assertEquals(2, sink.reports.size());
    version = 2;
    await().until(() -> sink.reports.size() == 4);
    assertEquals(2, ((Observation.ShakeMap) sink.reports.get(3).observation()).version());
    assertEquals(2, times("/detail"));
  }

  @Test
  void earthquakesAreWellWithoutTheirMaps() {
    broken = true;
    poller.start();
    await().until(() -> sink.rejected.contains(Reason.LINK_FAILED));
    await().until(() -> times("/query") > 5);
    assertEquals(List.of("GREEN"), sink.health);
    assertTrue(!sink.reports.isEmpty());
  }

  private long times(String path) {
    return asked.stream().filter(path::equals).count();
  }

  private void answer(HttpServerRequest r) {
    asked.add(r.path());
    String at = "http://127.0.0.1:" + server.actualPort();
    String contours = at + "/product/shakemap/us1/us/100" + version + "/download/cont_mi.json";
    switch (r.path()) {
      case "/query" ->
          r.response().end("{'features':[%s]}".formatted(event(at, "")).replace('\'', '"'));
      case "/detail" ->
          r.response()
              .setStatusCode(broken ? 500 : 200)
              .end(
                  event(
                          at,
                          ",'products':{'shakemap':[{'status':'UPDATE','updateTime':100%d,'contents':{'download/cont_mi.json':{'url':'%s'}},'properties':{'version':'%d','event-type':'ACTUAL'}}]}"
                              .formatted(version, contours, version))
                      .replace('\'', '"'));
      case String _ ->
          r.response()
              .end(
                  "{'features':[{'properties':{'value':6,'units':'mmi'},'geometry':{'type':'MultiLineString','coordinates':[[[35,29],[35.1,29],[35.1,29.1],[35,29]]]}}]}"
                      .replace('\'', '"'));
    }
  }

  private String event(String at, String products) {
    return "{'type':'Feature','id':'us1','properties':{'mag':6,'time':1,'updated':"
        + version
        + ",'type':'earthquake','types':',shakemap,','detail':'"
        + at
        + "/detail'"
        + products
        + "},'geometry':{'coordinates':[35,29,10]}}";
  }

  private HttpPoller poller() {
    var format = FeedFormats.byName("usgs-geojson").orElseThrow();
    var options =
        YamlNode.parse(
                new SiteFile("site.yaml", "shakemaps: true"),
                node -> {
                  var read = format.options(Optional.of(node));
                  return node.make(() -> read);
                })
            .get();
    var plain = FeedConfig.plain("usgs", "usgs-geojson");
    var config =
        new FeedConfig(
            new FeedId("usgs"),
            format,
            plain.url(),
            plain.every(),
            plain.expects(),
            plain.oldest(),
            plain.tells(),
            options);
    return new HttpPoller(
        vertx,
        vertx.createSharedWorkerExecutor("feeds", 1),
        InstantSource.system(),
        new Random(1),
        new FeedSettings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            "Nadhir/0.1"),
        URI.create("http://127.0.0.1:" + server.actualPort() + "/query"),
        Duration.ofMillis(100),
        Duration.ofSeconds(20),
        RawFeed.open(config),
        sink);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
