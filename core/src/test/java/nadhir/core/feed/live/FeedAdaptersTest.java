package nadhir.core.feed.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.RecordingSink;
import nadhir.core.feed.http.HttpPoller;
import nadhir.core.feed.live.FeedAdapters.Opening;
import nadhir.core.feed.mqtt.MqttListener;
import nadhir.core.feed.tcp.AisTcpClient;
import nadhir.core.feed.udp.AisUdpListener;
import nadhir.core.feed.ws.WebSocketFeed;
import nadhir.core.id.FeedId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedAdaptersTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void anAddressGivesItsAdapter() {
    assertTrue(opened("https://example.org/feed", "usgs-geojson") instanceof HttpPoller);
    assertTrue(opened("http://example.org/feed", "nwis-json") instanceof HttpPoller);
    assertTrue(opened("tcp://example.org:4001", "ais") instanceof AisTcpClient);
    assertTrue(opened("udp://0.0.0.0:4001", "ais") instanceof AisUdpListener);
    assertTrue(opened("wss://example.org/ws", "emsc-json") instanceof WebSocketFeed);
    assertTrue(opened("https://example.org/query", "emsc-json") instanceof HttpPoller);
    assertTrue(opened("mqtt://example.org/gauges/#", "gauge-json") instanceof MqttListener);
  }

  @Test
  void aRecordingIsRefusedInTheLiveLane() {
    assertEquals(
        new Opening.Refused(
            "Feed 'f' is a recording (file:), and recordings are played in drill lanes only."),
        open("file:day.geojson", "usgs-geojson"));
    assertTrue(open("file:day.ais", "ais") instanceof Opening.Refused);
  }

  @Test
  void anAddressThatDoesNotFitTheFormatIsRefused() {
    assertTrue(open("tcp://example.org:4001", "usgs-geojson") instanceof Opening.Refused);
    assertTrue(open("udp://0.0.0.0:4001", "usgs-geojson") instanceof Opening.Refused);
    assertTrue(open("https://example.org/ais", "ais") instanceof Opening.Refused);
    assertTrue(open("ftp://example.org/x", "nwis-json") instanceof Opening.Refused);
  }

  private Object opened(String url, String format) {
    return ((Opening.Opened) open(url, format)).adapter();
  }

  private Opening open(String url, String format) {
    return new FeedAdapters(
            vertx,
            vertx.createSharedWorkerExecutor("feeds", 1),
            InstantSource.system(),
            new Random(1),
            FeedSettings.defaults(),
            Lookout.Post.EMPTY)
        .open(
            new FeedConfig(
                new FeedId("f"),
                FeedFormats.byName(format).orElseThrow(),
                URI.create(url),
                Optional.of(Duration.ofMinutes(1)),
                Duration.ofMinutes(1),
                FeedConfig.USUAL_OLDEST,
                List.of(),
                FeedFormats.byName(format).orElseThrow().usual()),
            new RecordingSink());
  }
}
