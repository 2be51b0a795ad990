package nadhir.core.feed.xml;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;

/**
 * Walks through an XML document and hands out the elements that stand at given paths one by one, so
 * that a document which breaks off still gives what stood before the break, and a large one is
 * never held as a whole.
 *
 * <pre>{@code
 * var fault = XmlItems.each(raw, List.of("quakeml/eventParameters/event"), event -> …);
 * }</pre>
 */
public final class XmlItems {
  private final Set<String> paths;
  private final Set<String> parents = new TreeSet<>();
  private final Consumer<XmlElement> item;
  private boolean found;

  private XmlItems(List<String> paths, Consumer<XmlElement> item) {
    this.paths = new TreeSet<>(paths);
    this.item = item;
    for (String path : paths) {
      parents.add(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
    }
  }

  /**
   * Gives each element at one of the paths to {@code item}, in the document's order.
   *
   * @param paths names from the root on, without prefixes, joined by {@code /}
   * @return what is wrong with the document as a whole; {@link Reason#WRONG_DOCUMENT} when it has
   *     neither such an element nor one that could hold it
   */
  public static Optional<Decoded.Rejected> each(
      byte[] raw, List<String> paths, Consumer<XmlElement> item) {
    var items = new XmlItems(paths, item);
    try {
      items.walk(GuardedXml.open(raw));
    } catch (Refusal e) {
      return Optional.of(e.rejected("the document"));
    }
    return items.found
        ? Optional.empty()
        : Optional.of(
            new Decoded.Rejected(
                Reason.WRONG_DOCUMENT, "no " + String.join(" or ", paths) + " in it"));
  }

  /** The whole document. For small ones; the limits of an item hold for it. */
  public static XmlElement whole(byte[] raw) throws Refusal {
    return whole(GuardedXml.open(raw));
  }

  /** The same for what is text already; the encoding that it declares says nothing then. */
  public static XmlElement whole(String xml) throws Refusal {
    return whole(GuardedXml.open(new StringReader(xml)));
  }

  private static XmlElement whole(GuardedXml in) throws Refusal {
    while (in.next() != XMLStreamConstants.START_ELEMENT) {
      // what stands in front of the first element
    }
    XmlElement root = in.element();
    while (in.next() != XMLStreamConstants.END_DOCUMENT) {
      // what stands behind it must be well-formed, too
    }
    return root;
  }

  private void walk(GuardedXml in) throws Refusal {
    StringBuilder at = new StringBuilder();
    for (int event = in.next(); event != XMLStreamConstants.END_DOCUMENT; event = in.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        at.append(at.isEmpty() ? "" : "/").append(in.name());
        String path = at.toString();
        if (paths.contains(path)) {
          found = true;
          item.accept(in.element());
          leave(at);
        } else {
          found = found || parents.contains(path);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        leave(at);
      }
    }
  }

  private static void leave(StringBuilder at) {
    at.setLength(Math.max(0, at.lastIndexOf("/")));
  }
}
