package nadhir.core.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.event.Input;
import nadhir.core.json.DomainJson;
import nadhir.core.report.HazardReport;

/**
 * A feed as consoles see it: {@code {feed, health, why, detail, since, lastReportAt}}. Since when
 * its health is so, and when it last brought something new; a feed that answers and has nothing new
 * is well all the same.
 */
final class FeedView {
  private FeedView() {}

  static JsonNode after(Optional<JsonNode> before, Input.FeedHealthChanged changed, Instant at) {
    ObjectNode feed = DomainJson.tree(changed).deepCopy();
    feed.remove("type");
    before.map(b -> b.get("lastReportAt")).ifPresent(last -> feed.set("lastReportAt", last));
    return feed.put("since", at.toString());
  }

  static JsonNode after(Optional<JsonNode> before, HazardReport report) {
    ObjectNode feed =
        before
            .map(b -> (ObjectNode) b.deepCopy())
            .orElseGet(
                () ->
                    DomainJson.mapper()
                        .createObjectNode()
                        .put("feed", report.feed().value())
                        .put("health", Input.FeedHealth.UNKNOWN.name())
                        .put("detail", "")
                        .put("why", ""));
    return feed.put("lastReportAt", report.receivedAt().toString());
  }
}
