package nadhir.core.cap;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nadhir.core.cap.CapDocument.CapArea;
import nadhir.core.cap.CapDocument.Info;
import nadhir.core.cap.CapDocument.NamedValue;
import nadhir.core.cap.CapDocument.Reference;

/** Writes CAP 1.2, elements in the order of the schema. The same document gives the same text. */
public final class CapWriter {
  static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  private final XMLStreamWriter xml;
  private final ZoneId zone;

  private CapWriter(XMLStreamWriter xml, ZoneId zone) {
    this.xml = xml;
    this.zone = zone;
  }

  /**
   * @param zone in whose offset times are written
   */
  public static String write(CapDocument document, ZoneId zone) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new CapWriter(xml, zone).alert(document);
      xml.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("cannot be written as CAP", e);
    }
  }

  private void alert(CapDocument document) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeCharacters("\n");
    xml.writeStartElement(NAMESPACE, "alert");
    xml.writeDefaultNamespace(NAMESPACE);
    text("identifier", document.identifier());
    text("sender", document.sender());
    text("sent", time(document.sent()));
    text("status", CapText.code(document.status()));
    text("msgType", CapText.code(document.msgType()));
    text("scope", CapText.code(document.scope()));
    text("restriction", document.restriction());
    text("addresses", list(document.addresses(), CapText.list(document.addresses())));
    text("note", document.note());
    text(
        "references",
        list(
            document.references(),
            document.references().stream().map(this::reference).collect(Collectors.joining(" "))));
    for (Info info : document.infos()) {
      info(info);
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndDocument();
  }

  private String reference(Reference reference) {
    return String.join(",", reference.sender(), reference.identifier(), time(reference.sent()));
  }

  private void info(Info info) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, "info");
    text("language", info.language());
    for (String category : info.categories()) {
      text("category", category);
    }
    text("event", info.event());
    for (String response : info.responseTypes()) {
      text("responseType", response);
    }
    text("urgency", CapText.code(info.urgency()));
    text("severity", CapText.code(info.severity()));
    text("certainty", CapText.code(info.certainty()));
    text("effective", info.effective().map(this::time));
    text("expires", info.expires().map(this::time));
    text("senderName", info.senderName());
    text("headline", info.headline());
    text("description", info.description());
    text("instruction", info.instruction());
    for (NamedValue parameter : info.parameters()) {
      named("parameter", parameter);
    }
    for (CapArea area : info.areas()) {
      area(area);
    }
    xml.writeEndElement();
  }

  private void area(CapArea area) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, "area");
    text("areaDesc", area.description());
    for (var polygon : area.polygons()) {
      text("polygon", CapText.ring(polygon));
    }
    for (var circle : area.circles()) {
      text("circle", CapText.circle(circle));
    }
    for (NamedValue geocode : area.geocodes()) {
      named("geocode", geocode);
    }
    xml.writeEndElement();
  }

  private void named(String element, NamedValue value) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, element);
    text("valueName", value.name());
    text("value", value.value());
    xml.writeEndElement();
  }

  private static Optional<String> list(List<?> items, String text) {
    return items.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private String time(Instant at) {
    return CapText.time(at, zone);
  }

  private void text(String element, Optional<String> text) throws XMLStreamException {
    if (text.isPresent()) {
      text(element, text.get());
    }
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
