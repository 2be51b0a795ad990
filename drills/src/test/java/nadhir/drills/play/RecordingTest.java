package nadhir.drills.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import nadhir.core.event.Input;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.RawFeed;
import nadhir.core.journal.InMemoryJournal;
import nadhir.core.sim.Samples;
import nadhir.drills.scenario.Scenario;
import nadhir.drills.scenario.ScenarioFile;
import nadhir.drills.scenario.ScenarioFolder;
import nadhir.drills.scenario.SiteKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of real samples: everything that its decoders report comes into the lane. */
class RecordingTest {
  private static final String RECORDING =
      """
      name: samples
      start: 2016-11-03T20:00:00Z
      end: 2016-11-03T22:00:00Z
      entries:
        - {at: +PT1M, format: usgs-geojson, feed: usgs, file: quakes.geojson}
        - {at: +PT5M, format: nwis-json, feed: nwis, file: gauges.json}
        - {at: +PT9M, format: ais, feed: ais, file: ships.aivdm}
      """;

  @TempDir private Path folder;

  @Test
  void realSamplesComeIntoTheLaneWholeAndTheirRejectsAreCounted() throws Exception {
    Files.writeString(folder.resolve("recording.yaml"), RECORDING);
    copy("earthquake/usgs_all_day_2016-11-03.geojson", "quakes.geojson");
    copy("flood/usgs_nwis_iv_two_sites_two_params_iv.json", "gauges.json");
    copy("marine/gpsd_sample.aivdm", "ships.aivdm");
    var scenario = ScenarioFile.parse(ScenarioFolder.read(folder), keys()).get();

    var journal = new InMemoryJournal();
    var heard = new AtomicLong();
    var player = play(scenario, journal, heard);

    var expected = new Expected();
    expected.add("usgs-geojson", "usgs", "quakes.geojson");
    expected.add("nwis-json", "nwis", "gauges.json");
    expected.add("ais", "ais", "ships.aivdm");
    long reported =
        SmallLane.entries(journal).stream()
            .filter(e -> e.event() instanceof Input.Reported)
            .count();
    assertTrue(expected.reports > 300, expected.reports + " reports only");
    assertEquals(expected.reports, reported);
    assertEquals(expected.heard, heard.get());
    assertEquals(
        expected.rejected, player.rejected().values().stream().mapToLong(Long::longValue).sum());
  }

  private static DrillPlayer play(Scenario scenario, InMemoryJournal journal, AtomicLong heard)
      throws InterruptedException {
    var clock = new DrillClock(scenario.start(), false, Pace.max());
    try (var lane = new SmallLane(journal, clock)) {
      var player =
          new DrillPlayer(
              SmallLane.LANE,
              scenario,
              new DrillPlayer.Settings(scenario.seed(), false),
              lane.port,
              new DrillPlayer.Ports(
                  ReceiptPort.NONE,
                  (_, _) -> Plays.INSTITUTIONS,
                  Lookout.Post.EMPTY,
                  (_, _) -> heard.incrementAndGet()),
              clock,
              Pace.max());
      player.run();
      return player;
    }
  }

  private void copy(String sample, String name) throws IOException {
    Files.copy(Samples.sample(sample), folder.resolve(name));
  }

  private static SiteKeys keys() {
    var none = new TreeSet<String>();
    return new SiteKeys(ZoneId.of("UTC"), none, none, none, none, none, none, List.of());
  }

  /** What the decoders say of the files, without a drill around them. */
  private final class Expected {
    private long reports;
    private long heard;
    private long rejected;

    void add(String format, String feed, String file) throws IOException {
      var raw = RawFeed.open(FeedConfig.plain(feed, format));
      for (var decoded : raw.offer(Files.readAllBytes(folder.resolve(file)), Plays.START)) {
        switch (decoded) {
          case Decoded.Ok _ -> reports++;
          case Decoded.Heard _ -> heard++;
          case Decoded.Linked _ -> {}
          case Decoded.Rejected _ -> rejected++;
        }
      }
    }
  }
}
