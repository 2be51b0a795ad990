package nadhir.ops.warning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nadhir.core.sim.Samples;

/**
 * The record of the gauge near Catonsville from 27 to 30 May 2018 as a recording: each reading
 * comes five minutes after it was taken. From 11.50 ft at 14:30 the water rose to 27.16 ft at 15:52
 * (EST).
 */
final class Patapsco {
  private static final String SAMPLE =
      "flood/usgs_01589025_patapsco_catonsville_2018-05-27_flashflood.csv";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm");
  private static final Duration AFTER = Duration.ofMinutes(5);
  private static final int TIME_LENGTH = 16;

  private Patapsco() {}

  static Path record(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(Samples.sample(SAMPLE));
    var recording = new RecordingFolder(folder);
    for (int i = 1; i < lines.size(); i++) {
      byte[] document =
          (lines.getFirst() + "\n" + lines.get(i) + "\n").getBytes(StandardCharsets.UTF_8);
      recording.entry(
          taken(lines.get(i)).plus(AFTER),
          "gauge-csv",
          "gauges",
          "reading-%03d.csv".formatted(i),
          document);
    }
    return recording.with(
        "patapsco-2018-05-27",
        taken(lines.get(1)),
        taken(lines.getLast()).plus(Duration.ofHours(1)),
        """
        source: "the gauge itself at 18 ft or more, our choice of moderate for it"
        horizon: 6 h
        events:
          - name: 18 ft at the gauge
            hazard: flash-flood
            zones: [elkridge]
            gauge: "01589025"
            stageM: 5.4864
            apart: 12 h
        """);
  }

  /** The record is in Eastern Standard Time throughout, summer or not. */
  static Instant taken(String line) {
    return LocalDateTime.parse(line.substring(0, TIME_LENGTH), TIME)
        .toInstant(ZoneOffset.ofHours(-5));
  }
}
