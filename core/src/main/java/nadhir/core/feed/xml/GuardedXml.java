package nadhir.core.feed.xml;

import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;

/**
 * The parser, with everything switched off that could fetch or grow, and with limits on everything
 * that a document decides. A document with a document type is refused: the parser skips what the
 * type declares, and then nothing more is read.
 */
final class GuardedXml {
  static final int MAX_DEPTH = 60;
  static final int MAX_ATTRIBUTES = 60;

  /** Characters of one text or one attribute. */
  static final int MAX_TEXT = 1024 * 1024;

  /** Elements and attributes of one item, for example of an earthquake with all its picks. */
  static final int MAX_ITEM_NODES = 100_000;

  /** Characters of all texts of one item. */
  static final int MAX_ITEM_TEXT = 4 * MAX_TEXT;

  /** Elements of a whole document. */
  static final int MAX_ELEMENTS = 1_000_000;

  private final XMLStreamReader in;
  private int depth;
  private int elements;
  private int itemNodes;
  private int itemText;

  private GuardedXml(XMLStreamReader in) {
    this.in = in;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXMLReporter((_, _, _, _) -> {}); // else the parser writes to the console
    factory.setProperty("jdk.xml.elementAttributeLimit", Integer.toString(MAX_ATTRIBUTES));
    return factory;
  }

  static GuardedXml open(byte[] raw) throws Refusal {
    if (raw.length > FeedDecoder.MAX_BYTES) {
      throw new Refusal(Reason.TOO_LARGE, raw.length + " bytes, at most " + FeedDecoder.MAX_BYTES);
    }
    return open(XmlText.reader(raw));
  }

  static GuardedXml open(Reader text) throws Refusal {
    try {
      return new GuardedXml(factory().createXMLStreamReader(text));
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }

  /** The next event; refuses what must not be there. */
  int next() throws Refusal {
    int event;
    try {
      event = in.next();
    } catch (XMLStreamException e) {
      throw malformed(e);
    } catch (RuntimeException e) {
      // the parser's own fault: of some broken document types it cannot say what is wrong
      throw new Refusal(Reason.MALFORMED_XML, "the parser gave up: " + e.getMessage());
    }
    switch (event) {
      case XMLStreamConstants.DTD ->
          throw new Refusal(Reason.DOCTYPE, "a document type is not taken");
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw new Refusal(Reason.MALFORMED_XML, "unknown entity " + in.getLocalName());
      case XMLStreamConstants.START_ELEMENT -> {
        limit(++depth, MAX_DEPTH, "levels");
        limit(++elements, MAX_ELEMENTS, "elements");
      }
      case XMLStreamConstants.END_ELEMENT -> depth--;
      default -> {}
    }
    return event;
  }

  String name() {
    return in.getLocalName();
  }

  /** The element that has just begun, up to and with its end. */
  XmlElement element() throws Refusal {
    itemNodes = 0;
    itemText = 0;
    return tree();
  }

  private XmlElement tree() throws Refusal {
    String namespace = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
    String name = in.getLocalName();
    SortedMap<String, String> attributes = attributes();
    limit(++itemNodes, MAX_ITEM_NODES, "parts in one item");
    StringBuilder text = new StringBuilder();
    List<XmlElement> children = new ArrayList<>();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> children.add(tree());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          limit(itemText += in.getTextLength(), MAX_ITEM_TEXT, "characters in one item");
          limit(text.length() + in.getTextLength(), MAX_TEXT, "characters in one text");
          text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        }
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
    return new XmlElement(namespace, name, attributes, text.toString(), children);
  }

  private SortedMap<String, String> attributes() throws Refusal {
    int count = in.getAttributeCount();
    SortedMap<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String namespace = in.getAttributeNamespace(i);
      String name = in.getAttributeLocalName(i);
      String value = in.getAttributeValue(i);
      limit(value.length(), MAX_TEXT, "characters in one attribute");
      limit(itemText += value.length(), MAX_ITEM_TEXT, "characters in one item");
      limit(++itemNodes, MAX_ITEM_NODES, "parts in one item");
      boolean plain = namespace == null || namespace.isEmpty();
      attributes.put(plain ? name : "{" + namespace + "}" + name, value);
    }
    return attributes;
  }

  private static void limit(int count, int most, String what) throws Refusal {
    if (count > most) {
      throw new Refusal(Reason.TOO_COMPLEX, "more than " + most + " " + what);
    }
  }

  /** A limit of the parser itself (JAXP0001…) is one of ours; all else breaks the rules of XML. */
  private static Refusal malformed(XMLStreamException e) {
    String message =
        e.getNestedException() instanceof CharacterCodingException
            ? "bytes that are no letters in its encoding"
            : String.valueOf(e.getMessage()).replaceFirst("(?s)^.*?Message: ", "");
    var at = e.getLocation();
    String where =
        at == null ? "" : " (line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")";
    Reason reason = message.contains("JAXP0001") ? Reason.TOO_COMPLEX : Reason.MALFORMED_XML;
    return new Refusal(reason, message.lines().findFirst().orElse("") + where);
  }
}
