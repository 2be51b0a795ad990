package nadhir.core.pack;

import java.util.Optional;
import nadhir.core.site.Conditions;
import nadhir.core.site.Conditions.Current;
import nadhir.core.site.Conditions.Wind;
import nadhir.core.yaml.YamlNode;

/** Reads the usual wind and current of {@code site.yaml}. */
final class ConditionsParser {
  private ConditionsParser() {}

  /**
   * @param steady the wind holds for released gases, too
   */
  record Usual(Conditions conditions, boolean steady) {
    static final Usual UNKNOWN = new Usual(Conditions.UNKNOWN, false);

    Optional<Wind> steadyWind() {
      return conditions.wind().filter(_ -> steady);
    }
  }

  static Optional<Usual> usual(YamlNode node) {
    var wind = node.optionalNode("wind", ConditionsParser::wind);
    var steady = node.flag("steadyWind", false);
    var current = node.optionalNode("current", ConditionsParser::current);
    node.text("provenance");
    if (steady && !node.has("wind")) {
      node.mistake("steadyWind", "there is no 'wind' that could be steady");
    }
    return node.make(() -> new Usual(new Conditions(wind, current), steady));
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
