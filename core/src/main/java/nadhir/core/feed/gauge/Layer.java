package nadhir.core.feed.gauge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import nadhir.core.yaml.YamlNode;

/**
 * A part of a mapping as the site wrote it, over the same part of the preset: what the site says
 * stands, what it leaves out comes from the preset, key by key. Mistakes are told where the site
 * wrote them, never in the preset.
 */
final class Layer {
  private final List<YamlNode> site;
  private final List<YamlNode> preset;
  private final YamlNode anchor;

  /**
   * @param site the nearest first
   * @param preset likewise
   * @param anchor where a mistake is told that stands nowhere
   */
  Layer(List<YamlNode> site, List<YamlNode> preset, YamlNode anchor) {
    this.site = List.copyOf(site);
    this.preset = List.copyOf(preset);
    this.anchor = anchor;
  }

  /** One node alone, as the site or the preset has it. */
  static Layer of(YamlNode node) {
    return new Layer(List.of(node), List.of(), node);
  }

  /** What the site says, and nothing else. */
  Layer siteAlone() {
    preset.forEach(YamlNode::keys); // known, and left aside
    return new Layer(site, List.of(), anchor);
  }

  /** The node that says {@code key}. Asking makes it known in all of them. */
  private Optional<YamlNode> holder(String key) {
    List<YamlNode> holders =
        Stream.concat(site.stream(), preset.stream()).filter(node -> node.has(key)).toList();
    return holders.stream().findFirst();
  }

  boolean has(String key) {
    return holder(key).isPresent();
  }

  /** What stands under {@code key}, as whoever is nearest wrote it. */
  Optional<YamlNode> find(String key) {
    return holder(key).flatMap(node -> node.find(key));
  }

  Optional<String> text(String key) {
    return holder(key).flatMap(node -> node.optionalText(key));
  }

  /** What {@code key} says beside {@code other}: what a nearer one says of both stands together. */
  Optional<String> textBeside(String key, String other) {
    has(key); // makes it known everywhere
    for (YamlNode node : Stream.concat(site.stream(), preset.stream()).toList()) {
      if (node.has(key)) {
        return node.optionalText(key);
      }
      if (node.has(other)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** A text, or a list of them. */
  List<String> texts(String key) {
    return find(key)
        .map(node -> node.isList() ? holder(key).orElseThrow().texts(key) : one(key))
        .orElse(List.of());
  }

  private List<String> one(String key) {
    return text(key).stream().toList();
  }

  OptionalDouble number(String key) {
    return holder(key).map(node -> node.optionalNumber(key)).orElse(OptionalDouble.empty());
  }

  Optional<Duration> duration(String key) {
    return holder(key).flatMap(node -> node.optionalDuration(key));
  }

  boolean flag(String key) {
    return holder(key).map(node -> node.flag(key, false)).orElse(false);
  }

  /** Whether {@code key} is there as a plain value or a list, not as a map. */
  boolean isPlain(String key) {
    return find(key).filter(node -> !node.isMap()).isPresent();
  }

  /** The map under {@code key}: the site's over the preset's. */
  Layer sub(String key) {
    return new Layer(maps(site, key), maps(preset, key), anchor);
  }

  private static List<YamlNode> maps(List<YamlNode> nodes, String key) {
    List<YamlNode> maps = new ArrayList<>();
    for (YamlNode node : nodes) {
      node.find(key).filter(YamlNode::isMap).ifPresent(maps::add);
    }
    return maps;
  }

  /** Where the site wrote {@code key}; else at the mapping as a whole. */
  void mistake(String key, String reason) {
    site.stream()
        .filter(node -> node.has(key))
        .findFirst()
        .ifPresentOrElse(node -> node.mistake(key, reason), () -> anchor.mistake(reason));
  }

  void missing(String key, String what) {
    (site.isEmpty() ? anchor : site.getFirst()).mistake("'" + key + "' is missing: " + what);
  }
}
