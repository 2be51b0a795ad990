package nadhir.core.feed.navwarn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.FeedOptions;
import nadhir.core.feed.Within;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation.Nothing;
import nadhir.core.report.Observation.Stated;
import nadhir.core.report.Severity;
import nadhir.core.sim.Samples;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import org.junit.jupiter.api.Test;

class NavWarnDecoderTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final Within AQABA = new Within(new LatLon(29.53, 35.0), 300_000);

  private final FeedDecoder decoder = FeedConfig.plain("nga", "navwarn-json").decoder();

  @Test
  void theSmallSampleHasAWarningAListAndWhatTheyCancel() throws IOException {
    assertEquals(
        """
        NAVAREA-IV-1177/2022 ACTUAL 2022-11-07T22:39:00Z until 2022-11-18T19:54:00Z | HAZARDOUS OPERATIONS | EASTERN RANGE | 28.6653 -80.6388 | 2 polygons 0 circles
        NAVAREA-IV-1165/2022 WITHDRAWN 2022-11-07T22:39:00Z | cancelled by NAVAREA-IV-1177/2022
        NO_HAZARD NAVAREA-IV-1169/2022: a list of what is in force
        NAVAREA-IV-1100/2022 WITHDRAWN 2022-11-04T14:26:00Z | cancelled by NAVAREA-IV-1169/2022
        NAVAREA-IV-1139/2022 WITHDRAWN 2022-11-04T14:26:00Z | cancelled by NAVAREA-IV-1169/2022
        NAVAREA-IV-1145/2022 WITHDRAWN 2022-11-04T14:26:00Z | cancelled by NAVAREA-IV-1169/2022
        """,
        lines(
            decoder.decode(
                Files.readAllBytes(Samples.sample("navwarn/nga_navwarn_small.json")), AT)));
  }

  @Test
  void aWarningKeepsItsWordsAndWhoIssuedIt() {
    var report =
        one(
            warning(
                "ARABIAN SEA.\\nINDIA.\\nDNC 03.\\n1. HAZARDOUS OPERATIONS 190400Z TO 190800Z APR\\n"
                    + "   IN AREA BOUND BY\\n   21-32.00N 069-24.00E, 21-32.00N 068-56.00E,\\n"
                    + "   21-17.00N 069-06.00E, 21-17.00N 069-24.00E.\\n"
                    + "2. CANCEL THIS MSG 190900Z APR 23.\\n"));
    assertEquals(List.of(new ReportId("navwarn:HYDROPAC-1267/2023")), report.alsoKnownAs());
    assertEquals("navigational-warning", report.type().value());
    assertEquals(Optional.of(new LatLon(21 + 32 / 60.0, 69.4)), report.place());
    assertTrue(
        report.title().startsWith("HYDROPAC-1267/2023 ARABIAN SEA. INDIA. DNC 03. 1. HAZARDOUS"),
        report.title());
    var ring =
        List.of(
            new LatLon(21 + 32 / 60.0, 69.4),
            new LatLon(21 + 32 / 60.0, 68 + 56 / 60.0),
            new LatLon(21 + 17 / 60.0, 69.1),
            new LatLon(21 + 17 / 60.0, 69.4),
            new LatLon(21 + 32 / 60.0, 69.4));
    assertEquals(
        new Stated(
            Severity.UNKNOWN,
            Instant.parse("2023-04-17T10:36:00Z"),
            Optional.of(Instant.parse("2023-04-19T09:00:00Z")),
            Optional.of(Area.polygon(ring)),
            "HAZARDOUS OPERATIONS",
            "en",
            "NAVAREA VIII"),
        report.observation());
  }

  @Test
  void placesAreDrawnAsTheTextSays() {
    for (String row :
        List.of(
            "WRECK IN 49-13.10N 002-20.00W. | 49.2183 -2.3333 | 0 polygons 0 circles",
            "LIGHT 20-03-44N 072-58-02W UNLIT. | 20.0622 -72.9672 | 0 polygons 0 circles",
            "LIGHT 10-29.50S 36-23.20W UNLIT. | -10.4917 -36.3867 | 0 polygons 0 circles",
            "BUOY 09-60.0N 060-31.9W. | 10.0000 -60.5317 | 0 polygons 0 circles",
            "IN AREA BOUND BY: 10-00N 020-00E, 10-00N 021-00E, 11-00N 021-00E."
                + " | 10.0000 20.0000 | 1 polygons 0 circles",
            "IN AREAS BOUND BY: A. 10-00N 020-00E, 10-00N 021-00E, 11-00N 021-00E."
                + " B. 12-00N 020-00E, 12-00N 021-00E AND 13-00N 021-00E."
                + " | 10.0000 20.0000 | 2 polygons 0 circles",
            "IN AREA BOUND BY 10-00N 020-00E, 10-00N 021-00E. | 10.0000 20.0000"
                + " | 0 polygons 0 circles",
            "IN AREA BOUND BY 10-00N 170-00E, 10-00N 170-00W, 11-00N 170-00W. | 10.0000 170.0000"
                + " | 0 polygons 0 circles",
            "IN AREA BOUND BY 10-00N 020-00E, 10-61N 021-00E, 11-00N 021-00E, 11-00N 020-00E."
                + " | 10.0000 20.0000 | 0 polygons 0 circles",
            "ALONG TRACKLINE JOINING 10-00N 020-00E, 10-00N 021-00E, 11-00N 021-00E."
                + " | 10.0000 20.0000 | 0 polygons 0 circles",
            "WITHIN 200M OF TRACKLINE JOINING 10-00N 020-00E, 10-00N 021-00E."
                + " | 10.0000 20.0000 | 0 polygons 0 circles",
            "IN AREAS WITHIN TWO MILES OF: A. 12-33.00S 045-11.00E. B. 13-04.00S 045-15.00E."
                + " | -12.5500 45.1833 | 0 polygons 2 circles",
            "IN AREAS WITHIN TWO MILES OF: A. 12-33.00S 045-11.00E. B. SHOAL IN 13-04S 045-15E."
                + " | -12.5500 45.1833 | 0 polygons 1 circles",
            "MINES ADRIFT. | ? | 0 polygons 0 circles",
            "PHONE: 504-365-2209. | ? | 0 polygons 0 circles")) {
      String[] parts = row.split(" \\| ", 2);
      String line = lines(decode(warning(parts[0])));
      assertTrue(line.endsWith("| " + parts[1] + "\n"), row + "\n" + line);
    }
    var circle =
        ((Stated) one(warning("WITHIN 1000 METERS OF 10-00N 020-00E.")).observation()).area();
    assertEquals(Optional.of(Area.circle(new LatLon(10, 20), 1000)), circle);
    var miles = ((Stated) one(warning("WITHIN TWO MILES OF 10-00N 020-00E.")).observation()).area();
    assertEquals(Optional.of(Area.circle(new LatLon(10, 20), 3704)), miles);
  }

  @Test
  void allWaysToCancelAreUnderstood() {
    for (String row :
        List.of(
            "CANCEL HYDROPAC 1227/23. -> HYDROPAC-1227/2023",
            "CANCEL NAVAREA IV 1100/22, 1139/22, 1145/2022. ->"
                + " NAVAREA-IV-1100/2022 NAVAREA-IV-1139/2022 NAVAREA-IV-1145/2022",
            "CANCEL NAVAREA IV MSG 385/23 AND 386/23. -> NAVAREA-IV-385/2023 NAVAREA-IV-386/2023",
            "CANCEL HYDROLANT 3050/22(36) DTG 191200Z DEC, MSG PROMULGATED IN ERROR. ->"
                + " HYDROLANT-3050/2022",
            "CANCEL NAVAREA IX\\n   123/26 -> NAVAREA-IX-123/2026",
            "CANCEL HYDROARC 1/23, MSG NOT PROMULGATED. 2. CANCEL HYDROPAC 2/23. ->"
                + " HYDROARC-1/2023 HYDROPAC-2/2023",
            "CANCEL THIS MSG 190900Z APR 23. ->",
            "CANCEL HYDROPAC. ->")) {
      String[] parts = row.split(" ->", 2);
      var cancelled =
          decode(warning(parts[0])).stream()
              .flatMap(d -> d instanceof Decoded.Ok(var r) ? Stream.of(r) : Stream.empty())
              .filter(r -> r.status() == Status.WITHDRAWN)
              .map(r -> r.id().value().replace("nga:", ""))
              .collect(Collectors.joining(" "));
      assertEquals(parts[1].strip(), cancelled, row);
    }
  }

  @Test
  void aWarningThatIsListedAsCancelledIsTakenBack() {
    String standing = warning("WRECK IN 49-13.10N 002-20.00W.");
    for (String cancelled :
        List.of(
            standing.replace("'status':'A'", "'status':'C'"),
            standing.replace("'cancelDate':null", "'cancelDate':'180000Z APR 2023'"))) {
      var report = one(cancelled);
      assertEquals(Status.WITHDRAWN, report.status());
      assertEquals(new Nothing(), report.observation());
    }
  }

  @Test
  void whatIsFarAwayIsLeftOutAndSoIsWhatItCancels() {
    var near = decoder(new NavWarnDecoder.Options(Optional.of(AQABA), List.of("RED SEA")));
    for (String row :
        List.of(
            "ELSEWHERE|BAY OF BENGAL. CABLE IN 15-37.10N 096-46.50E. CANCEL HYDROPAC 1/23.",
            "NO_PLACE|BLACK SEA. MINES ADRIFT. CANCEL HYDROPAC 2/23.",
            "HYDROPAC-1267/2023 ACTUAL|GULF OF SUEZ. WRECK IN 29-00N 033-00E.",
            "HYDROPAC-1267/2023 ACTUAL|EGYPT. GUNNERY IN AREA BOUND BY 20-00N 025-00E,"
                + " 20-00N 045-00E, 40-00N 045-00E, 40-00N 025-00E.",
            "HYDROPAC-1267/2023 ACTUAL|RED SEA. MINES ADRIFT.",
            "HYDROPAC-1267/2023 ACTUAL|RED SEA. WRECK IN 13-00N 043-00E.")) {
      String[] parts = row.split("\\|");
      var all = near.decode(bytes(document(warning(parts[1]))), AT);
      assertTrue(lines(all).startsWith(parts[0]), row + " " + lines(all));
      assertEquals(1, all.size(), row);
    }
    assertEquals(
        "HYDROPAC-1267/2023 WITHDRAWN",
        lines(
                near.decode(
                    bytes(
                        document(
                            warning(
                                "1. HYDROPAC WARNINGS IN FORCE AS OF 141555Z APR."
                                    + " 3. CANCEL HYDROPAC 3/23, 1267/23."))),
                    AT))
            .lines()
            .skip(1)
            .collect(Collectors.joining())
            .substring(0, 28));
  }

  @Test
  void thePlaceIsThePositionNextToTheSite() {
    var near = decoder(new NavWarnDecoder.Options(Optional.of(AQABA), List.of()));
    var all =
        near.decode(
            bytes(document(warning("BUOYS IN 10-00N 043-00E, 29-00N 034-50E, 27-00N 034-00E."))),
            AT);
    assertTrue(lines(all).contains("| 29.0000 34.8333 |"), lines(all));
  }

  @Test
  void oneBadWarningCostsNoOther() {
    String good = warning("WRECK IN 49-13.10N 002-20.00W.");
    for (String row :
        List.of(
            "NO_ID " + good.replace("'navArea':'P'", "'navArea':'Q'"),
            "NO_ID " + good.replace("'msgNumber':1267", "'msgNumber':null"),
            "NO_ID " + good.replace("'msgYear':2023", "'msgYear':'23'"),
            "NO_TIME " + good.replace("171036Z APR 2023", ""),
            "BAD_TIME " + good.replace("171036Z APR 2023", "321036Z APR 2023"),
            "BAD_TIME " + good.replace("171036Z APR 2023", "300236Z FEB 2023"),
            "BAD_TIME " + good.replace("171036Z APR 2023", "17 April"),
            "NO_HAZARD " + good.replace("WRECK IN 49-13.10N 002-20.00W.", " "),
            "NO_ID 'hello'",
            "NO_ID [1,2]")) {
      String[] parts = row.split(" ", 2);
      var all = decode(good + "," + parts[1] + "," + good);
      assertEquals(3, all.size(), row);
      assertTrue(lines(all).lines().toList().get(1).startsWith(parts[0] + " "), lines(all));
      assertTrue(all.get(2) instanceof Decoded.Ok, row);
    }
    assertTrue(lines(decoder.decode(bytes("{}"), AT)).startsWith("WRONG_DOCUMENT"));
    assertTrue(lines(decoder.decode(bytes("<html>"), AT)).startsWith("MALFORMED_JSON"));
  }

  /** Texts that would keep a careless expression busy. */
  @Test
  void longTextsAreReadSoon() {
    for (String text :
        List.of(
            "1/23 AND ".repeat(100_000),
            "CANCEL HYDROPAC " + "1/23, ".repeat(100_000),
            "10-00N 020-00E, ".repeat(100_000),
            "IN AREA BOUND BY " + "10-00N 020-00E, 11-00N 021-00E. ".repeat(50_000),
            "A".repeat(500_000),
            "A. ".repeat(200_000),
            "WITHIN ".repeat(100_000))) {
      assertTrue(decode(warning(text)).size() <= 1 + Cancelled.MAX_CANCELLED);
    }
  }

  @Test
  void theSiteSaysWhatItListensFor() {
    assertEquals(
        new NavWarnDecoder.Options(Optional.of(AQABA), List.of("RED SEA", "GULF OF AQABA")),
        options("within: {lat: 29.53, lon: 35.0, radiusKm: 300}\nseas: [Red Sea, Gulf of Aqaba]")
            .get());
    assertTrue(
        options("seas: [Red Sea]").mistakes().toString().contains("'seas' needs 'within'"),
        "seas alone");
  }

  private static Parsed<FeedOptions> options(String yaml) {
    var format = FeedFormats.byName("navwarn-json").orElseThrow();
    return YamlNode.parse(
        new SiteFile("site.yaml", yaml),
        node -> {
          var options = format.options(Optional.of(node));
          return node.make(() -> options);
        });
  }

  private static FeedDecoder decoder(NavWarnDecoder.Options options) {
    var plain = FeedConfig.plain("nga", "navwarn-json");
    return new FeedConfig(
            plain.id(),
            plain.format(),
            plain.url(),
            plain.every(),
            plain.expects(),
            plain.oldest(),
            plain.tells(),
            options)
        .decoder();
  }

  private static String warning(String text) {
    return "{'msgYear':2023,'msgNumber':1267,'navArea':'P','subregion':'63','text':'"
        + text
        + "','status':'A','issueDate':'171036Z APR 2023',"
        + "'authority':'NAVAREA VIII 379/23 171030Z APR 23.','cancelDate':null}";
  }

  private static String document(String warnings) {
    return "{'broadcast-warn':[" + warnings + "]}";
  }

  private List<Decoded> decode(String warnings) {
    return decoder.decode(bytes(document(warnings)), AT);
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private HazardReport one(String warning) {
    var all = decode(warning);
    assertTrue(all.getFirst() instanceof Decoded.Ok, all.toString());
    return ((Decoded.Ok) all.getFirst()).report();
  }

  private static String lines(List<Decoded> all) {
    return all.stream().map(NavWarnDecoderTest::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Decoded d) {
    return switch (d) {
      case Decoded.Ok(var r) when r.observation() instanceof Stated s ->
          name(r)
              + s.until().map(u -> " until " + u).orElse("")
              + " | "
              + s.event()
              + " | "
              + s.sender()
              + " | "
              + r.place()
                  .map(p -> String.format(Locale.ROOT, "%.4f %.4f", p.latDeg(), p.lonDeg()))
                  .orElse("?")
              + " | "
              + s.area().map(a -> a.polygons().size()).orElse(0)
              + " polygons "
              + s.area().map(a -> a.circles().size()).orElse(0)
              + " circles";
      case Decoded.Ok(var r) -> name(r) + " | " + r.title();
      case Decoded.Heard(var message) -> "heard " + message;
      case Decoded.Linked(var document) -> "linked " + document;
      case Decoded.Rejected(var reason, var detail, _) -> reason + " " + detail;
    };
  }

  private static String name(HazardReport r) {
    return r.id().value().replace("nga:", "") + " " + r.status() + " " + r.updatedAt();
  }
}
