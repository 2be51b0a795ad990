package nadhir.core.feed.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.Reason;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What was made to hurt: refused within a second, and the next good document is read. */
class BadInputTest {
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  /** Time on a processor, so that a busy machine does not make an input look bad. */
  private static List<Decoded> within(Duration limit, String name, Supplier<List<Decoded>> work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    List<Decoded> all = work.get();
    Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    assertTrue(took.compareTo(limit) <= 0, name + " took " + took);
    return all;
  }

  private static final String ALERT =
      """
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>a1</identifier><sender>met.example</sender>
      <sent>2026-11-20T12:00:00+03:00</sent><status>Actual</status><msgType>Alert</msgType>
      <scope>Public</scope><info><category>Met</category><event>Rain</event>
      <urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>
      <headline>Rain</headline><area><areaDesc>a</areaDesc><polygon>29,35 30,35 30,36 29,35</polygon>
      </area></info></alert>""";

  static Stream<Arguments> bad() {
    String laughs =
        "<!DOCTYPE alert [<!ENTITY l0 'ha'>"
            + laughs()
            + "]>"
            + ALERT.replace("<headline>Rain", "<headline>&l9;");
    String million = "1".repeat(1_000_000);
    return Stream.of(
        Arguments.of("billion laughs", laughs, "DOCTYPE"),
        Arguments.of("a million of entities", entities(), "DOCTYPE"),
        Arguments.of("nested 10,000 deep", nested(10_000), "TOO_COMPLEX"),
        Arguments.of("nested 1,000,000 deep", nested(1_000_000), "TOO_COMPLEX"),
        Arguments.of(
            "a very long text",
            with("Rain</headline>", "a".repeat(2_000_000) + "</headline>"),
            "TOO_COMPLEX"),
        Arguments.of(
            "a number of a million digits", with("29,35 30", million + ",35 30"), "BAD_AREA +1"),
        Arguments.of("a date of a million digits", with("2026-11", million + "-11"), "BAD_TIME"),
        Arguments.of(
            "an identifier of a million letters",
            with("<identifier>", "<identifier>" + million),
            "+1"),
        Arguments.of(
            "a language that is none",
            with("<category>", "<language>" + million + "</language><category>"),
            "+1"),
        Arguments.of(
            "references without end",
            with("<info>", "<references>" + "a ".repeat(400_000) + "</references><info>"),
            "BAD_REFERENCE +1"),
        Arguments.of(
            "quotes without end",
            with("<info>", "<references>" + "\" ".repeat(400_000) + "</references><info>"),
            "BAD_REFERENCE +1"),
        Arguments.of(
            "polygons without end",
            with("</area>", "<polygon>1,2</polygon>".repeat(40_000) + "</area>"),
            "BAD_AREA +1"),
        Arguments.of(
            "infos without end",
            with("<info>", "<info><event/></info>".repeat(40_000) + "<info>"),
            "MISSING_ELEMENT +1"),
        Arguments.of("a ring with NaN", with("29,35 30", "NaN,NaN 30"), "BAD_AREA +1"),
        Arguments.of("a ring with infinity", with("29,35 30", "1e999,35 30"), "BAD_AREA +1"),
        Arguments.of("a ring without end", with("30,36 ", "30,36 ".repeat(170_000)), "BAD_AREA +1"),
        Arguments.of("null", "null", "MALFORMED_XML"),
        Arguments.of("nothing", "", "MALFORMED_XML"),
        Arguments.of(
            "a page for people", "<!DOCTYPE html><html><body>Maintenance<br></html>", "DOCTYPE"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void isRefusedWithinASecondAndTheNextIsRead(String name, String xml, String outcome) {
    var play = new CapPlay();
    byte[] raw = xml.getBytes(StandardCharsets.UTF_8);
    play.reports(ALERT.replace(">a1<", ">first<"));
    List<Decoded> all = within(A_SECOND, name, () -> play.decode(raw));
    assertEquals(outcome, counted(all), name);
    assertEquals(1, play.reports(ALERT.replace(">a1<", ">next<")).size());
  }

  /** Reasons, each once, and {@code +n} reports. */
  private static String counted(List<Decoded> all) {
    Map<Reason, Integer> reasons = new TreeMap<>();
    int reports = 0;
    for (Decoded d : all) {
      if (d instanceof Decoded.Rejected(var reason, var detail, _)) {
        assertTrue(detail.length() <= Decoded.Rejected.MAX_DETAIL, detail);
        reasons.merge(reason, 1, Integer::sum);
      } else {
        reports++;
      }
    }
    assertTrue(all.size() < 100, all.size() + " items");
    String said = String.join(" ", reasons.keySet().stream().map(Reason::name).toList());
    return (said + (reports > 0 ? " +" + reports : "")).strip();
  }

  /** The size is looked at before anything else: zeros are no XML, and nobody said so. */
  @ParameterizedTest
  @MethodSource("nadhir.core.feed.FeedFormats#names")
  void oneByteTooMuchIsRefusedUnread(String format) {
    byte[] zeros = new byte[FeedDecoder.MAX_BYTES + 1];
    var decoder = FeedConfig.plain("feed", format).decoder();
    var all = within(A_SECOND, format, () -> decoder.decode(zeros, CapPlay.AT));
    assertEquals(1, all.size());
    assertEquals(Reason.TOO_LARGE, ((Decoded.Rejected) all.getFirst()).reason());
  }

  @Test
  void noRequestGoesOut() throws IOException {
    try (var trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String at = "http://127.0.0.1:" + trap.getLocalPort() + "/";
      String sample = Files.readString(Samples.sample("cap_invalid/xee.cap"));
      for (String xml :
          List.of(
              sample.replaceAll("http://(http://)?localhost:8080/", at),
              "<!DOCTYPE a SYSTEM '" + at + "'>" + ALERT,
              "<!DOCTYPE a [<!ENTITY % p SYSTEM '" + at + "'>%p;]>" + ALERT,
              ALERT.replace(
                  "<info>",
                  "<x xmlns='http://www.w3.org/2001/XInclude'><include href='"
                      + at
                      + "'/></x><info>"),
              ALERT.replace(
                  "<alert ",
                  "<alert xmlns:i='http://www.w3.org/2001/XMLSchema-instance'"
                      + " i:schemaLocation='urn:oasis:names:tc:emergency:cap:1.2 "
                      + at
                      + "' "),
              "<?xml-stylesheet type='text/xsl' href='" + at + "'?>" + ALERT)) {
        new CapPlay().decode(xml);
      }
      trap.setSoTimeout(50);
      assertThrows(SocketTimeoutException.class, trap::accept);
    }
  }

  @Test
  void aTruncatedDocumentIsMalformedWhereverItBreaksOff() throws IOException {
    byte[] whole = Files.readAllBytes(Samples.sample("cap/canada.cap"));
    for (int length = 0; length < whole.length - 10; length += 97) {
      assertEquals("MALFORMED_XML", counted(decode(Arrays.copyOf(whole, length))), "" + length);
    }
  }

  @Test
  void anIndexThatBreaksOffGivesTheEntriesBeforeTheBreak() throws IOException {
    byte[] whole = Files.readAllBytes(Samples.sample("cap/nws_atom_feed_example.xml"));
    var all = decode(Arrays.copyOf(whole, whole.length / 2));
    assertTrue(all.size() > 80, all.size() + " items");
    assertEquals(Reason.MALFORMED_XML, ((Decoded.Rejected) all.getLast()).reason());
  }

  @Test
  void aWrongEncodingIsRefusedAndARightOneIsRead() {
    String arabic = ALERT.replace(">Rain<", ">أمطار<");
    Charset cp1256 = Charset.forName("windows-1256");
    assertEquals("MALFORMED_XML", counted(decode(arabic.getBytes(cp1256))));
    String declared = "<?xml version='1.0' encoding='windows-1256'?>" + arabic;
    assertEquals("+1", counted(decode(declared.getBytes(cp1256))));
    assertEquals("أمطار", new CapPlay().reports(declared.getBytes(cp1256)).getFirst().title());
    assertEquals("+1", counted(decode(arabic.getBytes(StandardCharsets.UTF_16))));
    var marked = new ByteArrayOutputStream();
    marked.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    marked.writeBytes(arabic.getBytes(StandardCharsets.UTF_8));
    assertEquals("+1", counted(decode(marked.toByteArray())));
  }

  private static List<Decoded> decode(byte[] raw) {
    return FeedConfig.plain("met", "cap").decoder().decode(raw, CapPlay.AT);
  }

  private static String with(String piece, String instead) {
    return ALERT.replace(piece, instead);
  }

  private static String laughs() {
    var all = new StringBuilder();
    for (int i = 1; i < 10; i++) {
      all.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    return all.toString();
  }

  private static String entities() {
    return "<!DOCTYPE alert [" + "<!ENTITY a 'b'>".repeat(1_000_000) + "]>" + ALERT;
  }

  private static String nested(int depth) {
    return ALERT.replace("<info>", "<x>".repeat(depth) + "</x>".repeat(depth) + "<info>");
  }
}
