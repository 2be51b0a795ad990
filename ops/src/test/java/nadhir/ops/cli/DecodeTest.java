package nadhir.ops.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.feed.FeedFormats;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DecodeTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void everyFeatureOfADayIsALineOfJsonAndTheSummaryStandsApart() throws IOException {
    assertEquals(0, decode("usgs-geojson", sample("earthquake/usgs_all_day_2016-11-03.geojson")));
    List<JsonNode> lines = lines();
    assertEquals(151, lines.size());
    assertEquals(143, lines.stream().filter(l -> l.has("report")).count());
    assertEquals(
        8,
        lines.stream()
            .filter(l -> l.path("rejected").path("reason").asText().equals("NOT_AN_EARTHQUAKE"))
            .count());
    assertEquals("143 reports, 8 rejected: NOT_AN_EARTHQUAKE 8\n", err.toString());
  }

  @Test
  void gaugeValuesGiveReportsAtTheTimeThatIsGiven() throws IOException {
    assertEquals(
        0,
        run(
            "--as",
            "nwis-json",
            "--received-at",
            "2019-01-28T12:00:00Z",
            sample("flood/usgs_nwis_iv_mult_flags.json")));
    assertEquals(438, lines().size());
    assertEquals(
        "2019-01-28T12:00:00Z", lines().getFirst().path("report").path("receivedAt").asText());
    assertEquals("399 reports, 39 rejected: FLAGGED 39\n", err.toString());
  }

  @Test
  void shipsGiveMessagesAndBeaconsReports() throws IOException {
    assertEquals(0, decode("ais", sample("marine/dma_stream_example.txt")));
    assertEquals(4051, lines().size());
    assertEquals("AisMessage.Station", lines().getFirst().path("message").path("type").asText());
    assertEquals("0 reports, 3767 messages, 284 rejected: UNSUPPORTED_TYPE 284\n", err.toString());
    out.getBuffer().setLength(0);
    assertEquals(0, decode("ais", sample("marine/distress_sart_mob.aivdm")));
    assertEquals(3, lines().stream().filter(l -> l.has("report")).count());
  }

  @Test
  void anIndexGivesItsLinks() throws IOException {
    assertEquals(0, decode("cap", sample("cap/ny_index.rss")));
    assertTrue(
        lines().getFirst().path("link").asText().startsWith("http://www.nyalert.gov/"),
        out.toString());
    assertEquals("0 reports, 2 links, 0 rejected\n", err.toString());
  }

  @Test
  void aStreamLongerThanAPieceLosesNoLine(@TempDir Path folder) throws IOException {
    var large = folder.resolve("large.ais");
    String line = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n";
    Files.writeString(large, line.repeat(45_000));
    assertEquals(0, decode("ais", large.toString()));
    assertEquals("0 reports, 45000 messages, 0 rejected\n", err.toString());
  }

  @Test
  void anUnknownFormatNamesTheNearest() {
    assertEquals(2, decode("usgs-geojsn", "x"));
    String all = String.join(", ", FeedFormats.names());
    assertEquals(
        "nadhir: There is no format 'usgs-geojsn', did you mean 'usgs-geojson'? There are: "
            + all
            + ".\n",
        err.toString());
    err.getBuffer().setLength(0);
    assertEquals(2, decode("usgs", "x"));
    assertTrue(err.toString().contains("did you mean 'usgs-geojson'?"), err.toString());
    err.getBuffer().setLength(0);
    assertEquals(2, decode("something-else", "x"));
    assertEquals(
        "nadhir: There is no format 'something-else'; there are: " + all + ".\n", err.toString());
  }

  @Test
  void aFeedOfASiteIsReadWithItsMapping(@TempDir Path folder) throws IOException {
    site(folder, "ft");
    var file = folder.resolve("message");
    Files.writeString(file, "{\"t\":1795168800,\"v\":\"10\"}");
    assertEquals(
        0,
        run(
            "--site",
            folder.toString(),
            "--feed",
            "river",
            "--topic",
            "gauges/Y1/stage",
            file.toString()));
    JsonNode report = lines().getFirst().path("report");
    assertEquals("river:Y1/stage/2026-11-20T10:00:00Z", report.path("id").asText());
    assertEquals(3.048, report.at("/observation/stageM").asDouble(), 1e-9);
  }

  @Test
  void whatIsWrongWithTheSiteOrTheFeedIsSaid(@TempDir Path folder) throws IOException {
    String here = folder.toString();
    assertEquals(2, run("--site", here, "--feed", "river", "x"));
    assertEquals("nadhir: There is no site pack in " + here + " (site.yaml).\n", err.toString());
    err.getBuffer().setLength(0);
    site(folder, "ft");
    assertEquals(2, run("--site", here, "--feed", "rivr", "x"));
    assertEquals("nadhir: The site has no feed 'rivr', did you mean 'river'?\n", err.toString());
    err.getBuffer().setLength(0);
    assertEquals(2, run("--as", "ais", "--site", here, "--feed", "river", "x"));
    assertEquals("nadhir: The feed 'river' is gauge-json, not ais.\n", err.toString());
    err.getBuffer().setLength(0);
    assertEquals(2, run("--site", here, "x"));
    assertEquals(
        "nadhir: Say what it is: --as FORMAT, or --site DIR and --feed ID.\n", err.toString());
    err.getBuffer().setLength(0);
    site(folder, "fathom");
    assertEquals(2, run("--site", here, "--feed", "river", "x"));
    assertTrue(
        err.toString().contains("site.yaml:21: 'fathom' is no unit of stage"), err.toString());
  }

  private static void site(Path folder, String unit) throws IOException {
    Files.writeString(
        folder.resolve("site.yaml"),
        """
        id: town
        name: {ar: بلدة, en: Town}
        timeZone: Asia/Amman
        languages: [ar, en]
        centre: {lat: 29.5, lon: 35.0}
        capSender: town.example
        smsSender: Town
        levels: [{id: green, rank: 0, name: {ar: أخضر, en: green}, colour: "#00aa00"}]
        hazardTypes:
          - {id: flash-flood, name: {ar: سيل, en: flood}, capCategory: Met, staysFor: 6 h}
        feeds:
          - id: river
            format: gauge-json
            url: "mqtt://broker.example/gauges/+/stage"
            options:
              shapes: [{items: .}]
              gauge: {path: "@topic/2"}
              time: {path: t, format: epoch-s}
              quantities:
                - is: stage
                  unit: %s
                  path: v
        """
            .formatted(unit));
  }

  @Test
  void aMissingFileIsOneSentence(@TempDir Path folder) {
    var missing = folder.resolve("none.json");
    assertEquals(2, decode("ais", missing.toString()));
    assertEquals("nadhir: There is no file " + missing + ".\n", err.toString());
    err.getBuffer().setLength(0);
    assertEquals(2, decode("ais", folder.toString()));
    assertEquals("nadhir: " + folder + " is a folder.\n", err.toString());
  }

  @Test
  void aFileOfTheWrongFormatIsALineToo() throws IOException {
    assertEquals(0, decode("usgs-geojson", sample("flood/usgs_nwis_iv_empty.json")));
    assertEquals("WRONG_DOCUMENT", lines().getFirst().path("rejected").path("reason").asText());
  }

  private static String sample(String name) {
    return Samples.sample(name).toString();
  }

  private int decode(String format, String file) {
    return run("--as", format, file);
  }

  private int run(String... args) {
    return new CommandLine(new Decode())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private List<JsonNode> lines() throws IOException {
    var mapper = new ObjectMapper();
    var all = new ArrayList<JsonNode>();
    for (String line : out.toString().lines().toList()) {
      all.add(mapper.readTree(line));
    }
    return all;
  }
}
