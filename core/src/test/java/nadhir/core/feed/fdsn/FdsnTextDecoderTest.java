package nadhir.core.feed.fdsn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.RawFeed;
import nadhir.core.feed.quake.QuakeLines;
import nadhir.core.id.FeedId;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;

class FdsnTextDecoderTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final String ROW =
      "gfz1|2026-11-20T11:58:00.1|29.5|35.0|10.0|||GFZ|gfz1|mb|5.1||Sinai|earthquake";

  private final FeedDecoder decoder = FeedConfig.plain("geofon", "fdsn-text").decoder();

  @Test
  void geofonsLinesAreEarthquakes() throws IOException {
    assertEquals(
        """
        2026-11-20T12:00:00Z ACTUAL LIKELY geofon:gfz2026qprg | M4.3 mb | 10.0 km | 33.1760 47.5990 | 2026-08-25T06:19:54.110Z | Western Iran
        2026-11-20T12:00:00Z ACTUAL LIKELY geofon:gfz2026oyxe | M4.48 mb | 55.0 km | 35.4060 44.6590 | 2026-08-01T20:27:43.070Z | Iraq
        2026-11-20T12:00:00Z ACTUAL LIKELY geofon:gfz2026obse | M5.24 Mw | 10.0 km | 34.5530 46.4230 | 2026-07-20T03:48:50.790Z | Western Iran
        """,
        decoded(Files.readString(Samples.sample("earthquake/fdsn_text_geofon.txt"))));
  }

  /** The blocks of lines in the notebook's output, as EMSC's service gave them. */
  @Test
  void emscsLinesHaveNoTypeAndBlanksInTheirHeadings() throws IOException {
    var blocks =
        blocks(Files.readString(Samples.sample("earthquake/emsc_services_notebook_outputs.md")));
    assertEquals(2, blocks.size());
    for (String block : blocks) {
      assertEquals(
          """
          2026-11-20T12:00:00Z ACTUAL LIKELY geofon:20171031_0000002 | M6.8 mw | 25.0 km | -21.7100 169.1100 | 2017-10-31T00:42:12.400Z | SOUTHEAST OF LOYALTY ISLANDS
          2026-11-20T12:00:00Z ACTUAL LIKELY geofon:20171024_0000031 | M6.7 mw | 548.0 km | -7.3300 123.0300 | 2017-10-24T10:47:47.200Z | BANDA SEA
          2026-11-20T12:00:00Z ACTUAL LIKELY geofon:20171010_0000169 | M6.7 mw | 10.0 km | -54.3300 8.4900 | 2017-10-10T18:53:33.600Z | BOUVET ISLAND REGION
          2026-11-20T12:00:00Z ACTUAL LIKELY geofon:20171008_0000103 | M6.6 mw | 121.0 km | 52.3700 176.8300 | 2017-10-08T22:34:33.500Z | RAT ISLANDS, ALEUTIAN ISLANDS
          2026-11-20T12:00:00Z ACTUAL LIKELY geofon:20170919_0000091 | M7.1 mw | 50.0 km | 18.5900 -98.4700 | 2017-09-19T18:14:38.500Z | PUEBLA, MEXICO
          2026-11-20T12:00:00Z ACTUAL LIKELY geofon:20170908_0000020 | M8.1 mw | 72.0 km | 15.0200 -93.8100 | 2017-09-08T04:49:21.200Z | OFFSHORE CHIAPAS, MEXICO
          """,
          decoded(block));
    }
  }

  @Test
  void theHeadingsMayBeMissingOrInAnotherOrder() {
    assertEquals(decoded(ROW), decoded("# found 1 event\n\n" + ROW + "\r\n"));
    assertEquals(
        decoded(ROW),
        decoded(
            "\uFEFF#EventType|EventLocationName|Magnitude|MagType|Contributor|Depth/km|Longitude"
                + "|Latitude|Time|EventID|Weather\n"
                + "earthquake|Sinai|5.1|mb|GFZ|10.0|35.0|29.5|2026-11-20T11:58:00.1|gfz1|fine"));
  }

  @Test
  void whatIsBlankIsUnknownAndATypeThatIsBlankIsASuspicion() {
    assertEquals(
        """
        2026-11-20T12:00:00Z ACTUAL POSSIBLE geofon:gfz1 | M5.1  | ? km | 29.5000 35.0000 | 2026-11-20T11:58:00.100Z |\s
        """,
        decoded("gfz1|2026-11-20T11:58:00.1Z|29.5|35.0||||||| 5.1 |||"));
  }

  @Test
  void theNamesAreThoseOfTheContributorOrOfTheCatalogueThatTheSiteNames() {
    assertEquals(List.of(new ReportId("gfz:gfz1")), one(decoder, ROW).alsoKnownAs());
    var format = FeedFormats.byName("fdsn-text").orElseThrow();
    var plain = FeedConfig.plain("usgs-text", "fdsn-text");
    var usgs =
        format.open(
            new FeedConfig(
                new FeedId("usgs-text"),
                format,
                plain.url(),
                plain.every(),
                plain.expects(),
                plain.oldest(),
                plain.tells(),
                new FdsnTextDecoder.Options(Optional.of("comcat"))));
    assertEquals(List.of(new ReportId("comcat:gfz1")), one(usgs, ROW).alsoKnownAs());
  }

  @Test
  void aLineIsRevisedWhenItIsFirstSeenAsItStands() {
    assertEquals(AT, one(decoder, ROW).updatedAt());
    Instant later = AT.plusSeconds(600);
    assertEquals(AT, report(decoder.decode(bytes(ROW), later)).updatedAt());
    var revised = report(decoder.decode(bytes(ROW.replace("5.1", "5.4")), later));
    assertEquals(later, revised.updatedAt());
  }

  @Test
  void anUnchangedListIsTakenOnce() {
    var feed = RawFeed.open(FeedConfig.plain("geofon", "fdsn-text"));
    assertEquals(1, feed.offer(bytes(ROW), AT).size());
    assertEquals(0, feed.offer(bytes(ROW), AT.plusSeconds(60)).size());
    assertEquals(1, feed.offer(bytes(ROW.replace("5.1", "5.4")), AT.plusSeconds(120)).size());
  }

  @Test
  void anEventThatTurnsOutToBeABlastOrNoneIsTakenBack() {
    decoded(ROW);
    assertEquals(
        "2026-11-20T12:00:00Z WITHDRAWN UNKNOWN geofon:gfz1 | Sinai\n",
        decoded(ROW.replace("|earthquake", "|quarry blast")));
    assertEquals(
        "2026-11-20T12:00:00Z WITHDRAWN UNKNOWN geofon:gfz1 | Sinai\n",
        decoded(ROW.replace("|earthquake", "|not existing")));
    assertEquals(
        "NOT_AN_EARTHQUAKE line 1 gfz2: quarry blast\n",
        decoded(ROW.replace("gfz1", "gfz2").replace("|earthquake", "|quarry blast")));
  }

  @Test
  void oneBadLineCostsNoOther() {
    var bad =
        List.of(
            "NO_ID |2026-11-20T11:58:00|29.5|35.0|10.0|||GFZ||mb|5.1||Sinai|earthquake",
            "BAD_ID a b|2026-11-20T11:58:00|29.5|35.0|10.0|||GFZ||mb|5.1||Sinai|earthquake",
            "NO_TIME e||29.5|35.0|10.0|||GFZ||mb|5.1||Sinai|earthquake",
            "BAD_TIME e|20.11.2026|29.5|35.0|10.0|||GFZ||mb|5.1||Sinai|earthquake",
            "BAD_TIME e|+99999-01-01T00:00:00|29.5|35.0|10|||GFZ||mb|5.1||Sinai|earthquake",
            "NO_PLACE e|2026-11-20T11:58:00|29.5||10.0|||GFZ||mb|5.1||Sinai|earthquake",
            "BAD_PLACE e|2026-11-20T11:58:00|91|35.0|10.0|||GFZ||mb|5.1||Sinai|earthquake",
            "BAD_PLACE e|2026-11-20T11:58:00|NaN|35.0|10.0|||GFZ||mb|5.1||Sinai|earthquake",
            "BAD_DEPTH e|2026-11-20T11:58:00|29.5|35.0|6371|||GFZ||mb|5.1||Sinai|earthquake",
            "BAD_DEPTH e|2026-11-20T11:58:00|29.5|35.0|10 km|||GFZ||mb|5.1||Sinai|earthquake",
            "NO_MAGNITUDE e|2026-11-20T11:58:00|29.5|35.0|10.0|||GFZ||||||earthquake",
            "BAD_MAGNITUDE e|2026-11-20T11:58:00|29.5|35.0|10|||GFZ||mb|1e300||Sinai|earthquake",
            "BAD_MAGNITUDE e|2026-11-20T11:58:00|29.5|35.0|10|||GFZ||mb|5,1||Sinai|earthquake",
            "NOT_AN_EARTHQUAKE e|2026-11-20T11:58:00|29.5|35.0|1|||GFZ||mb|5||Sinai|explosion",
            "BAD_ROW e|2026-11-20T11:58:00|29.5|35.0|10.0|||GFZ||mb",
            "BAD_ROW <html>");
    for (String row : bad) {
      String[] parts = row.split(" ", 2);
      var all = decoder.decode(bytes(ROW + "\n" + parts[1] + "\n" + ROW), AT);
      assertEquals(3, all.size(), row);
      assertTrue(all.get(1) instanceof Decoded.Rejected, row + " " + all);
      assertEquals(parts[0], ((Decoded.Rejected) all.get(1)).reason().name(), all.toString());
      assertTrue(all.get(2) instanceof Decoded.Ok, all.toString());
    }
  }

  @Test
  void anotherDocumentIsNone() {
    for (String other :
        List.of("Error 400: bad request", "{}", "<html>", "#Network|Station|Latitude\nA|B|1")) {
      assertTrue(decoded(other).startsWith("WRONG_DOCUMENT"), other);
    }
    assertEquals(
        "WRONG_DOCUMENT",
        decoded(decoder.decode(ROW.getBytes(StandardCharsets.UTF_16), AT)).split(" ")[0]);
    assertEquals(List.of(), decoder.decode(new byte[0], AT));
  }

  private static List<String> blocks(String notebook) {
    List<String> blocks = new ArrayList<>();
    var block = new StringBuilder();
    for (String line : (Iterable<String>) notebook.lines()::iterator) {
      if (line.startsWith("    #EventID") || !block.isEmpty() && !line.isBlank()) {
        block.append(line.strip()).append('\n');
      } else if (!block.isEmpty()) {
        blocks.add(block.toString());
        block.setLength(0);
      }
    }
    return blocks;
  }

  private String decoded(String text) {
    return QuakeLines.of(decoder.decode(bytes(text), AT));
  }

  private static String decoded(List<Decoded> all) {
    return QuakeLines.of(all);
  }

  private static HazardReport one(FeedDecoder decoder, String text) {
    return report(decoder.decode(bytes(text), AT));
  }

  private static HazardReport report(List<Decoded> all) {
    assertTrue(all.size() == 1 && all.getFirst() instanceof Decoded.Ok, all.toString());
    return ((Decoded.Ok) all.getFirst()).report();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
