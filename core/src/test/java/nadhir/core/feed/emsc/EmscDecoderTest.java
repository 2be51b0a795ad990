package nadhir.core.feed.emsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.FeedOptions;
import nadhir.core.feed.Within;
import nadhir.core.feed.quake.QuakeLines;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.ReportId;
import nadhir.core.sim.Samples;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import org.junit.jupiter.api.Test;

class EmscDecoderTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final String QUAKE =
      "'unid':'1','lat':29.5,'lon':35,'depth':8,'mag':5.1,'magtype':'mw','evtype':'ke',"
          + "'time':'2026-11-20T11:58:00.0Z','lastupdate':'2026-11-20T11:59:00.0Z',"
          + "'flynn_region':'SINAI'";

  private final FeedDecoder decoder = FeedConfig.plain("emsc", "emsc-json").decoder();

  @Test
  void messagesOfTheWebsocketAreEarthquakesWhoseDepthGoesDownwards() throws IOException {
    assertEquals(
        """
        2025-03-05T10:06:56.102425Z ACTUAL LIKELY emsc:20250305_0000090 | M1.4 ml | 7.0 km | 40.1150 28.5381 | 2025-03-05T09:45:07Z | WESTERN TURKEY
        2020-12-30T08:47:00Z ACTUAL LIKELY emsc:20201230_0000082 | M2.4 md | 4.0 km | 36.6000 -121.2000 | 2020-12-30T08:45:29.900Z | CENTRAL CALIFORNIA
        """,
        QuakeLines.of(
            decoder.decode(
                Files.readAllBytes(Samples.sample("earthquake/emsc_ws_messages.ndjson")), AT)));
  }

  @Test
  void itIsKnownByThePortalsIdAndByTheCataloguesBehindIt() {
    var all = decode(message("create", QUAKE + ",'source_catalog':'EMSC-RTS','source_id':'77'"));
    assertEquals(
        List.of(new ReportId("emsc:1"), new ReportId("emsc-rts:77")),
        ((Decoded.Ok) all.getFirst()).report().alsoKnownAs());
  }

  @Test
  void anEventIsCreatedUpdatedDeletedAndComesBack() {
    assertEquals(
        """
        2026-11-20T11:59:00Z ACTUAL LIKELY emsc:1 | M5.1 mw | 8.0 km | 29.5000 35.0000 | 2026-11-20T11:58:00Z | SINAI
        2026-11-20T12:05:00Z ACTUAL LIKELY emsc:1 | M5.3 mw | 8.0 km | 29.5000 35.0000 | 2026-11-20T11:58:00Z | SINAI
        2026-11-20T12:00:00Z WITHDRAWN UNKNOWN emsc:1 |\s
        2026-11-20T12:09:00Z ACTUAL POSSIBLE emsc:1 | M5.3 mw | 8.0 km | 29.5000 35.0000 | 2026-11-20T11:58:00Z | SINAI
        2026-11-20T12:10:00Z WITHDRAWN UNKNOWN emsc:1 | SINAI
        """,
        QuakeLines.of(
            decode(
                String.join(
                    "\n",
                    message("create", QUAKE),
                    message("update", QUAKE.replace("5.1", "5.3").replace("11:59", "12:05")),
                    message("delete", "'unid':'1'"),
                    message(
                        "update",
                        QUAKE
                            .replace("5.1", "5.3")
                            .replace("11:59", "12:09")
                            .replace("'ke'", "'se'")),
                    message("update", QUAKE.replace("11:59", "12:10").replace("'ke'", "'km'"))))));
  }

  /** The service's own JSON: the start of its answer in the notebook, closed and cut here. */
  @Test
  void theEventServiceGivesACollectionWhoseGeometryGoesUpwards() {
    String feature =
        "{'geometry':{'type':'Point','coordinates':[169.11,-21.71,-25.0]},'type':'Feature',"
            + "'id':'20171031_0000002','properties':{'lastupdate':'2017-10-31T06:24:00.0Z',"
            + "'magtype':'mw','evtype':'ke','time':'2017-10-31T00:42:12.4Z','mag':6.8}}";
    String line =
        """
        2017-10-31T06:24:00Z ACTUAL LIKELY emsc:20171031_0000002 | M6.8 mw | 25.0 km | -21.7100 169.1100 | 2017-10-31T00:42:12.400Z |\s
        """;
    assertEquals(
        line,
        QuakeLines.of(
            decode(
                "{'type':'FeatureCollection','metadata':{'totalCount':1},\n'features':["
                    + feature
                    + "]}")));
    assertEquals(line, QuakeLines.of(decode(feature)));
    assertEquals(line, QuakeLines.of(decode(feature.replace(",", ",\n"))));
    assertEquals(List.of(), decode("{'type':'FeatureCollection','features':[]}"));
  }

  @Test
  void knownAndSuspectedEarthquakesAreTakenAndNothingElse() {
    for (String code : List.of("ke", "se", "ki", "si", "fe", "de")) {
      assertTrue(
          decode(message("create", QUAKE.replace("'ke'", "'" + code + "'"))).getFirst()
              instanceof Decoded.Ok,
          code);
    }
    for (String code : List.of("km", "sm", "kh", "sh", "kx", "sx", "kn", "sn", "kr", "ls", "uk")) {
      assertEquals(
          "NOT_AN_EARTHQUAKE 2: " + code + "\n",
          QuakeLines.of(
              decode(
                  message(
                      "create",
                      QUAKE
                          .replace("'ke'", "'" + code + "'")
                          .replace("'unid':'1'", "'unid':'2'")))));
    }
  }

  @Test
  void whatHappensElsewhereIsNotToldUnlessItMovedThere() {
    var near =
        new Within(new LatLon(29.5, 35), 100_000); // 0.9 degrees of latitude are about 100 km
    var within = decoder(new EmscDecoder.Options(Optional.of(near), Optional.empty()));
    assertEquals(
        """
        ELSEWHERE 9: 111 km away, at most 100 km are listened to
        2026-11-20T11:59:00Z ACTUAL LIKELY emsc:1 | M5.1 mw | 8.0 km | 29.5000 35.0000 | 2026-11-20T11:58:00Z | SINAI
        2026-11-20T11:59:00Z ACTUAL LIKELY emsc:1 | M5.1 mw | 8.0 km | 30.5000 35.0000 | 2026-11-20T11:58:00Z | SINAI
        ELSEWHERE 9: 111 km away, at most 100 km are listened to
        2026-11-20T12:00:00Z WITHDRAWN UNKNOWN emsc:9 |\s
        """,
        QuakeLines.of(
            within.decode(
                bytes(
                    String.join(
                        "\n",
                        message("create", far("9")),
                        message("create", QUAKE),
                        message("update", far("1")),
                        message("delete", far("9")),
                        message("delete", "'unid':'9'"))),
                AT)));
  }

  private static String far(String unid) {
    return QUAKE.replace("'lat':29.5", "'lat':30.5").replace("'unid':'1'", "'unid':'" + unid + "'");
  }

  @Test
  void oneBadLineCostsNoOther() {
    var bad =
        List.of(
            "MALFORMED_JSON {'action':'create',",
            "WRONG_DOCUMENT {'hello':'world'}",
            "WRONG_DOCUMENT [1,2]",
            "UNSUPPORTED_TYPE " + message("merge", QUAKE),
            "NO_ID " + message("create", QUAKE.replace("'unid':'1',", "")),
            "BAD_ID " + message("create", QUAKE.replace("'unid':'1'", "'unid':'a b'")),
            "NO_PLACE " + message("create", QUAKE.replace("'lon':35", "'lon':null")),
            "BAD_PLACE " + message("create", QUAKE.replace("'lat':29.5", "'lat':'N29'")),
            "BAD_PLACE " + message("create", QUAKE.replace("'lat':29.5", "'lat':95")),
            "NO_TIME " + message("create", QUAKE.replace("'time'", "'when'")),
            "BAD_TIME " + message("create", QUAKE.replace("11:58:00.0Z", "25:00")),
            "NO_MAGNITUDE " + message("create", QUAKE.replace("5.1", "null")),
            "BAD_MAGNITUDE " + message("create", QUAKE.replace("5.1", "51")),
            "BAD_MAGNITUDE " + message("create", QUAKE.replace("5.1", "'5.1'")),
            "BAD_DEPTH " + message("create", QUAKE.replace("'depth':8", "'depth':1e9")),
            "BAD_DEPTH " + message("create", QUAKE.replace("'depth':8", "'depth':'8'")));
    for (String line : bad) {
      String[] parts = line.split(" ", 2);
      var all =
          decode(message("create", QUAKE) + "\n" + parts[1] + "\n" + message("update", QUAKE));
      assertEquals(3, all.size(), line);
      assertTrue(
          all.get(1) instanceof Decoded.Rejected(var reason, _, _)
              && reason.name().equals(parts[0]),
          line + " " + all.get(1));
      assertTrue(all.get(2) instanceof Decoded.Ok, all.toString());
    }
  }

  @Test
  void whatIsNoMessageIsOneRejection() {
    for (String other :
        List.of("", " \n ", "hello\nworld", "<html>\n</html>", "[".repeat(100_000))) {
      assertEquals(1, decode(other).size(), other);
    }
    assertEquals(
        1, decoder.decode(message("create", QUAKE).getBytes(StandardCharsets.UTF_16), AT).size());
  }

  @Test
  void theSiteSaysWhereToListenAndHowToResume() {
    assertEquals(
        new EmscDecoder.Options(
            Optional.of(new Within(new LatLon(29.5, 35), 500_000)),
            Optional.of(URI.create("https://example.org/query?format=json"))),
        options(
                "within: {lat: 29.5, lon: 35.0, radiusKm: 500}\nresume: https://example.org/query?format=json")
            .get());
    assertTrue(
        options("resume: ftp://example.org").mistakes().toString().contains("a query of an event"),
        "a resume without a query");
    assertTrue(
        options("within: {lat: 29.5, lon: 35.0, radiusKm: -1}")
            .mistakes()
            .toString()
            .contains("radius"),
        "a radius below 0");
  }

  private static Parsed<FeedOptions> options(String yaml) {
    var format = FeedFormats.byName("emsc-json").orElseThrow();
    return YamlNode.parse(
        new SiteFile("site.yaml", yaml),
        node -> {
          var options = format.options(Optional.of(node));
          return node.make(() -> options);
        });
  }

  private static FeedDecoder decoder(EmscDecoder.Options options) {
    var plain = FeedConfig.plain("emsc", "emsc-json");
    return new FeedConfig(
            new FeedId("emsc"),
            plain.format(),
            plain.url(),
            plain.every(),
            plain.expects(),
            plain.oldest(),
            plain.tells(),
            options)
        .decoder();
  }

  private List<Decoded> decode(String json) {
    return decoder.decode(bytes(json), AT);
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static String message(String action, String properties) {
    return "{'action':'"
        + action
        + "','data':{'type':'Feature','properties':{"
        + properties
        + "}}}";
  }
}
