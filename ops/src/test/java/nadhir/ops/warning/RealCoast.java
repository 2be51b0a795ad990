package nadhir.ops.warning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import nadhir.core.sim.Samples;

/**
 * Every real AIS stream of the samples, one after the other, at a coast where beacons were tested:
 * nobody was in distress.
 */
final class RealCoast {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  private RealCoast() {}

  static Path record(Path folder) throws IOException {
    var recording = new RecordingFolder(folder);
    int minute = 0;
    for (String sample :
        new String[] {
          "distress_sart_mob.aivdm",
          "dma_replay_dump.txt",
          "dma_stream_example.txt",
          "gpsd_sample.aivdm",
          "pyais_ais_test_messages.txt",
          "pyais_sample.ais"
        }) {
      Instant at = START.plusSeconds(60L * minute++);
      byte[] lines = Files.readAllBytes(Samples.sample("marine/" + sample));
      recording.entry(at, "ais", "ais", sample, lines);
    }
    return recording.with(
        "real-coast",
        START,
        START.plusSeconds(7_200),
        "source: all beacons in the samples are marked as tests\nevents: []\n");
  }
}
