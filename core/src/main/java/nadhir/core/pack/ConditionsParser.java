package nadhir.core.pack;

import java.util.Optional;
import nadhir.core.site.Conditions;
import nadhir.core.site.Conditions.Current;
import nadhir.core.site.Conditions.Wind;
import nadhir.core.yaml.YamlNode;

/** Reads the usual wind and current of {@code site.yaml}. */
final class ConditionsParser {
  private ConditionsParser() {}

  static Optional<Conditions> usual(YamlNode node) {
    var wind = node.optionalNode("wind", ConditionsParser::wind);
    var current = node.optionalNode("current", ConditionsParser::current);
    node.text("provenance");
    return node.make(() -> new Conditions(wind, current));
  }

  private static Optional<Wind> wind(YamlNode node) {
    var fromDeg = node.number("fromDeg");
    var speedMps = node.number("speedMps");
    return node.make(() -> new Wind(fromDeg, speedMps));
  }

  private static Optional<Current> current(YamlNode node) {
    var towardsDeg = node.number("towardsDeg");
    var speedMps = node.number("speedMps");
    return node.make(() -> new Current(towardsDeg, speedMps));
  }
}
