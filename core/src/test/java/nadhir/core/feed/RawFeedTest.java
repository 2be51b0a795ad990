package nadhir.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;

class RawFeedTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void whatTheSourceRepeatsIsGivenOnce() throws IOException {
    var feed = RawFeed.open(FeedConfig.plain("usgs", "usgs-geojson"));
    byte[] raw = Files.readAllBytes(Samples.sample("earthquake/usgs_all_day_2016-11-03.geojson"));
    assertEquals(151, feed.offer(raw, AT).size());
    assertEquals(0, feed.offer(raw, AT.plusSeconds(60)).size());
    assertEquals(143, feed.accepted());
    assertEquals(8, feed.rejects().total());
    assertEquals(8L, feed.rejects().byReason().get(Reason.NOT_AN_EARTHQUAKE));
  }

  @Test
  void whatTheSourceChangesIsGivenAgain() throws IOException {
    var feed = RawFeed.open(FeedConfig.plain("usgs", "usgs-geojson"));
    var text = Files.readString(Samples.sample("earthquake/shakecast_event_first.geojson"));
    byte[] first = text.getBytes(StandardCharsets.UTF_8);
    byte[] then = text.replace("\"mag\": 5", "\"mag\": 5.2").getBytes(StandardCharsets.UTF_8);
    assertEquals(1, feed.offer(first, AT).size());
    assertEquals(1, feed.offer(then, AT).size());
    assertEquals(0, feed.offer(then, AT).size());
    assertEquals(1, feed.offer(first, AT).size());
  }

  @Test
  void aDocumentWithSeveralVersionsOfOneReportIsGivenOnce() throws IOException {
    var feed = RawFeed.open(FeedConfig.plain("usgs", "usgs-geojson"));
    byte[] raw =
        Files.readAllBytes(
            Samples.sample("earthquake/seq_us10008e3k_botswana/detail_all_versions.geojson"));
    assertEquals(5, feed.offer(raw, AT).size());
    assertEquals(0, feed.offer(raw, AT.plusSeconds(60)).size());
  }

  @Test
  void aStreamHasNoRepeats() {
    var feed = RawFeed.open(FeedConfig.plain("ais", "ais"));
    byte[] line =
        "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\nx\n".getBytes(StandardCharsets.US_ASCII);
    assertEquals(2, feed.offer(line, AT).size());
    assertEquals(2, feed.offer(line, AT).size());
    assertEquals(2, feed.rejects().total());
  }
}
