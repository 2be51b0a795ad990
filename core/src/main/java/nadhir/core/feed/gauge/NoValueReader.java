package nadhir.core.feed.gauge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code noValue}: a list of numbers and words, or a map with {@code is} and {@code path}.
 */
final class NoValueReader {
  private NoValueReader() {}

  static NoValue read(Layer layer, Sources sources) {
    if (!layer.has("noValue")) {
      return NoValue.NONE;
    }
    if (layer.isPlain("noValue")) {
      return of(layer.texts("noValue"), Optional.empty());
    }
    Layer map = layer.sub("noValue");
    return of(map.texts("is"), map.has("path") ? sources.mapped(map) : Optional.<Source>empty());
  }

  private static NoValue of(List<String> texts, Optional<Source> declared) {
    List<Double> numbers = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String text : texts) {
      Numbers.plain(text).ifPresentOrElse(numbers::add, () -> words.add(text));
    }
    return new NoValue(numbers, words, declared);
  }
}
