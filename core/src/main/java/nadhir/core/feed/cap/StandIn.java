package nadhir.core.feed.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nadhir.core.feed.xml.XmlElement;

/**
 * The alert that an index entry stands in for with CAP elements of its own, as those of the US
 * National Weather Service do. They are enough for an Alert; an update or a cancellation says only
 * in its document what it replaces.
 */
final class StandIn {
  /** With less than this, the document must be fetched. */
  private static final List<String> ENOUGH =
      List.of("status", "msgType", "category", "event", "urgency", "severity", "certainty");

  /** Children of the alert itself. */
  private static final List<String> HEAD =
      List.of("identifier", "sender", "sent", "status", "msgType", "scope", "note");

  private static final List<String> AREA = List.of("areaDesc", "polygon", "circle", "geocode");

  private final String namespace;
  private final List<XmlElement> head = new ArrayList<>();
  private final List<XmlElement> info = new ArrayList<>();
  private final List<XmlElement> area = new ArrayList<>();

  private StandIn(List<XmlElement> cap) {
    this.namespace = cap.getFirst().namespace();
    for (XmlElement c : cap) {
      (HEAD.contains(c.name()) ? head : AREA.contains(c.name()) ? area : info).add(c);
    }
  }

  /** Empty when the entry has not enough, or does not stand in for an Alert. */
  static Optional<XmlElement> in(XmlElement entry) {
    List<XmlElement> cap = entry.children().stream().filter(CapWords::isCap).toList();
    if (!cap.stream().map(XmlElement::name).toList().containsAll(ENOUGH)) {
      return Optional.empty();
    }
    XmlElement alert = new StandIn(cap).alert(entry);
    return alert.said("msgType").filter("Alert"::equals).map(_ -> alert);
  }

  private XmlElement alert(XmlElement entry) {
    unlessThere(head, "identifier", entry.said("id").or(() -> entry.said("guid")));
    unlessThere(head, "sender", entry.first("author").flatMap(a -> a.said("name")));
    unlessThere(head, "sent", entry.said("updated").or(() -> entry.said("published")));
    unlessThere(head, "scope", Optional.of("Public"));
    unlessThere(info, "headline", entry.said("title"));
    info.add(element("area", "", area));
    head.add(element("info", "", info));
    return element("alert", "", head);
  }

  private void unlessThere(List<XmlElement> in, String name, Optional<String> text) {
    if (in.stream().noneMatch(c -> c.name().equals(name))) {
      text.ifPresent(t -> in.add(element(name, t, List.of())));
    }
  }

  private XmlElement element(String name, String text, List<XmlElement> children) {
    return new XmlElement(namespace, name, new TreeMap<>(), text, children);
  }
}
