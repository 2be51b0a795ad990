package nadhir.core.feed.gauge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.feed.gauge.QuantitySpec.Condition;
import nadhir.core.feed.gauge.QuantitySpec.Counter;
import nadhir.core.feed.gauge.QuantitySpec.Over;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.YamlNode;

/** Reads one element of {@code quantities}. */
final class QuantityReader {
  /** What a single value of rain can cover. */
  static final Duration LONGEST_OVER = Duration.ofHours(24);

  private final YamlNode node;
  private final Layer layer;
  private final Sources sources;

  QuantityReader(YamlNode node, Sources sources) {
    this.node = node;
    this.layer = Layer.of(node);
    this.sources = sources;
  }

  Optional<QuantitySpec> read() {
    Quantity is = quantity(node, "is", node.text("is"));
    var value = sources.mapped(layer);
    var when = conditions();
    var unit = unit(is);
    double least = layer.number("least").orElse(is.least());
    double most = layer.number("most").orElse(is.most());
    if (least > most) {
      node.mistake("least", "'least' lies above 'most'");
    }
    var noValue = NoValueReader.read(layer, sources);
    var flags = sources.optional(layer, "flags");
    var over = over(is);
    var wraps = layer.number("wrapsAt");
    if (wraps.isPresent() && (is != Quantity.RAIN_TOTAL || wraps.getAsDouble() <= 0)) {
      node.mistake("wrapsAt", "only a rain-total runs over, at more than 0 mm");
    }
    return node.make(
        () ->
            new QuantitySpec(
                is,
                value.orElseThrow(),
                when,
                unit,
                least,
                most,
                noValue,
                flags,
                over,
                new Counter(wraps)));
  }

  /** The quantity that {@code text} names; a mistake, and the first one, where it names none. */
  static Quantity quantity(YamlNode node, String key, String text) {
    List<String> keys = Arrays.stream(Quantity.values()).map(Quantity::key).toList();
    if (!text.isEmpty() && !keys.contains(text)) {
      node.mistake(
          key, "'" + text + "' is none of " + String.join(", ", keys) + Nearest.hint(text, keys));
    }
    return Arrays.stream(Quantity.values())
        .filter(q -> q.key().equals(text))
        .findFirst()
        .orElse(Quantity.STAGE);
  }

  private List<Condition> conditions() {
    Optional<YamlNode> when = layer.find("when");
    if (when.isEmpty()) {
      return List.of();
    }
    List<YamlNode> nodes = when.get().isList() ? when.get().elements("when") : List.of(when.get());
    List<Condition> all = new ArrayList<>();
    for (YamlNode one : nodes) {
      if (!one.isMap()) {
        one.mistake("a condition is a map with 'path', and 'is' or 'match'");
        continue;
      }
      Layer condition = Layer.of(one);
      var words = condition.texts("is");
      if (!condition.has("match") && words.isEmpty()) {
        one.mistake("a condition needs 'is' (a word or a list of them) or 'match'");
      }
      sources.mapped(condition).ifPresent(source -> all.add(new Condition(source, words)));
    }
    return all;
  }

  private UnitSpec unit(Quantity is) {
    if (!layer.has("unit")) {
      node.mistake("'unit' is missing: one of " + is.units() + ", or where it stands");
      return new UnitSpec(Optional.empty(), new TreeMap<>(), Optional.empty());
    }
    if (layer.isPlain("unit")) {
      return new UnitSpec(Optional.empty(), new TreeMap<>(), known(layer, "unit", is));
    }
    Layer unit = layer.sub("unit");
    SortedMap<String, String> names = new TreeMap<>();
    unit.find("is")
        .ifPresent(
            table -> {
              for (String name : table.keys()) {
                known(Layer.of(table), name, is).ifPresent(ours -> names.put(name, ours));
              }
            });
    return new UnitSpec(sources.mapped(unit), names, known(unit, "otherwise", is));
  }

  private static Optional<String> known(Layer layer, String key, Quantity is) {
    Optional<String> unit = layer.text(key);
    if (unit.isPresent() && is.factor(unit.get()).isEmpty()) {
      layer.mistake(
          key, "'" + unit.get() + "' is no unit of " + is.key() + "; there are " + is.units());
      return Optional.empty();
    }
    return unit;
  }

  private Optional<Over> over(Quantity is) {
    if (is != Quantity.RAIN) {
      if (layer.has("over")) {
        node.mistake("over", "only 'rain' falls over some time; a rain-total tells it by itself");
      }
      return Optional.empty();
    }
    if (!layer.has("over")) {
      node.mistake("'over' is missing: the time in which the rain fell, such as 15 min");
      return Optional.empty();
    }
    if (layer.isPlain("over")) {
      return Optional.of(new Over(Optional.empty(), false, span(layer, "over")));
    }
    Layer over = layer.sub("over");
    boolean neighbours = over.flag("neighbours");
    var from = over.has("path") ? sources.mapped(over) : Optional.<Source>empty();
    var otherwise = span(over, "otherwise");
    if (!neighbours && from.isEmpty()) {
      node.mistake("over", "'over' needs 'path', or 'neighbours: true', or is a time span itself");
    }
    if (neighbours && otherwise.isEmpty()) {
      node.mistake("over", "'over' needs 'otherwise': what a value without neighbours covers");
    }
    return Optional.of(new Over(from, neighbours, otherwise));
  }

  private static Optional<Duration> span(Layer layer, String key) {
    Optional<Duration> span = layer.duration(key);
    if (span.isPresent() && (span.get().isZero() || span.get().compareTo(LONGEST_OVER) > 0)) {
      layer.mistake(key, "rain falls over more than 0 s and at most 24 h");
    }
    return span;
  }
}
