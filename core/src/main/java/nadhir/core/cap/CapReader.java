package nadhir.core.cap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.alert.CapCodes.Urgency;
import nadhir.core.cap.CapDocument.CapArea;
import nadhir.core.cap.CapDocument.Info;
import nadhir.core.cap.CapDocument.MsgType;
import nadhir.core.cap.CapDocument.NamedValue;
import nadhir.core.cap.CapDocument.Reference;
import nadhir.core.cap.CapDocument.Scope;
import nadhir.core.cap.CapDocument.Status;
import nadhir.core.cap.CapRead.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.feed.xml.XmlItems;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;

/**
 * Reads CAP 1.2 safely and strictly: no document type, no entity, no guess. Elements that {@link
 * CapDocument} does not hold are passed over.
 */
public final class CapReader {
  /** Longer documents are not read at all. */
  public static final int MAX_CHARACTERS = 2_000_000;

  private CapReader() {}

  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient CapRead.Rejected rejected;

    Fault(Reason reason, String detail) {
      super(detail);
      this.rejected = new CapRead.Rejected(reason, detail);
    }
  }

  public static CapRead read(String xml) {
    if (xml.length() > MAX_CHARACTERS) {
      return new CapRead.Rejected(Reason.TOO_LARGE, xml.length() + " characters");
    }
    try {
      return new CapRead.Ok(alert(XmlItems.whole(xml)));
    } catch (Refusal e) {
      return new CapRead.Rejected(Reason.NOT_XML, e.getMessage());
    } catch (Fault e) {
      return e.rejected;
    }
  }

  private static CapDocument alert(XmlElement root) throws Fault {
    if (!root.is(CapWriter.NAMESPACE, "alert")) {
      throw new Fault(Reason.NOT_CAP_12, "{" + root.namespace() + "}" + root.name());
    }
    List<Info> infos = new ArrayList<>();
    for (XmlElement info : root.all("info")) {
      infos.add(info(info));
    }
    return new CapDocument(
        need(root, "identifier"),
        need(root, "sender"),
        time(need(root, "sent")),
        code(Status.class, root, "status"),
        code(MsgType.class, root, "msgType"),
        code(Scope.class, root, "scope"),
        find(root, "restriction"),
        CapText.list(find(root, "addresses").orElse("")),
        find(root, "note"),
        references(find(root, "references").orElse("")),
        infos);
  }

  private static List<Reference> references(String text) throws Fault {
    List<Reference> references = new ArrayList<>();
    for (String triple : CapText.list(text)) {
      String[] part = triple.split(",");
      if (part.length != 3) {
        throw new Fault(Reason.BAD_REFERENCE, triple);
      }
      references.add(new Reference(part[0], part[1], time(part[2])));
    }
    return references;
  }

  private static Info info(XmlElement info) throws Fault {
    List<CapArea> areas = new ArrayList<>();
    for (XmlElement area : info.all("area")) {
      areas.add(area(area));
    }
    return new Info(
        find(info, "language").orElse("en-US"),
        texts(info, "category"),
        need(info, "event"),
        texts(info, "responseType"),
        code(Urgency.class, info, "urgency"),
        code(Severity.class, info, "severity"),
        code(Certainty.class, info, "certainty"),
        optionalTime(info, "effective"),
        optionalTime(info, "expires"),
        find(info, "senderName"),
        find(info, "headline"),
        find(info, "description"),
        find(info, "instruction"),
        named(info, "parameter"),
        areas);
  }

  private static CapArea area(XmlElement area) throws Fault {
    List<List<LatLon>> polygons = new ArrayList<>();
    for (String text : texts(area, "polygon")) {
      polygons.add(
          CapText.ring(text).orElseThrow(() -> new Fault(Reason.BAD_AREA, "polygon " + text)));
    }
    List<Area.Circle> circles = new ArrayList<>();
    for (String text : texts(area, "circle")) {
      circles.add(
          CapText.circle(text).orElseThrow(() -> new Fault(Reason.BAD_AREA, "circle " + text)));
    }
    return new CapArea(need(area, "areaDesc"), polygons, circles, named(area, "geocode"));
  }

  private static List<NamedValue> named(XmlElement parent, String name) throws Fault {
    List<NamedValue> values = new ArrayList<>();
    for (XmlElement value : parent.all(name)) {
      values.add(new NamedValue(need(value, "valueName"), find(value, "value").orElse("")));
    }
    return values;
  }

  private static List<String> texts(XmlElement parent, String name) {
    return parent.all(name).stream().map(XmlElement::text).toList();
  }

  private static Optional<String> find(XmlElement parent, String name) {
    return texts(parent, name).stream().findFirst();
  }

  private static String need(XmlElement parent, String name) throws Fault {
    return find(parent, name)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> new Fault(Reason.MISSING, parent.name() + "/" + name));
  }

  private static Optional<Instant> optionalTime(XmlElement parent, String name) throws Fault {
    Optional<String> text = find(parent, name);
    return text.isEmpty() ? Optional.empty() : Optional.of(time(text.get()));
  }

  private static Instant time(String text) throws Fault {
    return CapText.time(text.strip()).orElseThrow(() -> new Fault(Reason.BAD_TIME, text));
  }

  private static <E extends Enum<E>> E code(Class<E> type, XmlElement parent, String name)
      throws Fault {
    String text = need(parent, name).strip();
    return CapText.code(type, text)
        .orElseThrow(() -> new Fault(Reason.UNKNOWN_VALUE, name + " " + text));
  }
}
