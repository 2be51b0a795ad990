package nadhir.core.cap;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A small XML document in memory, read without document types and entities, so that nothing is
 * fetched and nothing grows.
 *
 * @param text the characters directly in the element
 */
record XmlTree(String namespace, String name, String text, List<XmlTree> children) {
  private static final int MAX_DEPTH = 12;
  private static final int MAX_ELEMENTS = 20_000;

  XmlTree {
    children = List.copyOf(children);
  }

  /** The text is no XML that is taken here; the message says why. */
  static final class NotTaken extends Exception {
    private static final long serialVersionUID = 1L;

    NotTaken(String message) {
      super(message);
    }
  }

  static XmlTree parse(String xml) throws NotTaken {
    if (xml.contains("<!DOCTYPE") || xml.contains("<!ENTITY")) {
      throw new NotTaken("a document type is not taken");
    }
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        // what stands in front of the first element
      }
      XmlTree tree = new Walk(reader).element(1);
      while (reader.hasNext()) {
        reader.next();
      }
      return tree;
    } catch (XMLStreamException e) {
      throw new NotTaken("not well-formed: " + e.getMessage().lines().findFirst().orElse(""));
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return factory;
  }

  private static final class Walk {
    private final XMLStreamReader reader;
    private int elements;

    Walk(XMLStreamReader reader) {
      this.reader = reader;
    }

    XmlTree element(int depth) throws XMLStreamException, NotTaken {
      if (depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
        throw new NotTaken("too deep or too many elements");
      }
      String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
      String name = reader.getLocalName();
      StringBuilder text = new StringBuilder();
      List<XmlTree> children = new ArrayList<>();
      for (int event = reader.next();
          event != XMLStreamConstants.END_ELEMENT;
          event = reader.next()) {
        switch (event) {
          case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              text.append(reader.getText());
          case XMLStreamConstants.ENTITY_REFERENCE -> throw new NotTaken("an unknown entity");
          default -> {
            // comments and processing instructions say nothing
          }
        }
      }
      return new XmlTree(namespace, name, text.toString(), children);
    }
  }
}
