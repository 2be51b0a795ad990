package nadhir.core.feed.usgs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.feed.quake.OriginProduct;
import nadhir.core.feed.quake.QuakeReports;

/**
 * Earlier versions of an event's preferred solution, in a detail document that was asked for with
 * {@code includesuperseded}. Solutions of other networks in it are no versions of this one; they
 * have events of their own in their networks' feeds.
 */
final class UsgsVersions {
  /** Versions told of one event, the last ones; no real event comes near. */
  static final int MAX_VERSIONS = 100;

  private final UsgsFeature feature;
  private final Instant receivedAt;

  UsgsVersions(UsgsFeature feature, Instant receivedAt) {
    this.feature = feature;
    this.receivedAt = receivedAt;
  }

  /** Oldest first; without the newest, which the feature itself tells more fully. */
  List<Decoded> decode(QuakeReports reports) {
    List<JsonNode> versions = versions();
    List<Decoded> all = new ArrayList<>();
    int first = Math.max(0, versions.size() - 1 - MAX_VERSIONS);
    for (JsonNode product : versions.subList(first, Math.max(first, versions.size() - 1))) {
      try {
        all.add(new Decoded.Ok(origin(product).report(reports, receivedAt)));
      } catch (Refusal e) {
        all.add(e.rejected(feature.id() + " version " + product.path("updateTime").asText("?")));
      }
    }
    return all;
  }

  /** Of the first product, which is the preferred one, all with its code and source. */
  private List<JsonNode> versions() {
    List<JsonNode> versions = new ArrayList<>();
    feature.products("origin").ifPresent(all -> all.forEach(versions::add));
    if (!versions.isEmpty()) {
      String preferred = name(versions.getFirst());
      versions.removeIf(v -> !name(v).equals(preferred));
    }
    versions.sort(Comparator.comparingLong(v -> v.path("updateTime").asLong()));
    return versions;
  }

  private static String name(JsonNode product) {
    return product.path("source").asText() + " " + product.path("code").asText();
  }

  private OriginProduct origin(JsonNode product) throws Refusal {
    Map<String, String> properties = new LinkedHashMap<>();
    product
        .path("properties")
        .properties()
        .forEach(e -> properties.put(e.getKey(), e.getValue().asText()));
    return new OriginProduct(
        feature.id(),
        feature.ids(),
        Texts.epochMilli(product.path("updateTime").asLong()),
        product.path("status").asText().equals("DELETE"),
        false,
        feature.place(),
        properties);
  }
}
