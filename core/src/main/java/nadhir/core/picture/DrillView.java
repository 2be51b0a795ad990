package nadhir.core.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import nadhir.core.event.DrillEvent;
import nadhir.core.event.Entry;
import nadhir.core.json.DomainJson;

/** The drill: what was started, its story so far, whether it is held or finished. */
final class DrillView {
  private DrillView() {}

  static JsonNode after(Optional<JsonNode> before, Entry entry, DrillEvent event) {
    ObjectNode drill =
        before
            .map(v -> (ObjectNode) v.deepCopy())
            .orElseGet(() -> DomainJson.mapper().createObjectNode());
    switch (event) {
      case DrillEvent.Started started -> {
        drill.setAll((ObjectNode) DomainJson.tree(started));
        drill.remove("type");
        drill.putArray("injects");
      }
      case DrillEvent.Injected(var index, var story) -> {
        ObjectNode told = drill.withArray("/injects").addObject();
        told.put("index", index).put("at", entry.at().toString());
        told.set("story", DomainJson.tree(story));
      }
      case DrillEvent.Held(var why) -> drill.put("held", why);
      case DrillEvent.Resumed _ -> drill.remove("held");
      case DrillEvent.Finished(var at) -> drill.put("finishedAt", at.toString());
    }
    return drill;
  }
}
