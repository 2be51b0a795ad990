package nadhir.core.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.site.TsunamiSource;
import nadhir.core.site.TsunamiSource.Arrival;
import nadhir.core.yaml.YamlNode;

/** Reads one source area of sea waves of {@code site.yaml}. */
final class TsunamiParser {
  private static final double MOST_MAGNITUDE = 10;

  private TsunamiParser() {}

  static Optional<TsunamiSource> source(YamlNode node) {
    var id = node.text("id");
    var circle = node.optionalNode("circle", TsunamiParser::circle);
    var polygon = node.find("polygon").flatMap(TsunamiParser::polygon);
    var minMagnitude = node.number("minMagnitude");
    var maxDepthKm = node.number("maxDepthKm");
    var arrivals = node.list("arrivals", TsunamiParser::arrivals);
    var provenance = node.text("provenance");
    if (node.has("circle") == node.has("polygon")) {
      node.mistake("a source area is a 'circle' or a 'polygon', one of both");
    }
    if (node.has("minMagnitude") && !(minMagnitude > 0 && minMagnitude < MOST_MAGNITUDE)) {
      node.mistake("minMagnitude", "a magnitude lies between 0 and 10");
    }
    if (node.has("maxDepthKm") && !(maxDepthKm > 0)) {
      node.mistake("maxDepthKm", "a depth is more than 0 km");
    }
    return node.make(
        () ->
            new TsunamiSource(
                id,
                circle.or(() -> polygon).orElseThrow(),
                minMagnitude,
                maxDepthKm * 1_000,
                arrivals.stream().flatMap(List::stream).toList(),
                provenance));
  }

  private static Optional<Area> circle(YamlNode node) {
    var centre = node.place("centre");
    var radiusKm = node.number("radiusKm");
    return node.make(() -> Area.circle(centre, radiusKm * 1_000));
  }

  /** Places as {@code [lat, lon]}; the ring is closed here. */
  private static Optional<Area> polygon(YamlNode node) {
    List<LatLon> ring = new ArrayList<>();
    for (YamlNode corner : node.elements("polygon")) {
      List<YamlNode> numbers = corner.elements("a corner");
      if (numbers.size() != 2) {
        corner.mistake("a corner is [latitude, longitude]");
      } else {
        double latDeg = numbers.get(0).asNumber("a latitude");
        double lonDeg = numbers.get(1).asNumber("a longitude");
        corner.make(() -> new LatLon(latDeg, lonDeg)).ifPresent(ring::add);
      }
    }
    return node.make(
        () -> Area.polygon(Stream.concat(ring.stream(), ring.stream().limit(1)).toList()));
  }

  private static Optional<List<Arrival>> arrivals(YamlNode node) {
    var zones = node.texts("zones");
    var earliest = node.duration("earliest");
    var latest = node.duration("latest");
    if (zones.isEmpty()) {
      node.mistake("'zones' are missing: which shores the wave reaches then");
    }
    return node.make(
        () -> zones.stream().map(zone -> new Arrival(new ZoneId(zone), earliest, latest)).toList());
  }
}
