package nadhir.core.pack;

import java.util.List;
import java.util.Optional;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Gauge;
import nadhir.core.site.Gully;
import nadhir.core.site.Wadi;
import nadhir.core.yaml.YamlNode;

/** Reads one gully of {@code site.yaml}. */
final class GullyParser {
  private GullyParser() {}

  static Optional<Gully> gully(YamlNode node, List<Gauge> gauges, List<Wadi> wadis) {
    var id = node.text("id");
    var areaKm2 = node.number("areaKm2");
    var lengthM = node.number("lengthM");
    var slope = node.number("slope");
    var curveNumber = node.number("curveNumber");
    var peaks = node.node("peaksM3ps", GullyParser::peaks);
    var zones = node.list("zones", GullyParser::reached);
    var provenance = node.text("provenance");
    checkGauges(node, id, gauges);
    if (wadis.stream().anyMatch(wadi -> wadi.id().equals(id))) {
      node.mistake("id", "'" + id + "' is among the 'wadis', too: it is one or the other");
    }
    return node.make(
        () ->
            new Gully(
                id, areaKm2, lengthM, slope, curveNumber, peaks.orElseThrow(), zones, provenance));
  }

  private static void checkGauges(YamlNode node, String id, List<Gauge> gauges) {
    List<Gauge> own = gauges.stream().filter(gauge -> gauge.wadi().equals(id)).toList();
    if (node.has("id") && own.stream().noneMatch(gauge -> gauge.rainActionMm30().isPresent())) {
      node.mistake("id", "no rain gauge stands in gully '" + id + "'");
    }
    own.stream()
        .filter(gauge -> !gauge.downstream().isEmpty())
        .forEach(
            gauge ->
                node.mistake(
                    "id",
                    "gauge "
                        + gauge.id()
                        + " has 'downstream', the gully zones: keep one of both"));
  }

  private static Optional<Gully.Peaks> peaks(YamlNode node) {
    var action = node.number("action");
    var minor = node.number("minor");
    var moderate = node.number("moderate");
    var major = node.number("major");
    return node.make(() -> new Gully.Peaks(action, minor, moderate, major));
  }

  private static Optional<Gully.Reached> reached(YamlNode node) {
    var zone = node.text("zone");
    var earliest = node.optionalDuration("earliest");
    var latest = node.optionalDuration("latest");
    if (earliest.isPresent() != latest.isPresent()) {
      node.mistake("'earliest' and 'latest' go together, or are both left out");
    }
    return node.make(
        () ->
            new Gully.Reached(
                new ZoneId(zone), earliest.map(e -> new Gully.Times(e, latest.orElseThrow()))));
  }
}
