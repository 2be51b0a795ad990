package nadhir.core.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Words;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a YAML file that knows its line and writes down what is wrong with it.
 *
 * <p>A reader asks for every key it knows and then makes its value; keys that nobody asked for are
 * mistakes. A key that is missing or of another type is a mistake, too, and gives a stand-in (empty
 * text, 0, …) that {@link #make} never lets out:
 *
 * <pre>{@code
 * Parsed<List<Gauge>> parsed = YamlNode.parse(file, root -> root.list("gauges", node -> {
 *   var id = node.text("id");
 *   var every = node.duration("every");
 *   return node.make(() -> new Gauge(new GaugeId(id), every));
 * }));
 * }</pre>
 *
 * <p>Limits: a file of 3,000,000 characters, 30 levels, no aliases.
 */
public final class YamlNode {
  private static final Words STAND_IN = Words.of(Map.of("en", "?"));

  /**
   * The file that is read.
   *
   * @param columns mistakes tell the column, too
   */
  private record Page(SiteFile file, Lines lines, boolean columns, List<Mistake> mistakes) {}

  private final Page page;
  private final Node node;
  private final Optional<YamlNode> parent;
  private final Map<String, YamlNode> children = new LinkedHashMap<>();
  private final Map<String, Spot> keySpots = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private boolean clean = true;

  private YamlNode(Page page, Node node, Optional<YamlNode> parent) {
    this.page = page;
    this.node = node;
    this.parent = parent;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::addChild);
    }
  }

  /**
   * Reads a file whose top level is a map. The reader asks for all it knows and ends in {@link
   * #make}.
   */
  public static <T> Parsed<T> parse(SiteFile file, Function<YamlNode, Optional<T>> reader) {
    return parse(file, false, reader);
  }

  /** The same with mistakes that tell the column, too: for files with a language in their texts. */
  public static <T> Parsed<T> parseWithColumns(
      SiteFile file, Function<YamlNode, Optional<T>> reader) {
    return parse(file, true, reader);
  }

  private static <T> Parsed<T> parse(
      SiteFile file, boolean columns, Function<YamlNode, Optional<T>> reader) {
    List<Mistake> mistakes = new ArrayList<>();
    Optional<Node> top = YamlGuard.compose(file, mistakes);
    if (top.isEmpty()) {
      return Parsed.failed(mistakes);
    }
    var page = new Page(file, new Lines(file.text()), columns, mistakes);
    var root = new YamlNode(page, top.get(), Optional.empty());
    if (!root.isMap("the file")) {
      return Parsed.failed(mistakes);
    }
    Optional<T> value = reader.apply(root);
    root.reportUnknownKeys();
    return mistakes.isEmpty() ? Parsed.of(value.orElseThrow()) : Parsed.failed(mistakes);
  }

  private void addChild(NodeTuple tuple) {
    Spot spot = start(tuple.getKeyNode());
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      mistakeAt(spot, "a key must be plain text");
      return;
    }
    if (children.containsKey(key.getValue())) {
      mistakeAt(spot, "'" + key.getValue() + "' is there twice");
      return;
    }
    keySpots.put(key.getValue(), spot);
    children.put(key.getValue(), new YamlNode(page, tuple.getValueNode(), Optional.of(this)));
  }

  private static Spot start(Node node) {
    return node.getStartMark()
        .map(mark -> new Spot(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(new Spot(0, 0));
  }

  Node raw() {
    return node;
  }

  public int line() {
    return start(node).line();
  }

  public Spot spot() {
    return start(node);
  }

  /** Where {@code key} stands, or this node when the key is not there. */
  public Spot spot(String key) {
    return keySpots.getOrDefault(key, spot());
  }

  /** Where a character of the text under {@code key} stands; of anything but text, its key. */
  public Spot spot(String key, int offset) {
    return children.containsKey(key) && children.get(key).node instanceof ScalarNode scalar
        ? ScalarText.spot(page.lines(), scalar, offset)
        : spot(key);
  }

  /** The line of {@code key}, or of this node when the key is not there. */
  public int line(String key) {
    return spot(key).line();
  }

  /** Writes down that this node is wrong. */
  public void mistake(String reason) {
    mistakeAt(spot(), reason);
  }

  /** Writes down that the value of {@code key} is wrong. */
  public void mistake(String key, String reason) {
    mistakeAt(spot(key), reason);
  }

  /** Writes down that this node is wrong, for other languages, too. */
  public void mistake(Saying saying) {
    mistakeAt(spot(), saying.english(), Optional.of(saying));
  }

  /** Writes down that the value of {@code key} is wrong, for other languages, too. */
  public void mistake(String key, Saying saying) {
    mistakeAt(spot(key), saying.english(), Optional.of(saying));
  }

  /** Writes down that a character of the text under {@code key} is wrong. */
  public void mistake(String key, int offset, String reason) {
    mistakeAt(spot(key, offset), reason);
  }

  /** Writes down a mistake at a place that the caller knows. */
  public void mistakeAt(Spot spot, String reason) {
    mistakeAt(spot, reason, Optional.empty());
  }

  private void mistakeAt(Spot spot, String reason, Optional<Saying> saying) {
    int column = page.columns() ? spot.column() : 0;
    page.mistakes().add(new Mistake(page.file().name(), spot.line(), column, reason, saying));
    markUnclean();
  }

  /** Writes down a mistake at a line that the caller knows. */
  public void mistakeAt(int line, String reason) {
    mistakeAt(new Spot(line, 0), reason);
  }

  private void markUnclean() {
    clean = false;
    parent.ifPresent(YamlNode::markUnclean);
  }

  /**
   * Makes the value, only if nothing is wrong at or below this node; an {@link
   * IllegalArgumentException} of a constructor becomes a mistake here.
   */
  public <T> Optional<T> make(Supplier<T> maker) {
    if (!clean) {
      return Optional.empty();
    }
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException e) {
      mistake(e.getMessage());
      return Optional.empty();
    }
  }

  public boolean has(String key) {
    return find(key).isPresent();
  }

  /** All keys in the order of the file; asking for them makes each of them known. */
  public List<String> keys() {
    asked.addAll(children.keySet());
    return List.copyOf(children.keySet());
  }

  /** The node under {@code key}, if it is there and not empty. */
  public Optional<YamlNode> find(String key) {
    asked.add(key);
    return Optional.ofNullable(children.get(key)).filter(child -> !YamlShape.isNull(child.node));
  }

  private Optional<YamlNode> require(String key) {
    Optional<YamlNode> found = find(key);
    if (found.isEmpty() && children.containsKey(key)) {
      mistake(key, YamlFault.EMPTY.said("'" + key + "' has no value", "name", key));
    } else if (found.isEmpty()) {
      mistake(YamlFault.MISSING.said("'" + key + "' is missing", "name", key));
    }
    return found;
  }

  /** Text under a key that must be there; numbers are taken as they are written. */
  public String text(String key) {
    return require(key).map(child -> YamlValues.text(child, key)).orElse("");
  }

  public Optional<String> optionalText(String key) {
    return find(key).map(child -> YamlValues.text(child, key));
  }

  public double number(String key) {
    return require(key).map(child -> child.asNumber(key)).orElse(0.0);
  }

  public OptionalDouble optionalNumber(String key) {
    return find(key)
        .map(child -> OptionalDouble.of(child.asNumber(key)))
        .orElse(OptionalDouble.empty());
  }

  public int integer(String key) {
    double number = number(key);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      mistake(
          key,
          YamlFault.NOT_WHOLE.said(
              "'" + key + "' must be a whole number, not " + number, "name", key));
      return 0;
    }
    return (int) number;
  }

  public boolean flag(String key, boolean whenMissing) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty() || text.get().equals("true") || text.get().equals("false")) {
      return text.map(Boolean::valueOf).orElse(whenMissing);
    }
    mistake(key, "'" + key + "' must be true or false, not '" + text.get() + "'");
    return whenMissing;
  }

  /** A time span such as {@code 5 min}, {@code 90 s}, {@code 2 h}, {@code 1 d} or {@code PT5M}. */
  public Duration duration(String key) {
    return require(key).map(child -> YamlValues.duration(child, key)).orElse(Duration.ZERO);
  }

  public Optional<Duration> optionalDuration(String key) {
    return find(key).map(child -> YamlValues.duration(child, key));
  }

  /** Text in several languages: a map from language tag to text. */
  public Words words(String key) {
    return require(key).flatMap(child -> child.asWords(key)).orElse(STAND_IN);
  }

  public Optional<Words> optionalWords(String key) {
    return find(key).flatMap(child -> child.asWords(key));
  }

  /** A place as {@code {lat: 29.5, lon: 35.0}}. */
  public LatLon place(String key) {
    return require(key)
        .flatMap(
            child -> {
              double latDeg = child.number("lat");
              double lonDeg = child.number("lon");
              return child.make(() -> new LatLon(latDeg, lonDeg));
            })
        .orElse(new LatLon(0, 0));
  }

  /** One of the constants, written in small letters with blanks, {@code -} or {@code _}. */
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    return YamlValues.chosen(this, key, text(key), type);
  }

  public <E extends Enum<E>> E choice(String key, Class<E> type, E whenMissing) {
    return optionalText(key)
        .map(text -> YamlValues.chosen(this, key, text, type))
        .orElse(whenMissing);
  }

  /** The map under a key that must be there, read by {@code reader}. */
  public <T> Optional<T> node(String key, Function<YamlNode, Optional<T>> reader) {
    return require(key).filter(child -> child.isMap(key)).flatMap(reader);
  }

  public <T> Optional<T> optionalNode(String key, Function<YamlNode, Optional<T>> reader) {
    return find(key).filter(child -> child.isMap(key)).flatMap(reader);
  }

  /** A list of maps that must be there and hold one at least. Wrong ones are left out. */
  public <T> List<T> list(String key, Function<YamlNode, Optional<T>> reader) {
    Optional<YamlNode> found = require(key);
    if (found.isPresent()
        && found.get().node instanceof SequenceNode list
        && list.getValue().isEmpty()) {
      mistake(key, "'" + key + "' is empty");
    }
    return read(key, found.map(child -> child.elements(key)).orElse(List.of()), reader);
  }

  public <T> List<T> optionalList(String key, Function<YamlNode, Optional<T>> reader) {
    return read(key, find(key).map(child -> child.elements(key)).orElse(List.of()), reader);
  }

  private static <T> List<T> read(
      String key, List<YamlNode> elements, Function<YamlNode, Optional<T>> reader) {
    return elements.stream()
        .filter(element -> element.isMap("an element of '" + key + "'"))
        .flatMap(element -> reader.apply(element).stream())
        .toList();
  }

  /** A list of texts; empty when the key is missing. */
  public List<String> texts(String key) {
    return find(key).map(child -> child.elements(key)).orElse(List.of()).stream()
        .map(element -> YamlValues.text(element, "an element of '" + key + "'"))
        .toList();
  }

  /** A map from names of the author's choice; empty when the key is missing. */
  public <T> Map<String, T> map(String key, BiFunction<String, YamlNode, Optional<T>> reader) {
    return find(key).map(child -> child.entries(key, reader)).orElse(Map.of());
  }

  /** This map itself, name by name, in the order of the file. */
  public <T> Map<String, T> entries(BiFunction<String, YamlNode, Optional<T>> reader) {
    return entries("this", reader);
  }

  private <T> Map<String, T> entries(
      String what, BiFunction<String, YamlNode, Optional<T>> reader) {
    Map<String, T> read = new LinkedHashMap<>();
    if (isMap(what)) {
      for (String name : keys()) {
        reader.apply(name, children.get(name)).ifPresent(value -> read.put(name, value));
      }
    }
    return Collections.unmodifiableMap(read);
  }

  /** This node as plain text; a mistake and empty when it is none. */
  public String asText() {
    return YamlValues.text(this, "this");
  }

  /** This node as a finite number; a mistake about {@code what} and 0 when it is none. */
  public double asNumber(String what) {
    return YamlValues.number(this, what);
  }

  /** This node as text in several languages. */
  public Optional<Words> asWords(String key) {
    return isMap(key) ? YamlValues.words(this) : Optional.empty();
  }

  /** How many elements the list under {@code key} has; 0 where there is no list. */
  public int size(String key) {
    return find(key)
        .map(child -> child.node instanceof SequenceNode list ? list.getValue().size() : 0)
        .orElse(0);
  }

  /** The elements of this list; a mistake about {@code what} and none when it is no list. */
  public List<YamlNode> elements(String what) {
    if (!(node instanceof SequenceNode sequence)) {
      mistake(
          YamlFault.NO_LIST.said(
              YamlValues.quoted(what) + " must be a list, not " + YamlShape.shown(node),
              "name",
              what));
      return List.of();
    }
    List<YamlNode> elements = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      var child = new YamlNode(page, element, Optional.of(this));
      elements.add(child);
      children.put("[" + children.size() + "]", child);
    }
    return elements;
  }

  /** Whether this node is a list, for a key that takes one value or several. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether this node is a map, for a key that takes a plain value or more. */
  public boolean isMap() {
    return node instanceof MappingNode;
  }

  private boolean isMap(String what) {
    if (node instanceof MappingNode) {
      return true;
    }
    mistake(
        YamlFault.NO_MAP.said(
            YamlValues.quoted(what) + " must be a map (key: value), not " + YamlShape.shown(node),
            "name",
            what));
    return false;
  }

  private void reportUnknownKeys() {
    if (node instanceof MappingNode && !asked.isEmpty()) {
      for (String key : children.keySet()) {
        if (!asked.contains(key)) {
          mistake(
              key,
              YamlFault.UNKNOWN.said(
                  "unknown key '" + key + "'" + YamlValues.known(key, asked), "name", key));
        }
      }
    }
    children.values().forEach(YamlNode::reportUnknownKeys);
  }
}
