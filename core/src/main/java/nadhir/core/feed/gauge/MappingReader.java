package nadhir.core.feed.gauge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.GaugeId;
import nadhir.core.id.Id;
import nadhir.core.yaml.YamlNode;

/**
 * Reads a mapping: the options of a feed over the preset of its format. What the site writes
 * outside of {@code shapes} holds for all shapes; its own {@code shapes} stand instead of the
 * preset's.
 */
final class MappingReader {
  /** Shapes of one format. */
  static final int MAX_SHAPES = 10;

  private final boolean csv;
  private final Optional<YamlNode> site;
  private final YamlNode preset;

  /**
   * @param csv whether documents are tables, or else JSON
   */
  MappingReader(boolean csv, Optional<YamlNode> site, YamlNode preset) {
    this.csv = csv;
    this.site = site;
    this.preset = preset;
  }

  Optional<GaugeOptions> read() {
    YamlNode anchor = site.orElse(preset);
    if (site.filter(node -> !node.isMap()).isPresent()) {
      anchor.mistake("options are a map (key: value)");
      return Optional.empty();
    }
    List<YamlNode> own =
        site.flatMap(node -> node.find("shapes")).map(n -> n.elements("shapes")).orElse(List.of());
    List<YamlNode> theirs = preset.find("shapes").map(n -> n.elements("shapes")).orElse(List.of());
    List<Shape> shapes = new ArrayList<>();
    if (!own.isEmpty()) {
      for (YamlNode one : own) {
        shapes.add(shape(new Layer(with(one, site.stream().toList()), List.of(preset), one)));
      }
    } else if (theirs.isEmpty()) {
      shapes.add(shape(new Layer(site.stream().toList(), List.of(preset), anchor)));
    } else {
      notForAll(theirs.size());
      for (YamlNode one : theirs) {
        shapes.add(shape(new Layer(site.stream().toList(), List.of(one, preset), anchor)));
      }
    }
    if (shapes.size() > MAX_SHAPES) {
      anchor.mistake("shapes", "at most " + MAX_SHAPES + " shapes");
    }
    return anchor.make(() -> new GaugeOptions(shapes));
  }

  private static List<YamlNode> with(YamlNode first, List<YamlNode> others) {
    List<YamlNode> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  /** Where items are cannot be the same for several shapes. */
  private void notForAll(int shapes) {
    for (String key : List.of("items", "has")) {
      if (shapes > 1 && site.filter(node -> node.has(key)).isPresent()) {
        site.get()
            .mistake(
                key,
                "this format has "
                    + shapes
                    + " shapes with items of their own: write your own under 'shapes'");
      }
    }
  }

  private Shape shape(Layer both) {
    Layout layout = csv ? LayoutReader.csv(both) : LayoutReader.json(both);
    boolean named = !(layout instanceof Layout.Csv table) || table.header();
    Layer layer = named ? both : both.siteAlone(); // the preset knows columns by their names only
    var sources = new Sources(new Places(layout));
    var gauge = gauge(layer, sources);
    var table = table(layer);
    var time = new TimeReader(layer, sources).read();
    var quantities = quantities(layer, sources);
    Layer place = layer.sub("place");
    return new Shape(
        layout,
        gauge,
        table,
        time,
        quantities,
        NoValueReader.read(layer, sources),
        flags(layer, sources),
        sources.optional(layer, "series"),
        sources.optional(layer, "sensor"),
        sources.optional(place, "lat"),
        sources.optional(place, "lon"),
        sources.optional(layer, "title"),
        numbers(layer));
  }

  private static Numbers.Style numbers(Layer layer) {
    String text = layer.text("numbers").orElse("1234.5");
    return switch (text) {
      case "1234.5" -> Numbers.Style.PLAIN;
      case "1,234.5" -> Numbers.Style.GROUPED;
      case "1234,5" -> Numbers.Style.COMMA;
      case "1.234,5" -> Numbers.Style.COMMA_GROUPED;
      case String other -> {
        layer.mistake(
            "numbers", "'" + other + "' is none of 1234.5, \"1,234.5\", \"1234,5\", \"1.234,5\"");
        yield Numbers.Style.PLAIN;
      }
    };
  }

  /** {@code gauge: Y1} is the gauge itself, {@code gauge: {path: …}} where its name stands. */
  private static Source gauge(Layer layer, Sources sources) {
    if (!layer.has("gauge")) {
      layer.missing("gauge", "the gauge's id, or {path: …}");
    }
    if (layer.isPlain("gauge")) {
      String id = layer.text("gauge").orElse("");
      if (!id.isEmpty() && !Id.isValid(id)) {
        layer.mistake("gauge", "an id is 1 to 120 of A-Z a-z 0-9 . _ : / -; a place is {path: …}");
      }
      return Source.fixed(id);
    }
    return layer.has("gauge")
        ? sources.mapped(layer.sub("gauge")).orElse(Source.fixed("?"))
        : Source.fixed("?");
  }

  /** {@code gauges: {theirs: ours, other: {id: Y1, is: stage, unit: cm, zeroM: 0}}}. */
  private static GaugeTable table(Layer layer) {
    SortedMap<String, GaugeTable.Entry> entries = new TreeMap<>();
    layer
        .find("gauges")
        .ifPresent(
            node ->
                node.entries((theirs, ours) -> ours.isMap() ? entry(ours) : plain(ours))
                    .forEach(entries::put));
    return new GaugeTable(entries);
  }

  private static Optional<GaugeTable.Entry> plain(YamlNode ours) {
    String id = ours.asText();
    return ours.make(() -> GaugeTable.Entry.plain(new GaugeId(id)));
  }

  private static Optional<GaugeTable.Entry> entry(YamlNode ours) {
    String id = ours.text("id");
    Optional<Quantity> is =
        ours.optionalText("is").map(text -> QuantityReader.quantity(ours, "is", text));
    Optional<String> unit = ours.optionalText("unit");
    double zeroM = ours.optionalNumber("zeroM").orElse(0);
    if (unit.isPresent() && is.isEmpty()) {
      ours.mistake("unit", "a unit needs 'is': of what");
    } else if (unit.isPresent() && is.get().factor(unit.get()).isEmpty()) {
      ours.mistake(
          "unit",
          "'"
              + unit.get()
              + "' is no unit of "
              + is.get().key()
              + "; there are "
              + is.get().units());
    }
    return ours.make(() -> new GaugeTable.Entry(new GaugeId(id), is, unit, zeroM));
  }

  private static List<QuantitySpec> quantities(Layer layer, Sources sources) {
    if (!layer.has("quantities")) {
      layer.missing("quantities", "what is measured, and where it stands");
      return List.of();
    }
    List<QuantitySpec> all = new ArrayList<>();
    var elements = layer.find("quantities").orElseThrow().elements("quantities");
    for (YamlNode one : elements) {
      if (one.isMap()) {
        new QuantityReader(one, sources).read().ifPresent(all::add);
      } else {
        one.mistake("a quantity is a map with 'is', 'path' and 'unit'");
      }
    }
    if (elements.isEmpty()) {
      layer.mistake("quantities", "'quantities' is empty");
    }
    return all;
  }

  private static Flags flags(Layer layer, Sources sources) {
    if (layer.isPlain("flags")) {
      layer.mistake("flags", "'flags' is a map with 'path', 'unusable', 'estimates'");
    }
    Layer flags = layer.sub("flags");
    return new Flags(
        flags.has("path") ? sources.mapped(flags) : Optional.empty(),
        flags.flag("glued"),
        flags.texts("unusable"),
        flags.texts("estimates"),
        flags.texts("harmless"));
  }
}
