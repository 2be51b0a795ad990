package nadhir.core.pack;

import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.site.GaugeLimits;
import nadhir.core.yaml.YamlNode;

/**
 * Reads what a gauge of {@code site.yaml} can truly show: {@code stuckAfter}, {@code range: {min,
 * max}}, {@code maxRiseMPerMin} of a water gauge, {@code maxRainMmPerMin} of a rain gauge. Each can
 * be left out.
 */
final class GaugeLimitsParser {
  private GaugeLimitsParser() {}

  static GaugeLimits limits(YamlNode gauge) {
    var stuckAfter = gauge.optionalDuration("stuckAfter");
    var range = gauge.optionalNode("range", GaugeLimitsParser::range);
    if (stuckAfter.filter(d -> d.isZero()).isPresent()) {
      gauge.mistake("stuckAfter", "must be more than 0");
    }
    return new GaugeLimits(
        stuckAfter,
        range,
        positive(gauge, "maxRiseMPerMin", "stages", "a water gauge"),
        positive(gauge, "maxRainMmPerMin", "rainActionMm30", "a rain gauge"));
  }

  private static OptionalDouble positive(
      YamlNode gauge, String key, String goesWith, String which) {
    var value = gauge.optionalNumber(key);
    if (value.isPresent() && value.getAsDouble() <= 0) {
      gauge.mistake(key, "must be more than 0");
    }
    if (value.isPresent() && !gauge.has(goesWith)) {
      gauge.mistake(key, "belongs to " + which + ", which has '" + goesWith + "'");
    }
    return value;
  }

  private static Optional<GaugeLimits.Range> range(YamlNode node) {
    var min = node.number("min");
    var max = node.number("max");
    return node.make(() -> new GaugeLimits.Range(min, max));
  }
}
