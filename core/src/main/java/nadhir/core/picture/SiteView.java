package nadhir.core.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import nadhir.core.event.Entry;
import nadhir.core.event.SiteEvent;
import nadhir.core.id.PersonRef;
import nadhir.core.json.DomainJson;

/**
 * What people changed of the site: kind {@code zone} for each changed zone, and kind {@code rules}
 * with {@code in-force} and {@code proposed}. They say who changed what and when; the texts
 * themselves are fetched by whoever wants to read them.
 */
final class SiteView {
  private static final String ZONE = "zone";
  private static final String RULES = "rules";
  private static final String IN_FORCE = "in-force";
  private static final String PROPOSED = "proposed";

  private SiteView() {}

  static List<Change> of(Entry entry, SiteEvent event) {
    return switch (event) {
      case SiteEvent.ZoneChanged(var zone, var version, var geoJson, var by, var why) ->
          List.of(
              shown(
                  ZONE,
                  zone.value(),
                  about(entry, version, by, why).put("removed", geoJson.isEmpty())));
      case SiteEvent.RulesProposed(var version, _, var by, var why) ->
          List.of(shown(RULES, PROPOSED, about(entry, version, by, why)));
      case SiteEvent.RulesRejected _ -> List.of(gone());
      case SiteEvent.RulesChanged(var version, _, var by, var why) ->
          List.of(shown(RULES, IN_FORCE, about(entry, version, by, why)), gone());
    };
  }

  private static ObjectNode about(Entry entry, int version, PersonRef by, String why) {
    return DomainJson.mapper()
        .createObjectNode()
        .put("version", version)
        .put("at", entry.at().toString())
        .put("by", by.value())
        .put("why", why);
  }

  private static Change shown(String kind, String id, JsonNode value) {
    return new Change(kind, id, Optional.of(value));
  }

  private static Change gone() {
    return new Change(RULES, PROPOSED, Optional.empty());
  }
}
