package nadhir.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nadhir.core.sim.MadeDocument;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;

/** Makes docs/feeds.md: each sample, and what is understood of it. {@link SamplesTest} counts. */
class SampleTableTest {
  /** What lies among the samples and is no input of a feed, and what it is instead. */
  private static final Map<String, String> NO_FEED =
      new TreeMap<>(
          Map.of(
              "PROVENANCE.md", "where the samples come from",
              "cap/alerthub_feeds.json", "a list of the world's CAP feeds",
              "cap_schema/.*", "XML schemas that the tests hold CAP against",
              "earthquake/.*\\.xsd", "XML schemas",
              "earthquake/emsc_services_notebook_outputs.md",
                  "a page with answers of EMSC's services; its blocks are read by tests",
              "map/.*", "coast lines",
              "marine/gpsd_AIVDM_protocol.adoc", "a description of the protocol",
              "marine/gpsd_sample.aivdm.expected.*", "what gpsd decodes, held against our own",
              "marine/(pyais_test_decode.py.txt|synthetic-ais.json)", "tests of other decoders",
              "outbound/.*", "contracts of channels, not of feeds"));

  @Test
  void thePageListsEverySample() throws IOException {
    var page =
        new StringBuilder(
            """
            # What is understood of the samples

            One row for each recorded input, made by a test (`./nadhir docs`) that counts them. *Messages* are understood
            and speak of no hazard, such as a ship's position; *links* name a document to be fetched; whatever cannot be
            used is rejected with its reason, and costs its neighbours nothing.
            """);
    String format = "";
    for (String row : SamplesTest.table()) {
      String[] columns = row.split("\\s+");
      if (!columns[0].equals(format)) {
        format = columns[0];
        page.append("\n## `").append(format).append("`\n\n");
        page.append("| sample | reports | messages | rejected |\n|---|---:|---:|---|\n");
      }
      var reasons = new ArrayList<String>(List.of(columns).subList(4, columns.length));
      page.append("| ").append(columns[1]).append(" | ").append(columns[2]);
      page.append(" | ").append(columns[3]).append(" | ");
      page.append(String.join(", ", reasons).replace("=", " ")).append(" |\n");
    }
    page.append("\n## No input of a feed\n\n| file | what it is |\n|---|---|\n");
    for (String file : noFeed()) {
      page.append("| ").append(file).append(" | ").append(whatItIs(file)).append(" |\n");
    }
    MadeDocument.mustSay("feeds.md", page.toString());
  }

  @Test
  void noSampleIsLeftOut() throws IOException {
    var listed = new TreeSet<String>(noFeed());
    SamplesTest.table().forEach(row -> listed.add(row.split("\\s+")[1]));
    var all = new TreeSet<>(all());
    assertEquals(all, listed);
  }

  private static List<String> noFeed() throws IOException {
    return all().stream().filter(f -> NO_FEED.keySet().stream().anyMatch(f::matches)).toList();
  }

  private static String whatItIs(String file) {
    return NO_FEED.entrySet().stream()
        .filter(e -> file.matches(e.getKey()))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static List<String> all() throws IOException {
    try (Stream<Path> files = Files.walk(Samples.samples())) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> Samples.samples().relativize(f).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
