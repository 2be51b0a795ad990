package nadhir.core.feed.shakemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Delivery;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.quake.QuakeLines;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation.ShakeMap;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;

class ShakeMapDecoderTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final String PRODUCT =
      "https://earthquake.usgs.gov/product/shakemap/us10008e3k/us/1491243167477/download/";

  private final FeedDecoder decoder = new ShakeMapDecoder(new FeedId("sm"));

  /**
   * 6,219 places in the file, and 336 rings of which 72 have two or three places; counted by
   * script.
   */
  @Test
  void theContoursOfAScenarioAreSimplifiedAndATest() throws IOException {
    assertEquals(
        "NO_HAZARD the document: describes a shake map, and has no contours\n",
        QuakeLines.of(decode("shakemap_info.json", Optional.empty())));
    var report = one(decode("shakemap_cont_mi.json", Optional.empty()));
    assertEquals(Status.TEST, report.status());
    assertEquals("sm:newmadrid_33_m7p7_se_for_FEMA_2019_mt_se/shakemap", report.id().value());
    assertEquals(Instant.parse("2019-02-07T18:05:00Z"), report.occurredAt());
    assertEquals(Instant.parse("2018-11-14T17:09:29Z"), report.updatedAt());
    assertEquals(Optional.of(new LatLon(35.5426, -90.4365)), report.place());
    var map = (ShakeMap) report.observation();
    assertEquals(1, map.version());
    assertEquals(
        """
        4.0 in 3 lines
        4.5 in 72 lines
        5.0 in 120 lines
        5.5 in 61 lines
        6.0 in 31 lines
        6.5 in 7 lines
        7.0 in 3 lines
        7.5 in 1 lines
        8.0 in 1 lines
        8.5 in 1 lines
        9.0 in 2 lines
        """,
        table(map));
    int places =
        map.contours().stream().flatMap(c -> c.lines().stream()).mapToInt(List::size).sum();
    assertTrue(places > 2000 && places <= ShakeMap.MAX_POINTS, places + " places");
    assertEquals(264, rings(map), "as many as in the file");
  }

  private static long rings(ShakeMap map) {
    return map.contours().stream()
        .flatMap(c -> c.lines().stream())
        .filter(l -> l.getFirst().equals(l.getLast()) && l.size() >= 4)
        .count();
  }

  private static String table(ShakeMap map) {
    return map.contours().stream()
        .map(c -> String.format(Locale.ROOT, "%s in %d lines%n", c.mmi(), c.lines().size()))
        .collect(Collectors.joining());
  }

  @Test
  void theLinkTellsWhoseTheContoursAre() throws IOException {
    var link =
        MapAddress.link(
            PRODUCT + "cont_mi.json",
            new MapFacts(
                Optional.of("us10008e3k"),
                Optional.of(4),
                Optional.of(true),
                Optional.of(Instant.parse("2017-04-03T17:40:18Z")),
                Optional.of(Instant.parse("2018-03-12T20:54:33Z")),
                Optional.of(new LatLon(-22.6784, 25.1558))));
    var report = one(decode("shakemap_cont_mi.json", Optional.of(link)));
    assertEquals("sm:us10008e3k/shakemap", report.id().value());
    assertEquals(List.of(new ReportId("comcat:us10008e3k")), report.alsoKnownAs());
    assertEquals(Status.ACTUAL, report.status());
    assertEquals(Instant.parse("2017-04-03T17:40:18Z"), report.occurredAt());
    assertEquals(Instant.parse("2018-03-12T20:54:33Z"), report.updatedAt());
    assertEquals(Optional.of(new LatLon(-22.6784, 25.1558)), report.place());
    assertEquals(4, ((ShakeMap) report.observation()).version());
  }

  @Test
  void theBareAddressOfAProductTellsEnough() throws IOException {
    var report =
        one(decode("shakemap_cont_mi.json", Optional.of(URI.create(PRODUCT + "cont_mi.json"))));
    assertEquals("sm:us10008e3k/shakemap", report.id().value());
    assertEquals(Status.ACTUAL, report.status());
    assertEquals(Instant.parse("2017-04-03T18:12:47.477Z"), report.updatedAt());
    var scenario =
        URI.create(PRODUCT.replace("/shakemap/", "/shakemap-scenario/") + "cont_mi.json");
    assertEquals(Status.TEST, one(decode("shakemap_cont_mi.json", Optional.of(scenario))).status());
  }

  @Test
  void aDescriptionNamesItsContours() throws IOException {
    assertEquals(
        "linked "
            + PRODUCT
            + "cont_mi.json#event=us10008e3k&version=1&type=ACTUAL"
            + "&occurred=2017-04-03T17%3A40%3A16Z&updated=2017-04-03T18%3A11%3A13Z"
            + "&lat=-22.621&lon=25.153\n",
        QuakeLines.of(
            decode(
                "seq_us10008e3k_botswana/shakemap_info_v1.json",
                Optional.of(URI.create(PRODUCT + "info.json")))));
  }

  /** Seven versions of two networks: the preferred one is the newest of the atlas. */
  @Test
  void aDetailDocumentNamesTheContoursOfThePreferredMap() throws IOException {
    assertEquals(
        "linked https://earthquake.usgs.gov/product/shakemap/us10008e3k/atlas/1594394699724/download"
            + "/cont_mi.json#event=us10008e3k&version=1&type=ACTUAL"
            + "&occurred=2017-04-03T17%3A40%3A18.560Z&updated=2020-07-10T15%3A24%3A59.724Z"
            + "&lat=-22.6784&lon=25.1558\n",
        QuakeLines.of(
            decode("seq_us10008e3k_botswana/detail_all_versions.geojson", Optional.empty())));
  }

  @Test
  void whatNobodyCallsActualIsATestAndWhatHasNoEventIsRefused() {
    assertEquals(Status.TEST, one(decode(map("'metadata':{'eventid':'us1'},", RING))).status());
    assertEquals("NO_ID", reason(map("", RING)));
    assertEquals("BAD_ID", reason(map("'metadata':{'eventid':'a b'},", RING)));
  }

  @Test
  void aMapOfWhichAPartCannotBeReadIsRefusedAsAWhole() {
    for (String row :
        List.of(
            "WRONG_DOCUMENT " + RING.replace("MultiLineString", "Point"),
            "UNKNOWN_UNIT " + RING.replace("'mmi'", "'pctg'"),
            "UNKNOWN_UNIT " + RING.replace("'units':'mmi',", ""),
            "BAD_VALUE " + RING.replace("6.5", "65"),
            "BAD_VALUE " + RING.replace("6.5", "'6.5'"),
            "BAD_VALUE " + RING.replace("6.5", "1e400"),
            "BAD_PLACE " + RING.replace("[35,29]", "[35,290]"),
            "BAD_PLACE " + RING.replace("[35,29]", "[35]"),
            "BAD_PLACE " + RING.replace("[35,29]", "[null,null]"),
            "BAD_PLACE " + RING.replace("[35,29]", "35"),
            "NO_HAZARD " + RING.replaceAll("\\[\\[\\[.*\\]\\]\\]", "[]"))) {
      String[] parts = row.split(" ", 2);
      boolean alone = parts[0].equals("NO_HAZARD");
      assertEquals(
          parts[0],
          reason(map("'metadata':{'eventid':'us1'},", alone ? parts[1] : RING + "," + parts[1])),
          row);
    }
    String whole = map("'metadata':{'eventid':'us1'},", RING);
    assertEquals("MALFORMED_JSON", reason(whole.substring(0, whole.length() - 20)));
    assertEquals(
        "TOO_COMPLEX", reason(map("", RING.replace("[35,29],", "[35,29],".repeat(200_001)))));
    assertEquals("WRONG_DOCUMENT", reason("{}"));
    assertEquals("WRONG_DOCUMENT", reason("[]"));
    assertEquals("NO_HAZARD", reason("{'features':[]}"));
  }

  @Test
  void aListOfStationsIsAnotherDocument() throws IOException {
    for (int version = 1; version <= 6; version++) {
      var all =
          decode(
              "seq_us10008e3k_botswana/shakemap_stationlist_v" + version + ".json",
              Optional.empty());
      assertTrue(QuakeLines.of(all).startsWith("WRONG_DOCUMENT"), all.toString());
    }
  }

  @Test
  void linesOfOneIntensityAreOneContourAndTheWeakestComeFirst() {
    var map =
        (ShakeMap)
            one(decode(
                    map(
                        "'metadata':{'eventid':'us1'},",
                        RING
                            + ","
                            + RING.replace("6.5", "4")
                            + ","
                            + RING.replace("'mmi'", "'intensity'"))))
                .observation();
    assertEquals("4.0 in 1 lines\n6.5 in 2 lines\n", table(map));
  }

  @Test
  void aMapAcrossTheDateLineIsRead() {
    var map =
        (ShakeMap)
            one(decode(map("'metadata':{'eventid':'us1'},", RING.replace("[35,29]", "[185,29]"))))
                .observation();
    assertEquals(new LatLon(29, -175), map.contours().getFirst().lines().getFirst().getFirst());
  }

  private static final String RING =
      "{'properties':{'value':6.5,'units':'mmi','weight':4},'geometry':{'type':'MultiLineString',"
          + "'coordinates':[[[35,29],[35.1,29],[35.1,29.1],[35,29]]]}}";

  private static String map(String head, String features) {
    return "{'type':'FeatureCollection'," + head + "'features':[" + features + "]}";
  }

  private String reason(String json) {
    return QuakeLines.of(decode(json)).split(" ")[0];
  }

  private List<Decoded> decode(String json) {
    return decoder.decode(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), AT);
  }

  private List<Decoded> decode(String sample, Optional<URI> source) throws IOException {
    return decoder.decode(
        Files.readAllBytes(Samples.sample("earthquake/" + sample)),
        AT,
        source.map(Delivery::from).orElse(Delivery.PLAIN));
  }

  private static HazardReport one(List<Decoded> all) {
    assertTrue(all.size() == 1 && all.getFirst() instanceof Decoded.Ok, all.toString());
    return ((Decoded.Ok) all.getFirst()).report();
  }
}
