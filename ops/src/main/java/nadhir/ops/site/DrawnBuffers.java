package nadhir.ops.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nadhir.core.amend.SiteState;
import nadhir.core.id.ZoneId;
import nadhir.core.json.DomainJson;

/**
 * The zones that are drawn as metres around a place or a line, as they were drawn. Everything else
 * knows the outline that came of it alone; whoever edits such a zone moves the place or the line.
 */
final class DrawnBuffers {
  private static final String METRES = "buffer_m";

  private final Map<String, JsonNode> byZone = new TreeMap<>();

  /**
   * @param pack whose zones have been found sound
   * @param changes in force
   */
  static DrawnBuffers of(SitePack pack, SiteState changes) {
    var drawn = new DrawnBuffers();
    String packed = pack.files().get("zones.geojson").text();
    if (packed.contains(METRES)) {
      read(packed).get("features").forEach(drawn::keep);
    }
    changes
        .zones()
        .forEach(
            (id, amendment) -> {
              drawn.byZone.remove(id);
              amendment
                  .geoJson()
                  .filter(text -> text.contains(METRES))
                  .ifPresent(text -> drawn.keep(read(text)));
            });
    return drawn;
  }

  private static JsonNode read(String json) {
    try {
      return DomainJson.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("zones that were sound are none now", e);
    }
  }

  private void keep(JsonNode feature) {
    JsonNode properties = feature.get("properties");
    if (properties.hasNonNull(METRES)) {
      ObjectNode drawn = DomainJson.mapper().createObjectNode();
      drawn.set("bufferM", properties.get(METRES));
      drawn.set("geometry", feature.get("geometry"));
      byZone.put(properties.get("id").asText(), drawn);
    }
  }

  /** {@code {"bufferM": 200, "geometry": …}}, the geometry in GeoJSON; empty for an outline. */
  Optional<JsonNode> find(ZoneId zone) {
    return Optional.ofNullable(byZone.get(zone.value()));
  }
}
