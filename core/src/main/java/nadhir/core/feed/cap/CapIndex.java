package nadhir.core.feed.cap;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.feed.xml.XmlItems;

/** Entries of Atom and RSS indexes: the alerts in them, or the documents that they name. */
final class CapIndex {
  private static final String SIGNATURE = "Signature";

  private final URI base;

  /**
   * @param base the index itself; links can be relative to it
   */
  CapIndex(URI base) {
    this.base = base;
  }

  /** Alerts inside, in order; what a signature encloses is nobody's word. */
  static List<XmlElement> alerts(XmlElement element) {
    List<XmlElement> alerts = new ArrayList<>();
    collect(element, alerts);
    return alerts;
  }

  private static void collect(XmlElement element, List<XmlElement> alerts) {
    if (CapWords.isAlert(element)) {
      alerts.add(element);
    } else if (!element.name().equals(SIGNATURE)) {
      element.children().forEach(child -> collect(child, alerts));
    }
  }

  /** The alerts of an entry: whole ones inside it, as elements or as text, or a stand-in. */
  static List<XmlElement> inside(XmlElement entry) {
    List<XmlElement> alerts = new ArrayList<>(alerts(entry));
    for (XmlElement content : entry.all("content")) {
      String text = content.text().strip();
      if (text.startsWith("<") && text.contains("alert")) {
        parsed(text).map(CapIndex::alerts).ifPresent(alerts::addAll);
      }
    }
    if (alerts.isEmpty()) {
      StandIn.in(entry).ifPresent(alerts::add);
    }
    return alerts;
  }

  private static Optional<XmlElement> parsed(String text) {
    try {
      return Optional.of(XmlItems.whole(text));
    } catch (Refusal _) {
      return Optional.empty(); // words for people; the entry's link may lead to the alert
    }
  }

  /**
   * The document that an entry names: a link of a CAP type first, then one of another XML type,
   * then one of no type, which is how RSS links. Links to pages for people are none.
   */
  URI link(XmlElement entry) throws Refusal {
    String best = "";
    int rank = Integer.MAX_VALUE;
    for (XmlElement link : entry.children()) {
      boolean named = link.is(entry.namespace(), "link") || link.is("", "enclosure");
      int itsRank = named ? rank(link) : Integer.MAX_VALUE;
      if (itsRank < rank) {
        rank = itsRank;
        best = address(link);
      }
    }
    if (best.isEmpty()) {
      throw new Refusal(Reason.BAD_ENTRY, "neither an alert nor a link to one");
    }
    try {
      return base.resolve(new URI(best));
    } catch (URISyntaxException e) {
      throw new Refusal(Reason.BAD_ENTRY, "no address: " + best);
    }
  }

  private static String address(XmlElement link) {
    return link.attribute("href").or(() -> link.attribute("url")).orElse(link.text()).strip();
  }

  private static int rank(XmlElement link) {
    String type = link.attribute("type").orElse("").toLowerCase(Locale.ROOT);
    boolean enclosure = link.name().equals("enclosure");
    if (address(link).isEmpty() || link.attribute("rel").filter("self"::equals).isPresent()) {
      return Integer.MAX_VALUE;
    }
    if (type.contains("cap")) {
      return 0;
    }
    if (type.endsWith("/xml") || type.endsWith("+xml") && !type.contains("html")) {
      return 1;
    }
    return type.isEmpty() && !enclosure ? 2 : Integer.MAX_VALUE;
  }
}
