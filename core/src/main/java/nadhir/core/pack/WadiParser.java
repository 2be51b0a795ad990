package nadhir.core.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Gauge;
import nadhir.core.site.TravelTime;
import nadhir.core.site.Wadi;
import nadhir.core.site.WadiReach;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.YamlNode;

/**
 * Reads one wadi of {@code site.yaml} with its reaches, and looks whether they hang together: a
 * node is a water gauge of the wadi, or a junction where one reach ends and another begins.
 */
final class WadiParser {
  private final List<Gauge> gauges;
  private final List<String> gaugeIds;

  /**
   * @param gaugeIds those of all gauges, the faulty ones included
   */
  WadiParser(List<Gauge> gauges, List<String> gaugeIds) {
    this.gauges = gauges;
    this.gaugeIds = gaugeIds;
  }

  /** The ends of a reach as they are written, of a faulty one, too, and where. */
  private record Ends(YamlNode node, Optional<String> from, Optional<String> to) {}

  Optional<Wadi> wadi(YamlNode node) {
    var id = node.text("id");
    List<Ends> ends = new ArrayList<>();
    var reaches =
        node.list(
            "reaches",
            child -> {
              ends.add(new Ends(child, child.optionalText("from"), child.optionalText("to")));
              return reach(child);
            });
    var provenance = node.text("provenance");
    ends.forEach(one -> connected(one, id, ends));
    checkGauges(node, id);
    return node.make(() -> new Wadi(id, reaches, provenance));
  }

  private static Optional<WadiReach> reach(YamlNode node) {
    var from = node.text("from");
    var to = node.optionalText("to");
    var zones = node.texts("zones").stream().map(ZoneId::new).toList();
    var lengthM = node.number("lengthM");
    var slope = node.number("slope");
    var roughness = node.optionalNumber("roughness");
    var attenuation = node.optionalNumber("attenuation").orElse(1);
    var travel = node.optionalList("travel", WadiParser::travel);
    return node.make(
        () -> new WadiReach(from, to, zones, lengthM, slope, roughness, attenuation, travel));
  }

  private static Optional<TravelTime> travel(YamlNode node) {
    var stageM = node.number("stage");
    var earliest = node.duration("earliest");
    var latest = node.duration("latest");
    return node.make(() -> new TravelTime(stageM, earliest, latest));
  }

  private void connected(Ends one, String wadi, List<Ends> all) {
    Predicate<String> ending =
        name -> all.stream().anyMatch(e -> e.to().filter(name::equals).isPresent());
    Predicate<String> beginning =
        name -> all.stream().anyMatch(e -> e.from().filter(name::equals).isPresent());
    one.from()
        .ifPresent(name -> check(one.node(), "from", name, wadi, ending, "no reach ends there"));
    one.to().ifPresent(name -> check(one.node(), "to", name, wadi, beginning, "no reach goes on"));
  }

  private void check(
      YamlNode node, String key, String name, String wadi, Predicate<String> junction, String not) {
    if (gaugeIds.contains(name)) {
      gauges.stream()
          .filter(gauge -> gauge.id().value().equals(name))
          .filter(gauge -> !gauge.wadi().equals(wadi) || gauge.stages().isEmpty())
          .forEach(_ -> node.mistake(key, name + " is no water gauge of wadi '" + wadi + "'"));
    } else if (!junction.test(name)) {
      node.mistake(
          key, "there is no gauge '" + name + "', and " + not + Nearest.hint(name, gaugeIds));
    }
  }

  private void checkGauges(YamlNode node, String id) {
    List<Gauge> own = gauges.stream().filter(gauge -> gauge.wadi().equals(id)).toList();
    if (own.isEmpty() && node.has("id")) {
      node.mistake("id", "no gauge stands in wadi '" + id + "'");
    }
    own.stream()
        .filter(gauge -> !gauge.downstream().isEmpty())
        .forEach(
            gauge ->
                node.mistake(
                    "id",
                    "gauge "
                        + gauge.id()
                        + " has 'downstream', the wadi reaches: keep one of both"));
  }
}
