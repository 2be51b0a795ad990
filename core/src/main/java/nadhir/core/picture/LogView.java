package nadhir.core.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.WatchEvent;
import nadhir.core.json.DomainJson;

/** What of the journal a person reads: the entry without its bulk. */
final class LogView {
  /** Long parts that the objects of the picture have anyway. */
  private static final List<String> BULK =
      List.of(
          "area",
          "wordings",
          "reports",
          "zones",
          "shakeMap",
          "contours",
          "sources",
          "geoJson",
          "yaml");

  private LogView() {}

  static Optional<JsonNode> line(Entry entry) {
    return switch (entry.event()) {
      case Input.Reported _, Input.Woken _, Input.EffectEnded _ -> Optional.empty();
      case Input.UnitHeard _, Input.UnitSilent _, DispatchEvent.UnitAt _ -> Optional.empty();
      case WatchEvent.Refused _ -> Optional.of(brief(entry));
      case WatchEvent _ -> Optional.empty();
      case HazardEvent.Revised _, HazardEvent.Ignored _ -> Optional.empty();
      default -> Optional.of(brief(entry));
    };
  }

  private static JsonNode brief(Entry entry) {
    ObjectNode line = (ObjectNode) DomainJson.tree(entry);
    line.get("event").forEach(LogView::shorten);
    return line;
  }

  private static void shorten(JsonNode part) {
    if (part instanceof ObjectNode object) {
      object.remove(BULK);
      object.forEach(LogView::shorten);
    }
  }
}
