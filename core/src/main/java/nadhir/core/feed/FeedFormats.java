package nadhir.core.feed;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.YamlNode;

/** The formats that can be decoded, by the names that people write. */
public final class FeedFormats {
  private static final SortedMap<String, FeedFormat> BY_NAME = load();

  private FeedFormats() {}

  private static SortedMap<String, FeedFormat> load() {
    SortedMap<String, FeedFormat> found = new TreeMap<>();
    for (FeedFormat format :
        ServiceLoader.load(FeedFormat.class, FeedFormat.class.getClassLoader())) {
      FeedFormat other = found.put(format.name(), format);
      if (other != null) {
        throw new IllegalStateException(
            "two formats are called " + format.name() + ": " + other + " and " + format);
      }
    }
    return Collections.unmodifiableSortedMap(found);
  }

  /** Every format, by name. */
  public static List<FeedFormat> all() {
    return List.copyOf(BY_NAME.values());
  }

  /** Their names, in order: {@code ais}, {@code cap}, … */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** The format that {@code key} names; a mistake with the nearest one where none is named. */
  public static Optional<FeedFormat> read(YamlNode node, String key) {
    String name = node.text(key);
    var format = byName(name);
    if (format.isEmpty() && !name.isEmpty()) {
      String hint = Nearest.hint(name, names());
      node.mistake(
          key,
          "'"
              + name
              + "' is no format"
              + (hint.isEmpty() ? "; there are " + String.join(", ", names()) : hint));
    }
    return format;
  }

  public static Optional<FeedFormat> byName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
