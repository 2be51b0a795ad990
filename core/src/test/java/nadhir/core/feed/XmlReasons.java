package nadhir.core.feed;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The ways to be rejected that formats in XML have, for {@link ReasonTest}. */
final class XmlReasons {
  private static final String ALERT =
      """
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>a%d</identifier><sender>met.example</sender>
      <sent>2026-11-20T12:00:00+03:00</sent><status>Actual</status><msgType>Alert</msgType>
      <scope>Public</scope><info><category>Met</category><event>Flash flood</event>
      <urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>
      <headline>Floods</headline><area><areaDesc>Aqaba</areaDesc>
      <polygon>29,35 30,35 30,36 29,35</polygon></area></info></alert>""";

  private static final String QUAKE =
      """
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>q</identifier><sender>quakes.example</sender>
      <sent>2026-11-20T12:00:00+03:00</sent><status>Actual</status><msgType>Alert</msgType>
      <scope>Public</scope><info><category>Geo</category><event>Earthquake</event>
      <urgency>Past</urgency><severity>Severe</severity><certainty>Likely</certainty>
      <onset>2026-11-20T11:55:00+03:00</onset>
      <parameter><valueName>Magnitude</valueName><value>5.5</value></parameter>
      <parameter><valueName>Depth</valueName><value>10 km</value></parameter>
      <area><areaDesc>Gulf</areaDesc><circle>28.8,34.8 0.0</circle></area></info></alert>""";

  private static final String ITEM =
      """
      <item><title>Earthquake</title><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate>
      <g:fromdate>Fri, 20 Nov 2026 08:55:00 GMT</g:fromdate>
      <r:point xmlns:r="http://www.georss.org/georss">28.8 34.8</r:point>
      <g:eventtype>EQ</g:eventtype><g:alertlevel>Orange</g:alertlevel>
      <g:eventid>%d</g:eventid><g:episodeid>7</g:episodeid>
      <g:severity unit="M" value="5.5">Magnitude 5.5M, Depth:10km</g:severity></item>""";

  private XmlReasons() {}

  static Stream<Arguments> cases() {
    return Stream.of(
        cap(Reason.MALFORMED_XML, "", 0),
        cap(Reason.MALFORMED_XML, "<feed><entry>" + ALERT.formatted(1) + "</entry><entry>", 1),
        cap(Reason.DOCTYPE, "<!DOCTYPE alert SYSTEM 'x'>" + ALERT, 0),
        cap(Reason.TOO_COMPLEX, "<feed>" + "<a>".repeat(10_000), 0),
        cap(Reason.WRONG_DOCUMENT, "<html/>", 0),
        cap(Reason.WRONG_DOCUMENT, "<alert/>", 0),
        cap(Reason.BAD_ENTRY, feed("<entry><title>no more</title></entry>"), 2),
        cap(Reason.BAD_ENTRY, feed("<entry><link href='http://a b'/></entry>"), 2),
        cap(Reason.BAD_ENTRY, feed("<entry><link type='text/html' href='http://a'/></entry>"), 2),
        alert(Reason.NO_ID, "<identifier>.*</identifier>", ""),
        alert(Reason.NO_TIME, "<sent>.*</sent>", ""),
        alert(Reason.BAD_TIME, "\\+03:00", ""),
        alert(Reason.BAD_TIME, "11-20T", "11-31T"),
        alert(Reason.NO_HAZARD, "Actual", "Draft"),
        alert(Reason.NO_HAZARD, "Actual", "System"),
        alert(Reason.NO_HAZARD, ">Alert<", ">Ack<"),
        alert(Reason.NO_HAZARD, ">Alert<", ">Error<"),
        alert(Reason.NO_HAZARD, "(?s)<info>.*</info>", ""),
        alert(Reason.MISSING_ELEMENT, "<sender>.*</sender>", ""),
        alert(Reason.MISSING_ELEMENT, "<scope>Public", "<scope> "),
        alert(Reason.MISSING_ELEMENT, "<event>.*</event>", ""),
        alert(Reason.MISSING_ELEMENT, "<category>.*</category>", ""),
        alert(Reason.REPEATED_ELEMENT, "<scope>", "<sender>other</sender><scope>"),
        alert(Reason.REPEATED_ELEMENT, "<event>", "<event>Calm</event><event>"),
        alert(Reason.UNKNOWN_CODE, "Actual", "actual"),
        alert(Reason.UNKNOWN_CODE, ">Alert<", ">Warning<"),
        alert(Reason.UNKNOWN_CODE, ">Public<", ">World<"),
        alert(Reason.UNKNOWN_CODE, ">Severe<", ">Bad<"),
        alert(Reason.UNKNOWN_CODE, ">Likely<", ">Sure<"),
        alert(Reason.UNKNOWN_CODE, ">Immediate<", ">Now<"),
        alert(Reason.BAD_REFERENCE, ">Alert<", ">Cancel<"),
        part(Reason.BAD_REFERENCE, "<info>", "<references>a,b</references><info>"),
        part(Reason.BAD_AREA, "29,35 30", "29,36 30"),
        part(Reason.BAD_AREA, "29,35 30", "NaN,35 30"),
        part(Reason.BAD_AREA, "29,35 30", "129,35 30"),
        part(Reason.BAD_AREA, "30,35 30,36 ", "29,35 29,35 "),
        part(Reason.BAD_AREA, "</polygon>", "</polygon><circle>29,35,5</circle>"),
        part(Reason.BAD_AREA, "</polygon>", "</polygon><circle>29,35 40000</circle>"),
        part(Reason.AREA_BY_CODE, "<polygon>.*</polygon>", "<geocode><value>1</value></geocode>"),
        part(
            Reason.SIGNATURE_UNCHECKED,
            "</info>",
            "</info><Signature xmlns='http://www.w3.org/2000/09/xmldsig#'/>"),
        cap(Reason.BAD_MAGNITUDE, QUAKE.replace(">5.5<", ">55<"), 0),
        cap(Reason.BAD_DEPTH, QUAKE.replace(">10 km<", ">6371 km<"), 0),
        cap(Reason.SUPERSEDED, feed(entry(cancelled("a1")) + entry(ALERT.formatted(1))), 3),
        gdacs(Reason.MISSING_ELEMENT, "<g:eventtype>EQ</g:eventtype>", ""),
        gdacs(Reason.UNWANTED_EVENT, ">EQ<", ">XY<"),
        gdacs(Reason.NO_ID, "<g:eventid>1</g:eventid>", ""),
        gdacs(Reason.BAD_ID, "<g:eventid>1", "<g:eventid>1 2"),
        gdacs(Reason.NO_TIME, "<pubDate>.*</pubDate>", ""),
        gdacs(Reason.NO_TIME, "<g:fromdate>.*</g:fromdate>", ""),
        gdacs(Reason.BAD_TIME, "Fri, 20 Nov 2026 09", "20.11.2026 09"),
        gdacs(Reason.NO_PLACE, "<r:point.*</r:point>", ""),
        gdacs(Reason.BAD_PLACE, ">28.8 34.8<", ">128.8 34.8<"),
        gdacs(Reason.BAD_PLACE, ">28.8 34.8<", ">28.8<"),
        gdacs(Reason.BAD_PLACE, ">28.8 34.8<", ">NaN 34.8<"),
        gdacs(Reason.NO_MAGNITUDE, "value=\"5.5\"", ""),
        gdacs(Reason.BAD_MAGNITUDE, "value=\"5.5\"", "value=\"1e9\""),
        gdacs(Reason.BAD_MAGNITUDE, "value=\"5.5\"", "value=\"55\""),
        gdacs(Reason.BAD_DEPTH, "Depth:10km", "Depth:6371km"),
        gdacs(Reason.UNKNOWN_CODE, "(?s)>EQ<(.*)Orange", ">FL<$1Purple"),
        gdacs(Reason.SUPERSEDED, "(?s)<g:eventid>1<(.*)>7<", "<g:eventid>2<$1>6<"));
  }

  private static Arguments cap(Reason reason, String xml, int neighbours) {
    return Arguments.of(reason, "cap", xml, neighbours);
  }

  /** The alert is rejected. */
  private static Arguments alert(Reason reason, String piece, String instead) {
    return cap(reason, feed(entry(changed(ALERT.formatted(1), piece, instead))), 2);
  }

  /** A part of the alert is rejected, and the rest of it stays. */
  private static Arguments part(Reason reason, String piece, String instead) {
    return cap(reason, feed(entry(changed(ALERT.formatted(1), piece, instead))), 3);
  }

  private static Arguments gdacs(Reason reason, String piece, String instead) {
    return Arguments.of(
        reason,
        "gdacs-rss",
        "<rss xmlns:g='http://www.gdacs.org'><channel>"
            + ITEM.formatted(2)
            + changed(ITEM.formatted(1), piece, instead)
            + ITEM.formatted(3)
            + "</channel></rss>",
        2);
  }

  private static String changed(String xml, String piece, String instead) {
    String changed = xml.replaceFirst(piece, instead);
    if (changed.equals(xml)) {
      throw new IllegalArgumentException("there is no " + piece);
    }
    return changed;
  }

  private static String cancelled(String identifier) {
    return ALERT
        .formatted(9)
        .replace(">Alert<", ">Cancel<")
        .replace(
            "<info>",
            "<references>met.example,"
                + identifier
                + ",2026-11-20T12:00:00+03:00</references><info>");
  }

  private static String feed(String entry) {
    return "<feed xmlns='http://www.w3.org/2005/Atom'>"
        + entry(ALERT.formatted(7))
        + entry
        + entry(ALERT.formatted(8))
        + "</feed>";
  }

  private static String entry(String alert) {
    return "<entry><content>" + alert + "</content></entry>";
  }
}
