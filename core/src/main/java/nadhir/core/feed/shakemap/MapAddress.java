package nadhir.core.feed.shakemap;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a map's file, which tells what the file does not.
 *
 * <p>A product of the USGS lies at {@code …/product/shakemap/CODE/SOURCE/UPDATETIME/download/…}. A
 * link that this package makes has the rest in its fragment, which stays here: it is never sent.
 */
final class MapAddress {
  private static final Pattern PRODUCT =
      Pattern.compile(".*/product/(shakemap(?:-scenario)?)/([^/]+)/[^/]+/(\\d{1,15})/.*");

  private MapAddress() {}

  /** {@code url} with the facts in its fragment. */
  static URI link(String url, MapFacts facts) {
    Map<String, String> parts = new LinkedHashMap<>();
    facts.event().ifPresent(e -> parts.put("event", e));
    facts.version().ifPresent(v -> parts.put("version", v.toString()));
    facts.actual().ifPresent(a -> parts.put("type", a ? "ACTUAL" : "SCENARIO"));
    facts.occurredAt().ifPresent(t -> parts.put("occurred", t.toString()));
    facts.updatedAt().ifPresent(t -> parts.put("updated", t.toString()));
    facts.place().ifPresent(p -> parts.put("lat", Double.toString(p.latDeg())));
    facts.place().ifPresent(p -> parts.put("lon", Double.toString(p.lonDeg())));
    var fragment = new StringBuilder();
    parts.forEach(
        (key, value) ->
            fragment
                .append(fragment.isEmpty() ? "#" : "&")
                .append(key)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return URI.create(url + fragment);
  }

  static MapFacts facts(URI address) {
    return ofFragment(address).or(ofPath(address));
  }

  private static MapFacts ofFragment(URI address) {
    Map<String, String> parts = new LinkedHashMap<>();
    String fragment = address.getRawFragment() == null ? "" : address.getRawFragment();
    for (String part : fragment.split("&")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(
            part.substring(0, equals),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return new MapFacts(
        find(parts, "event"),
        find(parts, "version").flatMap(MapFacts::number),
        find(parts, "type").flatMap(MapFacts::actual),
        find(parts, "occurred").flatMap(MapFacts::time),
        find(parts, "updated").flatMap(MapFacts::time),
        MapFacts.place(find(parts, "lat"), find(parts, "lon")));
  }

  private static MapFacts ofPath(URI address) {
    Matcher m = PRODUCT.matcher(String.valueOf(address.getPath()));
    return m.matches()
        ? new MapFacts(
            Optional.of(m.group(2)),
            Optional.empty(),
            Optional.of(m.group(1).equals("shakemap")),
            Optional.empty(),
            MapFacts.milli(m.group(3)),
            Optional.empty())
        : MapFacts.NONE;
  }

  private static Optional<String> find(Map<String, String> parts, String key) {
    return Optional.ofNullable(parts.get(key));
  }
}
