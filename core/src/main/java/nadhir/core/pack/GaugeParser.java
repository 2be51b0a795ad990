package nadhir.core.pack;

import java.util.Optional;
import nadhir.core.id.GaugeId;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Gauge;
import nadhir.core.yaml.YamlNode;

/** Reads one gauge of {@code site.yaml}. */
final class GaugeParser {
  private GaugeParser() {}

  static Optional<Gauge> gauge(YamlNode node) {
    var id = node.text("id");
    var name = node.words("name");
    var place = node.place("place");
    var wadi = node.text("wadi");
    var stages = node.optionalNode("stages", GaugeParser::stages);
    var rainAction = node.optionalNumber("rainActionMm30");
    var every = node.duration("expectedEvery");
    var downstream = node.optionalList("downstream", GaugeParser::reach);
    var provenance = node.text("provenance");
    var limits = GaugeLimitsParser.limits(node);
    if (!node.has("stages") && rainAction.isEmpty()) {
      node.mistake("a gauge has 'stages' (water) or 'rainActionMm30' (rain), this one has neither");
    }
    if (node.has("expectedEvery") && every.isZero()) {
      node.mistake("expectedEvery", "must be more than 0");
    }
    return node.make(
        () ->
            new Gauge(
                new GaugeId(id),
                name,
                place,
                wadi,
                stages,
                rainAction,
                every,
                downstream,
                provenance,
                limits));
  }

  private static Optional<Gauge.Stages> stages(YamlNode node) {
    var action = node.number("action");
    var minor = node.number("minor");
    var moderate = node.number("moderate");
    var major = node.number("major");
    return node.make(() -> new Gauge.Stages(action, minor, moderate, major));
  }

  private static Optional<Gauge.Reach> reach(YamlNode node) {
    var zone = node.text("zone");
    var earliest = node.duration("earliest");
    var latest = node.duration("latest");
    return node.make(() -> new Gauge.Reach(new ZoneId(zone), earliest, latest));
  }
}
