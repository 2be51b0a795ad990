package nadhir.core.feed.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Within;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardTypeId;
import nadhir.core.report.Certainty;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;
import org.junit.jupiter.api.Test;

class CapDecoderTest {
  private static final String AQABA = "29.4,34.9 29.7,34.9 29.7,35.2 29.4,34.9";
  private static final String IRBID = "32.4,35.7 32.7,35.7 32.7,36.0 32.4,35.7";

  private static String alert(String id, String... infos) {
    return message(id, "Alert", "", infos);
  }

  private static String message(String id, String type, String references, String... infos) {
    return """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
        <identifier>%s</identifier><sender>met@jo.example</sender>
        <sent>2026-11-20T10:00:00+03:00</sent><status>Actual</status><msgType>%s</msgType>
        <scope>Public</scope><note>n</note>%s%s</alert>"""
        .formatted(
            id,
            type,
            references.isEmpty() ? "" : "<references>" + references + "</references>",
            String.join("", infos));
  }

  private static String reference(String id) {
    return "met@jo.example," + id + ",2026-11-20T09:00:00+03:00";
  }

  private static String info(String language, String event, String severity, String polygon) {
    return """
        <info><language>%s</language><category>Met</category><event>%s</event>
        <urgency>Expected</urgency><severity>%s</severity><certainty>Likely</certainty>
        <effective>2026-11-20T10:05:00+03:00</effective><onset>2026-11-20T15:00:00+03:00</onset>
        <expires>2026-11-20T21:00:00+03:00</expires><headline>%s!</headline>
        <area><areaDesc>a</areaDesc><polygon>%s</polygon></area></info>"""
        .formatted(language, event, severity, event, polygon);
  }

  @Test
  void aWarningHasItsFields() {
    var r =
        new CapPlay().reports(alert("j1", info("en", "Heavy rain", "Severe", AQABA))).getFirst();
    assertTrue(r.id().value().matches("jmd:j1\\.[0-9a-f]{8}"), r.id().value());
    assertEquals("2026-11-20T07:00:00Z", r.occurredAt().toString());
    assertEquals("2026-11-20T07:00:00Z", r.updatedAt().toString());
    assertEquals(CapPlay.AT, r.receivedAt());
    assertEquals(Certainty.LIKELY, r.certainty());
    assertEquals("Heavy rain!", r.title());
    assertEquals(Optional.empty(), r.place());
    var stated = (Observation.Stated) r.observation();
    assertEquals(Severity.SEVERE, stated.severity());
    assertEquals("2026-11-20T12:00:00Z", stated.onset().toString());
    assertEquals("2026-11-20T18:00:00Z", stated.until().orElseThrow().toString());
    assertEquals("Heavy rain", stated.event());
    assertEquals("en", stated.language());
    assertEquals("met@jo.example", stated.sender());
    assertEquals(4, stated.area().orElseThrow().polygons().getFirst().outer().size());
  }

  @Test
  void languagesAreReportsOfTheirOwnAndShareNoName() {
    assertEquals(
        """
        jmd:j1 ACTUAL weather-warning SEVERE 2026-11-20T12:00:00Z..2026-11-20T18:00:00Z ar 1+0 shapes 'سيول!' [cap:j1]
        jmd:j1/1 ACTUAL weather-warning SEVERE 2026-11-20T12:00:00Z..2026-11-20T18:00:00Z en 1+0 shapes 'Floods!' [cap:j1/1]
        """,
        new CapPlay()
            .play(
                alert(
                    "j1",
                    info("ar", "سيول", "Severe", AQABA),
                    info("en", "Floods", "Severe", AQABA))));
  }

  @Test
  void areasOfOnePhaseAreOneReportAndPhasesAreSeveral() {
    assertEquals(
        """
        jmd:j1 ACTUAL weather-warning SEVERE 2026-11-20T12:00:00Z..2026-11-20T18:00:00Z en 2+0 shapes 'Rain!' [cap:j1]
        jmd:j1/1 ACTUAL weather-warning MINOR 2026-11-20T12:00:00Z..2026-11-20T18:00:00Z en 1+0 shapes 'Rain!' [cap:j1/1]
        """,
        new CapPlay()
            .play(
                alert(
                    "j1",
                    info("en", "Rain", "Severe", AQABA),
                    info("en", "Rain", "Minor", AQABA),
                    info("en", "Rain", "Severe", IRBID),
                    info("en", "Rain", "Severe", AQABA))));
  }

  @Test
  void anUpdateReplacesPartByPartAndEndsWhatItNoLongerSays() {
    String first =
        alert("j1", info("en", "Rain", "Severe", AQABA), info("en", "Wind", "Minor", AQABA));
    String then = message("j2", "Update", reference("j1"), info("en", "Rain", "Extreme", AQABA));
    assertEquals(
        """
        jmd:j2 ACTUAL weather-warning EXTREME 2026-11-20T12:00:00Z..2026-11-20T18:00:00Z en 1+0 shapes 'Rain!' [cap:j2, cap:j1]
        jmd:j1/1 WITHDRAWN weather-warning - 'n' [cap:j1/1]
        SUPERSEDED j1: by j2
        """,
        after(first, then, first));
  }

  @Test
  void anUpdateUnderItsPredecessorsIdentifierIsAVersionOfIt() {
    String first = alert("j1", info("en", "Rain", "Severe", AQABA));
    String then = message("j1", "Update", reference("j1"), info("en", "Rain", "Extreme", AQABA));
    String told =
        "jmd:j1 ACTUAL weather-warning EXTREME 2026-11-20T12:00:00Z..2026-11-20T18:00:00Z en 1+0"
            + " shapes 'Rain!' [cap:j1]\n";
    assertEquals(told + told, after(first, then, then));
  }

  @Test
  void anUpdateThatIsNotUnderstoodTakesNothingBack() {
    String first = alert("j1", info("en", "Rain", "Severe", AQABA));
    String then = message("j2", "Update", reference("j1"), info("en", "Rain", "Awful", AQABA));
    assertEquals("UNKNOWN_CODE j2: severity 'Awful'\n", after(first, then));
  }

  @Test
  void aCancelTakesBackEveryPartThatWasTold() {
    String first =
        alert("j1", info("ar", "سيول", "Severe", AQABA), info("en", "Floods", "Severe", AQABA));
    String cancel = message("j2", "Cancel", reference("j1"));
    assertEquals(
        """
        jmd:j1 WITHDRAWN weather-warning - 'n' [cap:j1]
        jmd:j1/1 WITHDRAWN weather-warning - 'n' [cap:j1/1]
        """,
        after(first, cancel));
  }

  @Test
  void aCancelOfWhatIsNotRememberedTakesBackAsManyPartsAsItHas() {
    assertEquals(
        "jmd:j1 WITHDRAWN weather-warning - 'n' [cap:j1]\n",
        new CapPlay().play(message("j2", "Cancel", reference("j1"))));
    assertEquals(
        """
        jmd:j1 WITHDRAWN weather-warning - 'n' [cap:j1]
        jmd:j1/1 WITHDRAWN weather-warning - 'n' [cap:j1/1]
        """,
        new CapPlay()
            .play(
                message(
                    "j2",
                    "Cancel",
                    reference("j1"),
                    info("ar", "سيول", "Severe", AQABA),
                    info("en", "Floods", "Severe", AQABA))));
  }

  @Test
  void aStrangerWithTheSameIdentifierTakesNothingBack() {
    String first = alert("j1", info("en", "Rain", "Severe", AQABA));
    String cancel =
        message("j1x", "Cancel", "liar@example,j1,2026-11-20T09:00:00+03:00")
            .replace("met@jo.example<", "liar@example<");
    var play = new CapPlay();
    var told = play.reports(first).getFirst();
    var taken = play.reports(cancel).getFirst();
    assertTrue(!told.id().equals(taken.id()), told.id() + " " + taken.id());
    assertTrue(told.alsoKnownAs().stream().noneMatch(taken.alsoKnownAs()::contains));
  }

  @Test
  void exercisesAndTestsAreTestsAndSupersedeNothing() {
    String first = alert("j1", info("en", "Rain", "Severe", AQABA));
    String exercise =
        message("j2", "Update", reference("j1"), info("en", "Rain", "Extreme", AQABA))
            .replace(">Actual<", ">Exercise<");
    assertEquals(
        """
        jmd:j2 TEST weather-warning EXTREME 2026-11-20T12:00:00Z..2026-11-20T18:00:00Z en 1+0 shapes 'Rain!' [cap:j2, cap:j1]
        jmd:j1 ACTUAL weather-warning SEVERE 2026-11-20T12:00:00Z..2026-11-20T18:00:00Z en 1+0 shapes 'Rain!' [cap:j1]
        """,
        after(first, exercise, first));
    String cancel = message("j3", "Cancel", reference("j1")).replace(">Actual<", ">Test<");
    assertEquals("NO_HAZARD j3: the cancellation is a test\n", after(first, cancel));
  }

  @Test
  void anAllClearEndsWhenItIsSent() {
    String all =
        info("en", "Rain", "Minor", AQABA)
            .replace("<urgency>", "<responseType>AllClear</responseType><urgency>");
    assertEquals(
        "jmd:j2 ACTUAL weather-warning MINOR 2026-11-20T12:00:00Z..2026-11-20T07:00:00Z en 1+0"
            + " shapes 'Rain!' [cap:j2, cap:j1]\n",
        new CapPlay().play(message("j2", "Update", reference("j1"), all)));
  }

  @Test
  void withoutOnsetItBeginsWhenItTookEffectElseWhenItWasSent() {
    String noOnset = info("", "Rain", "Minor", AQABA).replaceFirst("<onset>.*</onset>", "");
    String noTimes =
        noOnset
            .replaceFirst("<effective>.*</effective>", "")
            .replaceFirst("<expires>.*</expires>", "")
            .replaceFirst("<headline>.*</headline>", "");
    assertEquals(
        """
        jmd:j1 ACTUAL weather-warning MINOR 2026-11-20T07:05:00Z..2026-11-20T18:00:00Z ? 1+0 shapes 'Rain!' [cap:j1]
        jmd:j2 ACTUAL weather-warning MINOR 2026-11-20T07:00:00Z.. ? 1+0 shapes 'Rain' [cap:j2]
        """,
        new CapPlay().play(alert("j1", noOnset), alert("j2", noTimes)));
  }

  @Test
  void utcIsWrittenInThreeWays() {
    for (String offset : List.of("-00:00", "+00:00", "Z")) {
      String xml = alert("j1", info("en", "Rain", "Minor", AQABA)).replace("+03:00", offset);
      assertEquals(
          "2026-11-20T10:00:00Z", new CapPlay().reports(xml).getFirst().occurredAt().toString());
    }
  }

  @Test
  void capOneZeroNeedsNoScopeAndNoCategoryAndIsVeryLikely() {
    String old =
        alert("j1", info("en", "Rain", "Severe", AQABA))
            .replace("urn:oasis:names:tc:emergency:cap:1.2", "http://www.incident.com/cap/1.0")
            .replace("<scope>Public</scope>", "")
            .replace("<category>Met</category>", "")
            .replace("Likely", "Very Likely");
    assertEquals(Certainty.LIKELY, new CapPlay().reports(old).getFirst().certainty());
  }

  @Test
  void severalAlertsStandInOneDocument() {
    String two =
        alert("j1", info("en", "Rain", "Severe", AQABA))
            + alert("j2", info("en", "Wind", "Severe", AQABA));
    for (String wrapped :
        List.of(
            "<alerts>" + two + "</alerts>",
            "<feed><entry><content type='text/xml'>" + two + "</content></entry></feed>",
            "<EDXLDistribution><contentObject><xmlContent><embeddedXMLContent>"
                + two
                + "</embeddedXMLContent></xmlContent></contentObject></EDXLDistribution>",
            "<rss><channel><item>" + two + "</item></channel></rss>")) {
      assertEquals(2, new CapPlay().reports(wrapped).size(), wrapped);
    }
  }

  @Test
  void anAlertWrittenAsTextInsideAnEntryIsRead() {
    String text = alert("j1", info("en", "Rain", "Severe", AQABA)).replace("<", "&lt;");
    String feed = "<feed><entry><content type='text'>" + text + "</content></entry></feed>";
    assertEquals(1, new CapPlay().reports(feed).size());
  }

  @Test
  void whatASignatureEnclosesIsNobodysWord() {
    String signature = "<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'><Object>";
    String moved = alert("j1", info("en", "Rain", "Severe", AQABA));
    String forged =
        alert("j2", info("en", "Wind", "Minor", AQABA))
            .replace("</alert>", signature + moved + "</Object></Signature></alert>");
    assertEquals(
        """
        SIGNATURE_UNCHECKED j2: signed
        jmd:j2 ACTUAL weather-warning MINOR 2026-11-20T12:00:00Z..2026-11-20T18:00:00Z en 1+0 shapes 'Wind!' [cap:j2]
        """,
        new CapPlay().play(forged));
    String enclosed = "<feed><entry>" + signature + moved + "</Object></Signature></entry></feed>";
    assertEquals(
        "BAD_ENTRY an entry: neither an alert nor a link to one\n", new CapPlay().play(enclosed));
  }

  @Test
  void aBadInfoOrShapeCostsNoOther() {
    assertEquals(
        """
        BAD_AREA j1: a polygon of 3 places that is not closed: 29.4,34.9 29.7,34.9 29.7,35.2
        jmd:j1 ACTUAL weather-warning SEVERE 2026-11-20T12:00:00Z..2026-11-20T18:00:00Z ar 'سيول!' [cap:j1]
        MISSING_ELEMENT j1: info has no 'severity'
        """,
        new CapPlay()
            .play(
                alert(
                    "j1",
                    info("ar", "سيول", "Severe", "29.4,34.9 29.7,34.9 29.7,35.2"),
                    info("en", "Floods", " ", AQABA))));
  }

  @Test
  void aLargePolygonIsDrawnWithFewerPlaces() {
    var ring = new StringBuilder();
    for (int i = 0; i <= 5_000; i++) {
      double angle = 2 * Math.PI * (i % 5_000) / 5_000;
      ring.append(29.5 + 0.5 * Math.sin(angle)).append(',').append(35 + 0.5 * Math.cos(angle));
      ring.append(' ');
    }
    String plain = ring.toString().replaceAll("(\\d\\.\\d{1,15})[\\d]*(E-\\d+)?", "$1");
    var stated =
        (Observation.Stated)
            new CapPlay()
                .reports(alert("j1", info("en", "Rain", "Severe", plain)))
                .getFirst()
                .observation();
    var outer = stated.area().orElseThrow().polygons().getFirst().outer();
    assertEquals(CapArea.MAX_PLACES, outer.size());
  }

  @Test
  void moreShapesThanFitAreLeftOutAndCounted() {
    var polygons = new StringBuilder();
    for (int i = 0; i < CapArea.MAX_SHAPES + 2; i++) {
      polygons.append("%d,10 %d,11 %d.5,11 %d,10</polygon><polygon>".formatted(i, i, i, i));
    }
    String xml = alert("j1", info("en", "Rain", "Severe", polygons.toString()));
    var all = new CapPlay().decode(xml);
    assertEquals(2, all.size(), all.toString());
    assertEquals(
        "BAD_AREA j1: more than 50 polygons", new CapPlay().play(xml).lines().findFirst().get());
  }

  @Test
  void whatLiesElsewhereIsLeftOut() {
    var within = new Within(new LatLon(29.53, 35.0), 60_000);
    var options =
        new EventTypes(
            List.of(), Optional.of(new HazardTypeId("weather-warning")), Optional.of(within));
    String byCode = info("en", "Hail", "Minor", "").replace("</area>", "<geocode/></area>");
    assertEquals(
        """
        jmd:j1 ACTUAL weather-warning SEVERE 2026-11-20T12:00:00Z..2026-11-20T18:00:00Z en 1+0 shapes 'Rain!' [cap:j1]
        ELSEWHERE j1: 'Wind!'
        AREA_BY_CODE j1: 1 geocodes and no shape
        jmd:j1/2 ACTUAL weather-warning MINOR 2026-11-20T12:00:00Z..2026-11-20T18:00:00Z en 'Hail!' [cap:j1/2]
        """,
        new CapPlay(options)
            .play(
                alert(
                    "j1",
                    info("en", "Rain", "Severe", AQABA + "</polygon><polygon>" + IRBID),
                    info("en", "Wind", "Severe", IRBID),
                    byCode)));
  }

  @Test
  void anUpdateThatMovesElsewhereTakesBackWhatWasHere() {
    var within = new Within(new LatLon(29.53, 35.0), 60_000);
    var options =
        new EventTypes(
            List.of(), Optional.of(new HazardTypeId("weather-warning")), Optional.of(within));
    var play = new CapPlay(options);
    play.play(alert("j1", info("en", "Rain", "Severe", AQABA)));
    assertEquals(
        """
        ELSEWHERE j2: 'Rain!'
        jmd:j1 WITHDRAWN weather-warning - 'n' [cap:j1]
        """,
        play.play(message("j2", "Update", reference("j1"), info("en", "Rain", "Severe", IRBID))));
  }

  private static String after(String first, String... documents) {
    var play = new CapPlay();
    play.play(first);
    return play.play(documents);
  }
}
