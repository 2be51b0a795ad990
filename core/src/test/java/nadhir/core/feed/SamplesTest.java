package nadhir.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import nadhir.core.json.DomainJson;
import nadhir.core.report.HazardReport;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample of every format, counted: features by event type, gauge values by qualifier, AIS
 * messages by payload type and checksum, each counted a second time by hand or script.
 */
class SamplesTest {
  private static final Path TABLES = Path.of("src/test/resources/nadhir/core/feed/samples");
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  /** Rows of every file in {@code samples/}; whoever adds a format adds a file. */
  static List<String> table() throws IOException {
    try (Stream<Path> files = Files.list(TABLES)) {
      List<String> rows = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Files.readString(file)
            .lines()
            .filter(l -> !l.isBlank() && !l.startsWith("#"))
            .forEach(rows::add);
      }
      return rows;
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyItemOfEverySampleBecomesALine(String row) throws IOException {
    String[] columns = row.split("\\s+");
    assertEquals(
        String.join(" ", columns), counted(columns[0], columns[1], decode(columns[0], columns[1])));
  }

  /** Nothing that comes out of a decoder is lost on its way into the journal. */
  @ParameterizedTest
  @MethodSource("table")
  void everyReportCanBeWrittenAndReadAgain(String row) throws IOException {
    String[] columns = row.split("\\s+");
    for (Decoded d : decode(columns[0], columns[1])) {
      if (d instanceof Decoded.Ok(HazardReport report)) {
        assertEquals(report, DomainJson.read(DomainJson.write(report), HazardReport.class));
      }
    }
  }

  @Test
  void aDocumentThatBreaksOffGivesWhatStoodBeforeTheBreak() throws IOException {
    byte[] whole = Files.readAllBytes(Samples.sample("earthquake/usgs_all_day_2016-11-03.geojson"));
    var decoder = FeedConfig.plain("usgs", "usgs-geojson").decoder();
    var all = decoder.decode(Arrays.copyOf(whole, whole.length / 2), AT);
    assertTrue(all.size() > 50, all.size() + " items");
    assertTrue(
        all.getLast() instanceof Decoded.Rejected(Reason reason, _, _)
            && reason == Reason.MALFORMED_JSON,
        all.getLast().toString());
  }

  private static List<Decoded> decode(String format, String sample) throws IOException {
    var decoder = SampleFeeds.feed(format).decoder();
    var all = new ArrayList<>(decoder.decode(Files.readAllBytes(Samples.sample(sample)), AT));
    all.addAll(decoder.finish());
    return all;
  }

  private static String counted(String format, String sample, List<Decoded> all) {
    int reports = 0;
    int heard = 0;
    int linked = 0;
    var rejected = new TreeMap<String, Integer>();
    for (Decoded d : all) {
      switch (d) {
        case Decoded.Ok _ -> reports++;
        case Decoded.Heard _ -> heard++;
        case Decoded.Linked _ -> linked++;
        case Decoded.Rejected(var reason, _, _) -> rejected.merge(reason.name(), 1, Integer::sum);
      }
    }
    if (linked > 0) {
      rejected.put("linked", linked);
    }
    var reasons = rejected.toString().replaceAll("[{},]", "");
    return String.join(
        " ", format, sample, "" + reports, "" + heard, reasons.isEmpty() ? "-" : reasons);
  }
}
