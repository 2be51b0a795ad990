package nadhir.core.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Borders;
import nadhir.core.site.Neighbour;
import nadhir.core.yaml.YamlNode;

/**
 * Reads {@code borders} of {@code site.yaml}. Outlines are pairs of latitude and longitude, and
 * close by themselves.
 *
 * <pre>
 * borders:
 *   territory: [[29.36, 34.96], [29.55, 34.97], [29.60, 35.20], [29.36, 35.20]]
 *   neighbours:
 *     - id: haql
 *       name: {ar: حقل, en: Haql}
 *       agency: {ar: الدفاع المدني, en: Civil Defence}
 *       channel: {ar: مكتب الارتباط, en: liaison office}
 *       outline: [[29.20, 34.85], [29.36, 34.96], [29.20, 35.10]]
 * </pre>
 */
final class BordersParser {
  private static final int MAX_PLACES = 500;
  private static final int MAX_NEIGHBOURS = 20;

  private BordersParser() {}

  static Optional<Borders> borders(YamlNode node) {
    Optional<Area> territory = outline(node, "territory");
    List<Neighbour> neighbours = node.optionalList("neighbours", BordersParser::neighbour);
    if (neighbours.size() > MAX_NEIGHBOURS) {
      node.mistake("neighbours", "more than " + MAX_NEIGHBOURS + " neighbours");
    }
    Set<String> ids = new HashSet<>();
    neighbours.stream()
        .filter(neighbour -> !ids.add(neighbour.id()))
        .forEach(twice -> node.mistake("neighbours", "'" + twice.id() + "' is there twice"));
    return node.make(() -> new Borders(territory, neighbours));
  }

  private static Optional<Neighbour> neighbour(YamlNode node) {
    var id = node.text("id");
    var name = node.words("name");
    var agency = node.words("agency");
    var channel = node.words("channel");
    Optional<Area> area = outline(node, "outline");
    return node.make(() -> new Neighbour(id, name, agency, channel, area.orElseThrow()));
  }

  private static Optional<Area> outline(YamlNode node, String key) {
    List<LatLon> places = new ArrayList<>();
    for (YamlNode place : node.find(key).map(n -> n.elements("an outline")).orElse(List.of())) {
      List<YamlNode> pair = place.elements("a place");
      if (pair.size() == 2) {
        double latDeg = pair.get(0).asNumber("a latitude");
        double lonDeg = pair.get(1).asNumber("a longitude");
        place.make(() -> new LatLon(latDeg, lonDeg)).ifPresent(places::add);
      } else {
        place.mistake("a place is [latitude, longitude]");
      }
    }
    if (places.size() < 3 || places.size() > MAX_PLACES) {
      node.mistake(key, "'" + key + "' has 3 to " + MAX_PLACES + " places");
      return Optional.empty();
    }
    if (!places.getFirst().equals(places.getLast())) {
      places.add(places.getFirst());
    }
    return node.make(() -> Area.polygon(places));
  }
}
