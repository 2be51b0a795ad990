package nadhir.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One way at least to be rejected for each reason, and its good neighbours stay. */
class ReasonTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final String GOOD_QUAKE =
      quake("'id':'us1'", "'mag':5.1,'time':1,'updated':2,'type':'earthquake'", "[35,29,10]");
  private static final String GOOD_ROW = "us1|2026-11-20T11:00:00|29|35|10|||US|us1|mb|5.1||";
  private static final String GOOD_VALUE = "{'value':'3','dateTime':'2026-11-20T12:00:00Z'}";
  private static final String GOOD_LINE = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A";

  static Stream<Arguments> cases() {
    return Stream.of(
        usgs(Reason.MALFORMED_JSON, "{'features':[" + GOOD_QUAKE + ",{]}", 1),
        usgs(Reason.MALFORMED_JSON, "{'features':[" + GOOD_QUAKE + "]} and more", 1),
        usgs(Reason.MALFORMED_JSON, "no json", 0),
        usgs(Reason.MALFORMED_JSON, "{'features':" + "[".repeat(100), 0),
        usgs(Reason.WRONG_DOCUMENT, "{}", 0),
        usgs(Reason.WRONG_DOCUMENT, "", 0),
        usgs(Reason.WRONG_DOCUMENT, "[]", 0),
        usgs(Reason.WRONG_DOCUMENT, "{'features':{}}", 0),
        feature(Reason.NO_ID, "'x':1", "'mag':5,'time':1,'type':'earthquake'", "[35,29,10]"),
        feature(Reason.NO_ID, "'id':null", "'mag':5,'time':1,'type':'earthquake'", "[35,29,10]"),
        feature(Reason.BAD_ID, "'id':'a b'", "'mag':5,'time':1,'type':'earthquake'", "[35,29,1]"),
        feature(Reason.NOT_AN_EARTHQUAKE, "'id':'a'", "'mag':5,'time':1,'type':'quarry blast'", ""),
        feature(Reason.NOT_AN_EARTHQUAKE, "'id':'a'", "'mag':5,'time':1", "[35,29,10]"),
        feature(
            Reason.NO_MAGNITUDE, "'id':'a'", "'mag':null,'time':1,'type':'earthquake'", "[1,2,3]"),
        feature(
            Reason.BAD_MAGNITUDE, "'id':'a'", "'mag':11,'time':1,'type':'earthquake'", "[1,2,3]"),
        feature(
            Reason.BAD_MAGNITUDE, "'id':'a'", "'mag':'5','time':1,'type':'earthquake'", "[1,2]"),
        feature(
            Reason.BAD_MAGNITUDE, "'id':'a'", "'mag':1e999,'time':1,'type':'earthquake'", "[1,2]"),
        feature(Reason.NO_PLACE, "'id':'a'", "'mag':5,'time':1,'type':'earthquake'", "[null,29,3]"),
        feature(Reason.NO_PLACE, "'id':'a'", "'mag':5,'time':1,'type':'earthquake'", "null"),
        feature(Reason.BAD_PLACE, "'id':'a'", "'mag':5,'time':1,'type':'earthquake'", "[29,95,3]"),
        feature(Reason.BAD_PLACE, "'id':'a'", "'mag':5,'time':1,'type':'earthquake'", "['29','9']"),
        feature(Reason.BAD_DEPTH, "'id':'a'", "'mag':5,'time':1,'type':'earthquake'", "[1,2,6371]"),
        feature(Reason.NO_TIME, "'id':'a'", "'mag':5,'time':null,'type':'earthquake'", "[1,2,3]"),
        feature(Reason.BAD_TIME, "'id':'a'", "'mag':5,'time':'now','type':'earthquake'", "[1,2,3]"),
        feature(Reason.BAD_TIME, "'id':'a'", "'mag':5,'time':9e17,'type':'earthquake'", "[1,2,3]"),
        feature(Reason.BAD_TIME, "'id':'a'", "'mag':5,'time':1e300,'type':'earthquake'", "[1,2,3]"),
        Arguments.of(Reason.BAD_ROW, "fdsn-text", GOOD_ROW + "\na|2026-11-20|29\n" + GOOD_ROW, 2),
        Arguments.of(Reason.NO_HAZARD, "shakemap", "{\"type\":\"Feature\"}", 0),
        nwis(Reason.WRONG_DOCUMENT, "{'value':{'timeSeries':[{}]}}", 0),
        series(Reason.NO_GAUGE, "", "00065", "ft", "1", "", "2026-11-20T12:00:00Z", 0),
        series(Reason.BAD_ID, "a b", "00065", "ft", "1", "", "2026-11-20T12:00:00Z", 0),
        series(Reason.UNKNOWN_PARAMETER, "Y1", "00010", "", "1", "", "2026-11-20T12:00:00Z", 0),
        series(Reason.UNKNOWN_UNIT, "Y1", "00065", "in", "1", "", "2026-11-20T12:00:00Z", 0),
        value(Reason.NO_VALUE, "'-999999'", "'P'", "2026-11-20T12:00:00Z"),
        value(Reason.NO_VALUE, "-888", "'P'", "2026-11-20T12:00:00Z"),
        value(Reason.NO_VALUE, "''", "'P'", "2026-11-20T12:00:00Z"),
        value(Reason.NO_VALUE, "null", "'P'", "2026-11-20T12:00:00Z"),
        value(Reason.BAD_VALUE, "'3.1A'", "'P'", "2026-11-20T12:00:00Z"),
        value(Reason.BAD_VALUE, "'1e9'", "'P'", "2026-11-20T12:00:00Z"),
        value(Reason.BAD_VALUE, "'NaN'", "'P'", "2026-11-20T12:00:00Z"),
        value(Reason.FLAGGED, "'-999999'", "'P','Ice'", "2026-11-20T12:00:00Z"),
        value(Reason.FLAGGED, "'3'", "'P','Eqp'", "2026-11-20T12:00:00Z"),
        value(Reason.NO_TIME, "'3'", "'P'", ""),
        value(Reason.BAD_TIME, "'3'", "'P'", "2026-11-20T12:00:00"),
        value(Reason.BAD_TIME, "'3'", "'P'", "2026-13-20T12:00:00Z"),
        Arguments.of(
            Reason.BAD_REPORT,
            "nadhir-report",
            "{\"reports\":[{\"type\":\"felt\",\"id\":\"a\",\"at\":\"2026-11-20T12:00:00Z\",\"mmi\":13,"
                + "\"place\":{\"latDeg\":29,\"lonDeg\":35}}]}",
            0),
        gauge(Reason.UNKNOWN_GAUGE, "gauge-json+one-gauge", "'gauge':'Y9','stageM':1"),
        gauge(Reason.NO_BASELINE, "gauge-json", "'gauge':'Y1','rainTotalMm':100"),
        ais(Reason.LINE_TOO_LONG, GOOD_LINE + " ".repeat(1000) + GOOD_LINE),
        ais(Reason.NOT_A_SENTENCE, "hello"),
        ais(Reason.NOT_AIS, "$GPGGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,,M,,*6D"),
        ais(Reason.NOT_AIS, "!"),
        ais(Reason.CHECKSUM_MISSING, "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0"),
        ais(Reason.CHECKSUM_MISSING, "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4"),
        ais(Reason.CHECKSUM_MISSING, "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*G4"),
        ais(Reason.CHECKSUM_WRONG, "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B"),
        ais(Reason.BAD_SENTENCE, sealed("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ")),
        ais(Reason.BAD_SENTENCE, sealed("!AIVDM,0,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0")),
        ais(Reason.BAD_SENTENCE, sealed("!AIVDM,1,2,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0")),
        ais(Reason.BAD_SENTENCE, sealed("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,6")),
        ais(Reason.ORPHAN_PART, "!AIVDM,2,2,1,A,88888888880,2*25"),
        ais(Reason.ORPHAN_PART, sealed("!AIVDM,3,1,1,A,88888888880,0")),
        ais(Reason.UNSUPPORTED_TYPE, sealed("!AIVDM,1,1,,A,D02VqLPlPffHR6ff2,0")),
        ais(Reason.BAD_PAYLOAD, sealed("!AIVDM,1,1,,A,15RTgt0PAso;90TKc,0")),
        ais(Reason.BAD_PAYLOAD, sealed("!AIVDM,1,1,,A,1~RTgt0PAso;90TKcjM8h6g208CQ,0")),
        ais(Reason.BAD_PAYLOAD, sealed("!AIVDM,1,1,,A,1,0")),
        ais(Reason.BAD_PAYLOAD, sealed("!AIVDM,1,1,,A,,0")));
  }

  @ParameterizedTest
  @MethodSource({"cases", "nadhir.core.feed.XmlReasons#cases"})
  void isRejectedForItsReasonAndCostsNoNeighbour(
      Reason reason, String format, String raw, int neighbours) {
    var all = decode(format, raw.getBytes(StandardCharsets.UTF_8));
    var rejected = all.stream().filter(d -> d instanceof Decoded.Rejected).toList();
    assertEquals(1, rejected.size(), all.toString());
    assertEquals(reason, ((Decoded.Rejected) rejected.getFirst()).reason(), all.toString());
    assertEquals(neighbours, all.size() - 1, all.toString());
  }

  @Test
  void noReasonIsWithoutACase() {
    var covered = EnumSet.of(Reason.TOO_LARGE);
    covered.add(Reason.OVERRUN); // no decoder says it: AisUdpListenerTest
    covered.add(Reason.ELSEWHERE); // by a feed's options: CapDecoderTest, GdacsDecoderTest
    covered.addAll(List.of(Reason.LINK_REFUSED, Reason.LINK_FAILED)); // IndexTest
    Stream.concat(cases(), XmlReasons.cases()).forEach(c -> covered.add((Reason) c.get()[0]));
    assertEquals(EnumSet.allOf(Reason.class), covered);
  }

  @ParameterizedTest
  @MethodSource("nadhir.core.feed.FeedFormats#names")
  void whatIsTooLargeIsNotRead(String format) {
    byte[] large = new byte[FeedDecoder.MAX_BYTES + 1];
    Arrays.fill(large, (byte) '{');
    var all = decode(format, large);
    assertEquals(1, all.size());
    assertTrue(
        all.getFirst() instanceof Decoded.Rejected(var reason, _, _) && reason == Reason.TOO_LARGE);
  }

  @ParameterizedTest
  @MethodSource("nadhir.core.feed.FeedFormats#names")
  void randomBytesAreRejectedAndNeverThrow(String format) {
    for (long seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      byte[] raw = new byte[random.nextInt(400)];
      random.nextBytes(raw);
      decode(format, raw);
      byte[] broken =
          (GOOD_LINE + "\n{\"features\":[" + GOOD_QUAKE + "]}").getBytes(StandardCharsets.UTF_8);
      broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      decode(format, broken);
    }
  }

  private static List<Decoded> decode(String format, byte[] raw) {
    var decoder = SampleFeeds.feed(format).decoder();
    var all = new ArrayList<>(decoder.decode(raw, AT));
    all.addAll(decoder.finish());
    return all;
  }

  private static Arguments usgs(Reason reason, String json, int neighbours) {
    return Arguments.of(reason, "usgs-geojson", json.replace('\'', '"'), neighbours);
  }

  private static Arguments nwis(Reason reason, String json, int neighbours) {
    return Arguments.of(reason, "nwis-json", json.replace('\'', '"'), neighbours);
  }

  private static Arguments gauge(Reason reason, String format, String values) {
    String time = ",'time':'2026-11-20T12:00:00Z'}";
    String good = "{'gauge':'Y1','stageM':1" + time;
    String list = "[" + good + ",{" + values + time + "," + good + "]";
    return Arguments.of(reason, format, list.replace('\'', '"'), 2);
  }

  private static Arguments ais(Reason reason, String line) {
    return Arguments.of(
        reason, "ais", GOOD_LINE + "\r\n# a comment\n$PGHP,1*17\n" + line + "\n" + GOOD_LINE, 2);
  }

  private static Arguments feature(Reason reason, String id, String properties, String place) {
    return usgs(
        reason,
        "{'features':[" + GOOD_QUAKE + "," + quake(id, properties, place) + "," + GOOD_QUAKE + "]}",
        2);
  }

  private static String quake(String id, String properties, String place) {
    return "{'type':'Feature',"
        + id
        + ",'properties':{"
        + properties
        + "},'geometry':{'coordinates':"
        + (place.isEmpty() ? "null" : place)
        + "}}";
  }

  private static Arguments value(Reason reason, String value, String flags, String dateTime) {
    return series(reason, "Y1", "00065", "ft", value, flags, dateTime, 1);
  }

  private static Arguments series(
      Reason reason,
      String gauge,
      String code,
      String unit,
      String value,
      String flags,
      String dateTime,
      int neighbours) {
    String one =
        "{'value':" + value + ",'qualifiers':[" + flags + "],'dateTime':'" + dateTime + "'}";
    return nwis(
        reason,
        "{'value':{'timeSeries':[{'sourceInfo':{'siteCode':[{'value':'"
            + gauge
            + "'}]},'variable':{'variableCode':[{'value':'"
            + code
            + "'}],'unit':{'unitCode':'"
            + unit
            + "'}},'values':[{'value':["
            + (neighbours > 0 ? GOOD_VALUE + "," : "")
            + one
            + "]}]}]}}",
        neighbours);
  }

  /** The sentence with its checksum. */
  private static String sealed(String sentence) {
    int sum = 0;
    for (int i = 1; i < sentence.length(); i++) {
      sum ^= sentence.charAt(i);
    }
    return String.format("%s*%02X", sentence, sum);
  }
}
