package nadhir.core.feed.gauge;

import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Reads where words come from: a path alone, or a map with {@code path} and {@code match}. */
final class Sources {
  private final Places places;

  Sources(Places places) {
    this.places = places;
  }

  /** What stands under {@code key}, a path or a map. */
  Optional<Source> optional(Layer layer, String key) {
    if (!layer.has(key)) {
      return Optional.empty();
    }
    return layer.isPlain(key) ? plain(layer, key) : mapped(layer.sub(key));
  }

  /** A path under {@code key}. */
  Optional<Source> plain(Layer layer, String key) {
    return layer.text(key).map(text -> at(layer, key, text));
  }

  /** A path that was found under {@code key}. */
  Source at(Layer layer, String key, String text) {
    return new Source(
        places.read(text, reason -> layer.mistake(key, reason)), Optional.<Cut>empty());
  }

  /** A map that has {@code path}, and perhaps {@code match}. */
  Optional<Source> mapped(Layer map) {
    var path = map.text("path");
    var cut = map.textBeside("match", "path").flatMap(regex -> cut(map, regex));
    if (path.isEmpty()) {
      map.missing("path", "where it stands");
      return Optional.empty();
    }
    return Optional.of(
        new Source(places.read(path.get(), reason -> map.mistake("path", reason)), cut));
  }

  private static Optional<Cut> cut(Layer map, String regex) {
    try {
      return Optional.of(new Cut(regex));
    } catch (PatternSyntaxException e) {
      map.mistake("match", "'" + regex + "' is no regular expression: " + e.getDescription());
    } catch (IllegalArgumentException e) {
      map.mistake("match", e.getMessage());
    }
    return Optional.empty();
  }
}
