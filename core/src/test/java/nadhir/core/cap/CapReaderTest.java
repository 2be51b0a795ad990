package nadhir.core.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import nadhir.core.cap.CapRead.Reason;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapReaderTest {
  private static final String GOOD =
      CapWriter.write(
          CapExample.composer(CapExample.LIVE).compose(CapExample.issued()), CapExample.AMMAN);

  private static CapRead.Rejected rejected(String xml) {
    return assertInstanceOf(CapRead.Rejected.class, CapReader.read(xml));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MISSING       | <sent>[^<]*</sent> | ''",
        "MISSING       | <event>[^<]*</event> | ''",
        "MISSING       | <areaDesc>[^<]*</areaDesc> | <areaDesc> </areaDesc>",
        "UNKNOWN_VALUE | <status>Actual | <status>Real",
        "UNKNOWN_VALUE | <severity>Extreme | <severity>EXTREME",
        "BAD_TIME      | <sent>2026-11-20T | <sent>2026-11-31T",
        "BAD_TIME      | <expires>[^<]* | <expires>2026-11-20T20:47:03Z",
        "BAD_AREA      | 29.55,35.02 29.55 | 29.55,35.03 29.55",
        "BAD_AREA      | <polygon>[^<]* | <polygon>",
        "BAD_AREA      | <polygon>29.55,35.02 | <polygon>NaN,35.02",
        "BAD_AREA      | <polygon>29.55,35.02 | <polygon>99.55,35.02",
        "BAD_REFERENCE | </scope> | </scope><references>a,b</references>",
        "NOT_CAP_12    | cap:1.2 | cap:1.1",
        "NOT_XML       | </alert> | ''",
        "NOT_XML       | <alert | <!DOCTYPE alert><alert",
        "NOT_XML       | <headline> | <headline>&nbsp;",
      })
  void whatIsWrongIsRejectedWithAReason(Reason reason, String piece, String instead) {
    String xml = GOOD.replaceFirst(piece, instead);
    assertTrue(!xml.equals(GOOD), piece);
    assertEquals(reason, rejected(xml).reason());
  }

  @Test
  void tooLongIsNotReadAtAll() {
    assertEquals(Reason.TOO_LARGE, rejected(GOOD + " ".repeat(CapReader.MAX_CHARACTERS)).reason());
  }

  @Test
  void deepNestingIsNotTaken() {
    String deep = GOOD.replace("</scope>", "</scope>" + "<x>".repeat(5000) + "</x>".repeat(5000));
    assertEquals(Reason.NOT_XML, rejected(deep).reason());
  }

  @Test
  void entitiesAreNeitherFetchedNorMultiplied() throws IOException {
    String laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]>"
            + GOOD.substring(GOOD.indexOf("<alert"));
    assertEquals(Reason.NOT_XML, rejected(laughs).reason());
    String external = Files.readString(Samples.sample("cap_invalid/xee.cap"));
    assertEquals(Reason.NOT_XML, rejected(external).reason());
  }

  @Test
  void anIso88591SampleOfCap11IsNotTakenForOurs() throws IOException {
    for (String name : List.of("cap/earthquake.cap", "cap/weather.cap")) {
      assertEquals(
          Reason.NOT_CAP_12, rejected(Files.readString(Samples.sample(name))).reason(), name);
    }
  }

  @Test
  void anotherKindOfDocumentIsNotTaken() {
    String alarm = GOOD.replace("<alert ", "<alarm ").replace("</alert>", "</alarm>");
    assertEquals(Reason.NOT_CAP_12, rejected(alarm).reason());
  }

  @ParameterizedTest
  @CsvSource({"australia.cap, 2, 0", "canada.cap, 2, 4", "mexico.xml, 1, 1"})
  void foreignDocumentsOfCap12AreRead(String name, int infos, int polygons) throws IOException {
    var read =
        assertInstanceOf(
            CapRead.Ok.class, CapReader.read(Files.readString(Samples.sample("cap/" + name))));
    assertEquals(infos, read.document().infos().size());
    assertEquals(
        polygons,
        read.document().infos().stream()
            .flatMap(i -> i.areas().stream())
            .mapToInt(a -> a.polygons().size())
            .sum());
  }

  @Test
  void aRingThatIsNotClosedIsNotClosedByGuess() throws IOException {
    String name = "cap/bmkg_cap_CBT20260520001_shortened.xml";
    assertEquals(Reason.BAD_AREA, rejected(Files.readString(Samples.sample(name))).reason());
  }
}
