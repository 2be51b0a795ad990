package nadhir.core.feed.shakemap;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nadhir.core.feed.Decoded;

/** Where an event's map is, by what the USGS says of the event. */
public final class ShakeMapLinks {
  private ShakeMapLinks() {}

  /**
   * From an event of a summary to its detail document, when there is a map. The link is another one
   * whenever the event was changed, so that it is followed again.
   */
  public static Optional<Decoded.Linked> ofSummary(JsonNode feature) {
    JsonNode p = feature.path("properties");
    String types = "," + p.path("types").asText("") + ",";
    String detail = p.path("detail").asText("");
    return types.contains(",shakemap,") && !detail.isEmpty()
        ? address(detail + "#updated=" + p.path("updated").asLong()).map(Decoded.Linked::new)
        : Optional.empty();
  }

  /** From an event's detail document to the contours of its preferred map. */
  public static Optional<Decoded.Linked> ofDetail(JsonNode feature) {
    return preferred(feature)
        .flatMap(
            product ->
                contours(product)
                    .filter(url -> address(url).filter(a -> a.getRawFragment() == null).isPresent())
                    .map(url -> new Decoded.Linked(MapAddress.link(url, facts(feature, product)))));
  }

  /** The products say how much each is preferred; of equal ones the last holds. */
  private static Optional<JsonNode> preferred(JsonNode feature) {
    JsonNode products = feature.path("properties").path("products");
    return Stream.of("shakemap", "shakemap-scenario")
        .flatMap(type -> StreamSupport.stream(products.path(type).spliterator(), false))
        .filter(product -> !product.path("status").asText().equals("DELETE"))
        .max(
            Comparator.<JsonNode>comparingLong(p -> p.path("preferredWeight").asLong())
                .thenComparingLong(p -> p.path("updateTime").asLong()));
  }

  /** ShakeMap 3.5 and 4.0 call it one way, later ones the other, or both. */
  private static Optional<String> contours(JsonNode product) {
    return Stream.of("download/cont_mi.json", "download/cont_mmi.json")
        .map(name -> product.path("contents").path(name).path("url").asText(""))
        .filter(url -> !url.isEmpty())
        .findFirst();
  }

  private static MapFacts facts(JsonNode feature, JsonNode product) {
    JsonNode p = product.path("properties");
    Optional<Boolean> actual =
        product.path("type").asText().endsWith("-scenario")
            ? Optional.of(false)
            : MapFacts.actual(p.path("event-type").asText("ACTUAL"));
    return new MapFacts(
        Optional.of(feature.path("id").asText("")).filter(id -> !id.isEmpty()),
        MapFacts.number(p.path("version").asText("")),
        actual,
        MapFacts.milli(feature.path("properties").path("time").asText("")),
        MapFacts.milli(product.path("updateTime").asText("")),
        MapFacts.place(
            Optional.of(p.path("latitude").asText("")),
            Optional.of(p.path("longitude").asText(""))));
  }

  private static Optional<URI> address(String url) {
    try {
      URI address = URI.create(url);
      boolean web = String.valueOf(address.getScheme()).matches("https?");
      return web ? Optional.of(address) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
