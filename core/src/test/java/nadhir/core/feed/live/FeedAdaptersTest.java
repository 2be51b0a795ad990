package nadhir.core.feed.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.RecordingSink;
import nadhir.core.feed.http.HttpPoller;
import nadhir.core.feed.live.FeedAdapters.Opening;
import nadhir.core.feed.tcp.AisTcpClient;
import nadhir.core.id.FeedId;
import nadhir.core.site.pack.FeedConfig;
import nadhir.core.site.pack.FeedConfig.Format;
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
    assertTrue(opened("https://example.org/feed", Format.USGS_GEOJSON) instanceof HttpPoller);
    assertTrue(opened("http://example.org/feed", Format.NWIS_JSON) instanceof HttpPoller);
    assertTrue(opened("tcp://example.org:4001", Format.AIS) instanceof AisTcpClient);
  }

  @Test
  void aRecordingIsRefusedInTheLiveLane() {
    assertEquals(
        new Opening.Refused(
            "Feed 'f' is a recording (file:), and recordings are played in drill lanes only."),
        open("file:day.geojson", Format.USGS_GEOJSON));
    assertTrue(open("file:day.ais", Format.AIS) instanceof Opening.Refused);
  }

  @Test
  void anAddressThatDoesNotFitTheFormatIsRefused() {
    assertTrue(open("tcp://example.org:4001", Format.USGS_GEOJSON) instanceof Opening.Refused);
    assertTrue(open("https://example.org/ais", Format.AIS) instanceof Opening.Refused);
    assertTrue(open("ftp://example.org/x", Format.NWIS_JSON) instanceof Opening.Refused);
  }

  private Object opened(String url, Format format) {
    return ((Opening.Opened) open(url, format)).adapter();
  }

  private Opening open(String url, Format format) {
    return new FeedAdapters(
            vertx,
            vertx.createSharedWorkerExecutor("feeds", 1),
            InstantSource.system(),
            new Random(1),
            FeedSettings.defaults())
        .open(
            new FeedConfig(
                new FeedId("f"), format, URI.create(url), Optional.of(Duration.ofMinutes(1))),
            new RecordingSink());
  }
}
