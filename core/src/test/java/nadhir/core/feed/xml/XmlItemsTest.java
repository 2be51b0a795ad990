package nadhir.core.feed.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlItemsTest {
  private static final List<String> PATHS = List.of("feed/entry", "rss/channel/item", "alert");

  private record Read(List<XmlElement> items, Optional<Reason> fault) {}

  private static Read read(byte[] raw) {
    List<XmlElement> items = new ArrayList<>();
    var fault = XmlItems.each(raw, PATHS, items::add);
    return new Read(items, fault.map(Decoded.Rejected::reason));
  }

  private static Read read(String xml) {
    return read(xml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void itemsAreGivenOneByOneWithAllThatIsInThem() {
    var read =
        read(
            "<f:feed xmlns:f='a' xmlns:g='b'><f:title>not this</f:title><f:entry>"
                + "<g:title>g</g:title><f:title lang='ar' g:x='1'> t<![CDATA[<&]]> </f:title>"
                + "</f:entry><f:entry/></f:feed>");
    assertEquals(Optional.empty(), read.fault());
    assertEquals(2, read.items().size());
    var entry = read.items().getFirst();
    assertEquals(Optional.of("t<&"), entry.said("title"));
    assertEquals(Optional.of("g"), entry.said("b", "title"));
    assertEquals(Optional.empty(), entry.said("", "title"));
    assertEquals(Optional.of("ar"), entry.first("title").get().attribute("lang"));
    assertEquals(Optional.of("1"), entry.first("title").get().attribute("{b}x"));
  }

  @Test
  void anItemStandsOnlyWhereItsPathSays() {
    var read =
        read(
            "<rss><item>no</item><channel><x><item>no</item></x><item>yes<item>in it</item></item>"
                + "</channel></rss>");
    assertEquals(List.of("yes"), read.items().stream().map(XmlElement::text).toList());
  }

  @Test
  void anEmptyListIsNoFault() {
    assertEquals(Optional.empty(), read("<rss><channel/></rss>").fault());
    assertEquals(Optional.empty(), read("<feed xmlns='x'/>").fault());
  }

  @Test
  void whatStoodBeforeTheBreakIsGiven() {
    String xml = "<feed><entry>1</entry><entry>2</entry><entry>3</ent";
    var read = read(xml);
    assertEquals(2, read.items().size());
    assertEquals(Optional.of(Reason.MALFORMED_XML), read.fault());
  }

  static Stream<Arguments> faults() {
    String laughs =
        "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;&x;'>]><alert>&y;&y;&y;</alert>";
    return Stream.of(
        Arguments.of(Reason.WRONG_DOCUMENT, "<html/>"),
        Arguments.of(Reason.WRONG_DOCUMENT, "<rss/>"),
        Arguments.of(Reason.MALFORMED_XML, ""),
        Arguments.of(Reason.MALFORMED_XML, "{}"),
        Arguments.of(Reason.MALFORMED_XML, "<alert>"),
        Arguments.of(Reason.MALFORMED_XML, "<alert/><alert/>"),
        Arguments.of(Reason.MALFORMED_XML, "<alert>&nbsp;</alert>"),
        Arguments.of(Reason.MALFORMED_XML, "<alert><x:y/></alert>"),
        Arguments.of(Reason.MALFORMED_XML, "<alert>&#x0;</alert>"),
        Arguments.of(Reason.MALFORMED_XML, "<?xml version='1.0' encoding='EBCDIC-US'?><alert/>"),
        Arguments.of(Reason.MALFORMED_XML, "<?xml version='1.0' encoding='none-such'?><alert/>"),
        Arguments.of(Reason.MALFORMED_XML, "<!DOCTYPE a [<!ENTITY x '\u0000'>]><alert/>"),
        Arguments.of(Reason.DOCTYPE, laughs),
        Arguments.of(Reason.DOCTYPE, "<!DOCTYPE alert><alert/>"),
        Arguments.of(Reason.DOCTYPE, "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><alert/>"),
        Arguments.of(Reason.DOCTYPE, "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><alert/>"),
        Arguments.of(
            Reason.DOCTYPE, "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/'>%p;]><alert/>"),
        Arguments.of(Reason.TOO_COMPLEX, nested(GuardedXml.MAX_DEPTH)),
        Arguments.of(Reason.TOO_COMPLEX, nested(10_000)),
        Arguments.of(Reason.TOO_COMPLEX, "<alert " + attributes(GuardedXml.MAX_ATTRIBUTES + 1)),
        Arguments.of(
            Reason.TOO_COMPLEX, "<alert>" + "a".repeat(GuardedXml.MAX_TEXT + 1) + "</alert>"),
        Arguments.of(
            Reason.TOO_COMPLEX, "<alert a='" + "a".repeat(GuardedXml.MAX_TEXT + 1) + "'/>"),
        Arguments.of(
            Reason.TOO_COMPLEX,
            "<alert>" + ("<b>" + "a".repeat(GuardedXml.MAX_TEXT) + "</b>").repeat(5) + "</alert>"),
        Arguments.of(
            Reason.TOO_COMPLEX, "<alert>" + "<b/>".repeat(GuardedXml.MAX_ITEM_NODES) + "</alert>"),
        Arguments.of(
            Reason.TOO_COMPLEX, "<feed>" + "<b/>".repeat(GuardedXml.MAX_ELEMENTS) + "</feed>"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aDocumentThatIsNotTakenSaysWhy(Reason reason, String xml) {
    assertEquals(Optional.of(reason), read(xml).fault());
  }

  @Test
  void whatIsTooLargeIsNotRead() {
    byte[] large = new byte[FeedDecoder.MAX_BYTES + 1];
    Arrays.fill(large, (byte) ' ');
    assertEquals(Optional.of(Reason.TOO_LARGE), read(large).fault());
  }

  @Test
  void whatIsJustWithinTheLimitsIsRead() throws Refusal {
    assertEquals(1, read(nested(GuardedXml.MAX_DEPTH - 1)).items().size());
    assertEquals(1, read("<alert " + attributes(GuardedXml.MAX_ATTRIBUTES)).items().size());
    String text = "a".repeat(GuardedXml.MAX_TEXT);
    var whole = XmlItems.whole(("<a b='c'>" + text + "</a>").getBytes(StandardCharsets.UTF_8));
    assertEquals(text, whole.text());
  }

  @Test
  void aWholeDocumentEndsWithItsRoot() {
    byte[] raw = "<a/> more".getBytes(StandardCharsets.UTF_8);
    var refusal = assertThrows(Refusal.class, () -> XmlItems.whole(raw));
    assertEquals(Reason.MALFORMED_XML, refusal.rejected("").reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-6", "windows-1256"})
  void arabicIsReadInEveryEncodingThatIsDeclared(String encoding) {
    assertEquals("سيول", textIn(encoding, "سيول", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "ISO-8859-15", "windows-1252", "Windows-1252"})
  void lettersWithAccentsAreReadInEveryEncodingThatIsDeclared(String encoding) {
    assertEquals("Usulután", textIn(encoding, "Usulután", true));
  }

  @Test
  void aByteOrderMarkNeedsNoDeclaration() {
    assertEquals("سيول", textIn("UTF-16", "سيول", false));
    assertEquals("سيول", textIn("UTF-8", "سيول", false, 0xEF, 0xBB, 0xBF));
    assertEquals("سيول", textIn("UTF-8", "سيول", true, 0xEF, 0xBB, 0xBF));
    assertEquals("سيول", textIn("UTF-16LE", "سيول", false, 0xFF, 0xFE));
  }

  @Test
  void bytesThatAreNotOfTheDeclaredEncodingAreRefused() {
    byte[] latin =
        "<?xml version='1.0' encoding='UTF-8'?><alert>Usulután</alert>"
            .getBytes(StandardCharsets.ISO_8859_1);
    var fault = XmlItems.each(latin, PATHS, _ -> {}).get();
    assertEquals(Reason.MALFORMED_XML, fault.reason());
    assertTrue(fault.detail().contains("no letters in its encoding"), fault.detail());
  }

  @Test
  void theFaultSaysWhere() {
    var fault =
        XmlItems.each("<feed>\n<entry></b>".getBytes(StandardCharsets.UTF_8), PATHS, _ -> {});
    assertTrue(fault.get().detail().contains("line 2"), fault.get().detail());
  }

  private static String textIn(String encoding, String text, boolean declared, int... mark) {
    String head = declared ? "<?xml version='1.0' encoding='" + encoding + "'?>" : "";
    var raw = new ByteArrayOutputStream();
    for (int b : mark) {
      raw.write(b);
    }
    raw.writeBytes((head + "<alert>" + text + "</alert>").getBytes(Charset.forName(encoding)));
    return read(raw.toByteArray()).items().getFirst().text();
  }

  private static String nested(int depth) {
    return "<alert>" + "<x>".repeat(depth) + "</x>".repeat(depth) + "</alert>";
  }

  private static String attributes(int count) {
    var all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(" a").append(i).append("='1'");
    }
    return all + "/>";
  }
}
