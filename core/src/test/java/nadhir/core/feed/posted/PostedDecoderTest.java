package nadhir.core.feed.posted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormats;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostedDecoderTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final String CALL =
      "{'type':'distress','id':'vhf-118','at':'2026-11-20T11:58:00Z','kind':'CALL',"
          + "'place':{'latDeg':29.47,'lonDeg':34.969},'mmsi':'438123456','persons':3,'title':'sinking'}";
  private static final String FIRE =
      "{'type':'stated','id':'f-9','at':'2026-11-20T11:58:00Z','hazardType':'fire',"
          + "'severity':'SEVERE','onset':'2026-11-20T18:00:00Z','until':'2026-11-21T00:00:00Z',"
          + "'area':{'circles':[{'centre':{'latDeg':29.5,'lonDeg':35},'radiusM':500}]},"
          + "'language':'ar','title':'حريق'}";
  private static final String RAIN =
      "{'type':'gauge','gauge':'RG1','at':'2026-11-20T11:58:00Z','rainMm':4.2,'overS':300}";
  private static final String FELT =
      "{'type':'felt','id':'c-1','at':'2026-11-20T11:58:00Z','mmi':5,"
          + "'place':{'latDeg':29.5,'lonDeg':35}}";
  private static final String BACK =
      "{'type':'withdrawal','id':'f-9','hazardType':'fire','at':'2026-11-20T11:58:00Z'}";

  @Test
  void aCallOfDistress() {
    HazardReport report = report(CALL);
    assertEquals("port:vhf-118", report.id().value());
    assertEquals("distress-at-sea", report.type().value());
    assertEquals(Optional.of(new LatLon(29.47, 34.969)), report.place());
    assertEquals(
        new Observation.Distress(
            "438123456",
            Observation.DistressKind.CALL,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            1,
            OptionalInt.of(3)),
        report.observation());
    var unknown = report(CALL.replace("'mmsi':'438123456','persons':3", "'mmsi':null"));
    assertEquals("", ((Observation.Distress) unknown.observation()).mmsi());
  }

  @Test
  void aStatementMayBeginLaterThanItIsMade() {
    HazardReport report = report(FIRE);
    assertEquals(Instant.parse("2026-11-20T11:58:00Z"), report.occurredAt());
    var stated = (Observation.Stated) report.observation();
    assertEquals(Severity.SEVERE, stated.severity());
    assertEquals(Instant.parse("2026-11-20T18:00:00Z"), stated.onset());
    assertEquals(500, stated.area().orElseThrow().circles().getFirst().radiusM());
    assertEquals("ar", stated.language());
    assertEquals("حريق", report.title());
  }

  @Test
  void readingsFeltShakingAndWithdrawals() {
    HazardReport rain = report(RAIN);
    assertEquals("port:RG1/rain/2026-11-20T11:58:00Z", rain.id().value());
    assertEquals(
        new Observation.Rain(new GaugeId("RG1"), 4.2, Duration.ofMinutes(5)), rain.observation());
    assertEquals(new Observation.Felt(5, 1), report(FELT).observation());
    HazardReport back = report(BACK);
    assertEquals(Status.WITHDRAWN, back.status());
    assertEquals(new Observation.Nothing(), back.observation());
    assertEquals("port:f-9", back.id().value());
  }

  @Test
  void aTestIsOneAndARevisionHasATimeOfItsOwn() {
    var report =
        report(
            CALL.replace(
                "'persons':3",
                "'test':true,'certainty':'POSSIBLE','updatedAt':'2026-11-20T11:59:00+00:00'"));
    assertEquals(Status.TEST, report.status());
    assertEquals(Certainty.POSSIBLE, report.certainty());
    assertEquals(Instant.parse("2026-11-20T11:59:00Z"), report.updatedAt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CALL | 'type':'distress' | 'type':'mayday'     | BAD_REPORT",
        "CALL | 'id':'vhf-118'    | 'id':null           | NO_ID",
        "CALL | 'id':'vhf-118'    | 'id':'a b'          | BAD_ID",
        "CALL | 'id':'vhf-118'    | 'id':7              | BAD_REPORT",
        "CALL | 'at':'2026-11-20T11:58:00Z'| 'at':null  | NO_TIME",
        "CALL | 11:58:00Z         | 11:58:00            | BAD_TIME",
        "CALL | 'kind':'CALL'     | 'kind':'SHOUT'      | BAD_REPORT",
        "CALL | 'kind':'CALL',    | ''                  | BAD_REPORT",
        "CALL | 29.47             | 95                  | BAD_PLACE",
        "CALL | 29.47             | true                | BAD_PLACE",
        "CALL | 'place'           | 'plaice'            | NO_PLACE",
        "CALL | 438123456         | 43812345            | BAD_REPORT",
        "CALL | 'persons':3       | 'persons':3.5       | BAD_REPORT",
        "CALL | 'persons':3       | 'persons':-1        | BAD_REPORT",
        "CALL | 'persons':3       | 'persons':1e999     | BAD_REPORT",
        "CALL | 'persons':3       | 'courseDeg':361     | BAD_REPORT",
        "CALL | 'persons':3       | 'test':'yes'        | BAD_REPORT",
        "FIRE | 'hazardType':'fire'| 'x':1              | BAD_REPORT",
        "FIRE | 'hazardType':'fire'| 'hazardType':'a b' | BAD_REPORT",
        "FIRE | SEVERE            | BAD                 | BAD_REPORT",
        "FIRE | 2026-11-21T       | 2026-11-19T         | BAD_TIME",
        "FIRE | 'radiusM':500     | 'radiusM':-1        | BAD_REPORT",
        "FIRE | 'area':           | 'aria':             | NO_PLACE",
        "FIRE | 'title':          | 'tittle':           | BAD_REPORT",
        "RAIN | 'gauge':'RG1'     | 'x':1               | NO_GAUGE",
        "RAIN | RG1               | R G                 | BAD_ID",
        "RAIN | 'rainMm':4.2      | 'x':1               | NO_VALUE",
        "RAIN | 'rainMm':4.2      | 'rainMm':501        | BAD_REPORT",
        "RAIN | 'overS':300       | 'stageM':3          | NO_VALUE",
        "RAIN | 'overS':300       | 'x':3               | BAD_REPORT",
        "FELT | 'mmi':5           | 'mmi':13            | BAD_REPORT",
        "BACK | 'hazardType':'fire'| 'x':1              | BAD_REPORT",
      })
  void whatCannotBeUsedIsToldAndCostsNoOther(String which, String from, String to, String reason) {
    String good =
        switch (which) {
          case "CALL" -> CALL;
          case "FIRE" -> FIRE;
          case "RAIN" -> RAIN;
          case "FELT" -> FELT;
          default -> BACK;
        };
    assertTrue(good.contains(from), from);
    String bad = good.replace(from, to.equals("''") ? "" : to);
    List<Decoded> all = decode(PostedFormat.Kinds.ALL, good + "," + bad + "," + good);
    assertEquals(3, all.size());
    assertTrue(all.getFirst() instanceof Decoded.Ok && all.getLast() instanceof Decoded.Ok);
    var rejected = (Decoded.Rejected) all.get(1);
    assertEquals(reason, rejected.reason().name(), rejected.detail());
    assertTrue(rejected.detail().startsWith("report 2"), rejected.detail());
  }

  /** No sample of this format is recorded: its damaged ones are made here. */
  @Test
  void damagedPostsAreRejectedAndNeverThrow() {
    String whole = "{\"reports\":[" + String.join(",", CALL, FIRE, RAIN, FELT, BACK) + "]}";
    List<String> tokens =
        List.of("null", "[]", "{}", "1e999", "\"\"", "-1", "\"x\"", ",", "\u0000");
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      var text = new StringBuilder(whole.replace('\'', '"'));
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + random.nextInt(20));
        text.replace(at, to, tokens.get(random.nextInt(tokens.size())));
      }
      try {
        raw(PostedFormat.Kinds.ALL, text.toString());
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + text, e);
      }
    }
  }

  @Test
  void aFeedTellsOnlyWhatItMay() {
    var felt = new PostedFormat.Kinds(EnumSet.of(Kind.FELT));
    assertTrue(decode(felt, FELT).getFirst() instanceof Decoded.Ok);
    assertEquals(
        "report 1 (vhf-118): this feed may not tell of distress",
        ((Decoded.Rejected) decode(felt, CALL).getFirst()).detail());
  }

  private static HazardReport report(String report) {
    Decoded decoded = decode(PostedFormat.Kinds.ALL, report).getFirst();
    return decoded instanceof Decoded.Ok(var ok)
        ? ok
        : org.junit.jupiter.api.Assertions.fail(decoded.toString());
  }

  private static List<Decoded> decode(PostedFormat.Kinds kinds, String reports) {
    return raw(kinds, "{\"reports\":[" + reports.replace('\'', '"') + "]}");
  }

  private static List<Decoded> raw(PostedFormat.Kinds kinds, String document) {
    var format = FeedFormats.byName("nadhir-report").orElseThrow();
    return new FeedConfig(
            new FeedId("port"),
            format,
            URI.create("webhook:/api/v1/reports"),
            Optional.empty(),
            FeedConfig.NOTHING_EXPECTED,
            FeedConfig.USUAL_OLDEST,
            List.of(),
            kinds)
        .decoder()
        .decode(document.getBytes(StandardCharsets.UTF_8), AT);
  }
}
