package nadhir.core.feed.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Every alert of the samples against the schema of its version by OASIS. The schema is a witness,
 * not the judge: what it says and what the decoder takes stand side by side.
 */
class CapSchemaTest {
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "urn:oasis:names:tc:emergency:cap:1.2", "CAP-v1.2.xsd",
          "urn:oasis:names:tc:emergency:cap:1.1", "CAP-v1.1.xsd");

  /** Valid alerts, invalid ones, and reports that the decoder made of both together. */
  @ParameterizedTest
  @CsvSource({
    "cap/australia.cap,                             1, 0, 1",
    "cap/canada.cap,                                1, 0, 2",
    "cap/mexico.xml,                                1, 0, 1",
    "cap/NOAA_MultiplePolygons.txt,                 1, 0, 1",
    "cap/bmkg_cap_CBT20260520001_shortened.xml,     1, 0, 1",
    "cap/earthquake.cap,                            1, 0, 1",
    "cap/earthquake-iso8859-1.cap,                  1, 0, 1",
    "cap/earthquake_signed.cap,                     0, 1, 1", // CAP 1.1 has no room for a signature
    "cap/weather.cap,                               1, 0, 1",
    "cap/amber.atom,                                1, 0, 1",
    "cap/weather.atom,                              1, 0, 1",
    "cap_invalid/invalid.cap,                       0, 1, 0",
    "cap_invalid/no_optional_fields.cap,            1, 0, 0",
    "cap_invalid/noaa_errors.cap,                   0, 1, 0",
  })
  void validityIsOneThingAndUseAnother(String sample, int valid, int invalid, int reports)
      throws Exception {
    int[] count = new int[2];
    for (Element alert : alerts(sample)) {
      count[isValid(alert) ? 0 : 1]++;
    }
    assertEquals(
        List.of(valid, invalid, reports), List.of(count[0], count[1], reports(sample)), sample);
  }

  /** What the decoder makes of an entry that stands in for its alert has the parts of one. */
  @Test
  void everyReportOfTheSamplesIsOfAValidAlertOrAStandIn() throws Exception {
    assertEquals(0, alerts("cap/nws_atom_feed_example.xml").size());
    assertEquals(163, reports("cap/nws_atom_feed_example.xml"));
  }

  private static int reports(String sample) throws IOException {
    byte[] raw = Files.readAllBytes(Samples.sample(sample));
    return new CapPlay().reports(raw).size();
  }

  private static List<Element> alerts(String sample) throws Exception {
    Document document;
    try (InputStream in = Files.newInputStream(Samples.sample(sample))) {
      document = builders().newDocumentBuilder().parse(in);
    }
    List<Element> alerts = new ArrayList<>();
    for (String namespace : SCHEMAS.keySet()) {
      NodeList found = document.getElementsByTagNameNS(namespace, "alert");
      for (int i = 0; i < found.getLength(); i++) {
        alerts.add((Element) found.item(i));
      }
    }
    return alerts;
  }

  private static DocumentBuilderFactory builders() throws ParserConfigurationException {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory;
  }

  private static boolean isValid(Element alert) throws Exception {
    var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    Schema schema =
        factory.newSchema(
            Samples.sample("cap_schema/" + SCHEMAS.get(alert.getNamespaceURI())).toFile());
    try {
      schema.newValidator().validate(new DOMSource(alert));
      return true;
    } catch (SAXException e) {
      return false;
    }
  }
}
