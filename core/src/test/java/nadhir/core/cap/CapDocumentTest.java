package nadhir.core.cap;

import static nadhir.core.cap.CapExample.AMMAN;
import static nadhir.core.cap.CapExample.DRILL;
import static nadhir.core.cap.CapExample.LIVE;
import static nadhir.core.cap.CapExample.SQUARE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import nadhir.core.alert.AlertMessage.MsgType;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.alert.IssuedRevision;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.lane.Lane;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

class CapDocumentTest {
  private static final Area CIRCLE = Area.circle(new LatLon(29.47, 34.969), 3704);

  record Form(IssuedRevision issued, Lane lane, ZoneId zone) {
    @Override
    public String toString() {
      var m = issued.message();
      return m.type() + " " + m.scope() + " " + lane.key() + " " + zone;
    }
  }

  static Stream<Form> forms() {
    var error = Optional.of("Sent in error: gauge shaken");
    var exercise = Optional.of("Exercise friday. Sent in error");
    return Stream.of(
        new Form(CapExample.issued(), LIVE, AMMAN),
        new Form(CapExample.issued(), LIVE, ZoneOffset.UTC),
        new Form(CapExample.issued(), DRILL, AMMAN),
        new Form(
            CapExample.issued(MsgType.UPDATE, Scope.PUBLIC, SQUARE, Optional.empty()), LIVE, AMMAN),
        new Form(CapExample.issued(MsgType.CANCEL, Scope.PUBLIC, SQUARE, error), LIVE, AMMAN),
        new Form(CapExample.issued(MsgType.CANCEL, Scope.PUBLIC, SQUARE, exercise), DRILL, AMMAN),
        new Form(
            CapExample.issued(MsgType.ALERT, Scope.RESTRICTED, CIRCLE, Optional.empty()),
            LIVE,
            AMMAN),
        new Form(
            CapExample.issued(MsgType.ALERT, Scope.PRIVATE, CIRCLE, Optional.empty()),
            DRILL,
            AMMAN));
  }

  private static String written(Form form) {
    return CapWriter.write(CapExample.composer(form.lane()).compose(form.issued()), form.zone());
  }

  private static Schema oasis() throws SAXException {
    var factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return factory.newSchema(Samples.sample("cap_schema/CAP-v1.2.xsd").toFile());
  }

  private static void validate(String xml) throws SAXException, IOException {
    oasis().newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormIsValidByTheSchemaOfOasis(Form form) throws Exception {
    validate(written(form));
  }

  @Test
  void theSchemaIsAWitnessThatCanSayNo() {
    String xml = written(forms().findFirst().orElseThrow());
    assertThrows(
        SAXException.class, () -> validate(xml.replace("<urgency>Expected", "<urgency>Soon")));
    assertThrows(
        SAXException.class, () -> validate(xml.replaceFirst("<status>Actual</status>", "")));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatIsWrittenReadsBackTheSame(Form form) {
    CapDocument document = CapExample.composer(form.lane()).compose(form.issued());
    assertEquals(new CapRead.Ok(document), CapReader.read(CapWriter.write(document, form.zone())));
    assertEquals(List.of(), ReadBack.differences(form.issued(), form.lane(), document));
  }

  @Test
  void anAlertLooksLikeThis() {
    String xml =
        CapWriter.write(CapExample.composer(LIVE).compose(CapExample.issued()), AMMAN)
            .replaceAll("(<(?:[a-z]\\w*)[ >])", "\n$1")
            .replaceAll("(?s)\n<info>\n<language>ar.*?</info>", "");
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>

        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
        <identifier>aqaba.live.alert-21.1</identifier>
        <sender>eoc.aqaba.example</sender>
        <sent>2026-11-20T15:47:03+03:00</sent>
        <status>Actual</status>
        <msgType>Alert</msgType>
        <scope>Public</scope>
        <info>
        <language>en</language>
        <category>Met</category>
        <event>Flash flood</event>
        <responseType>Evacuate</responseType>
        <urgency>Expected</urgency>
        <severity>Extreme</severity>
        <certainty>Likely</certainty>
        <effective>2026-11-20T15:47:03+03:00</effective>
        <expires>2026-11-20T20:47:03+03:00</expires>
        <senderName>Aqaba</senderName>
        <headline>Leave now</headline>
        <description>Flood &lt;fast&gt; &amp; deep ]]&gt; "17:30". Leave now. 911</description>
        <instruction>Leave</instruction>
        <parameter>
        <valueName>nadhir:level</valueName>
        <value>red</value></parameter>
        <area>
        <areaDesc>Shamiya</areaDesc>
        <polygon>29.55,35.02 29.55,35.031234567 29.56,35.03 29.55,35.02</polygon>
        <geocode>
        <valueName>nadhir:zone</valueName>
        <value>shamiya</value></geocode></area></info></alert>
        """,
        xml,
        "the third language only repeats English and is left out");
  }

  @Test
  void utcIsWrittenAsCapWantsIt() {
    assertEquals("2026-11-20T12:47:03-00:00", CapText.time(CapExample.ISSUED, ZoneOffset.UTC));
    assertEquals("2026-11-20T15:47:03+03:00", CapText.time(CapExample.ISSUED, AMMAN));
  }

  @Test
  void aFollowUpNamesAllEarlierMessages() {
    var document =
        CapExample.composer(LIVE)
            .compose(CapExample.issued(MsgType.UPDATE, Scope.PUBLIC, SQUARE, Optional.empty()));
    assertTrue(
        CapWriter.write(document, AMMAN)
            .contains(
                "<references>eoc.aqaba.example,aqaba.live.alert-21.1,2026-11-20T15:47:03+03:00"
                    + " eoc.aqaba.example,aqaba.live.alert-21.3,2026-11-20T15:48:03+03:00"
                    + "</references>"));
  }

  @Test
  void anExerciseNamesItselfAndACorrectionSaysSo() {
    var update = CapExample.issued(MsgType.UPDATE, Scope.PUBLIC, SQUARE, Optional.empty());
    assertEquals(Optional.of("Exercise friday"), CapExample.composer(DRILL).compose(update).note());
    var cancel = CapExample.issued(MsgType.CANCEL, Scope.PUBLIC, SQUARE, Optional.empty());
    assertEquals(Optional.of("Sent in error"), CapExample.composer(LIVE).compose(cancel).note());
  }

  @Test
  void restrictedAndPrivateSayForWhom() {
    var restricted = CapExample.issued(MsgType.ALERT, Scope.RESTRICTED, CIRCLE, Optional.empty());
    assertEquals(
        Optional.of("For port-control, dive centres only"),
        CapExample.composer(LIVE).compose(restricted).restriction());
    var secret = CapExample.issued(MsgType.ALERT, Scope.PRIVATE, CIRCLE, Optional.empty());
    String xml = CapWriter.write(CapExample.composer(LIVE).compose(secret), AMMAN);
    assertTrue(xml.contains("<addresses>port-control \"dive centres\"</addresses>"), xml);
    assertTrue(xml.contains("<circle>29.47,34.969 3.704</circle>"), xml);
  }
}
