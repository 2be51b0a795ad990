package nadhir.core.feed.gauge;

import java.util.List;
import java.util.Optional;

/**
 * What stands where there is no value.
 *
 * @param numbers such as −999999
 * @param words such as {@code M}, in capitals or not
 * @param declared where the source itself names one
 */
record NoValue(List<Double> numbers, List<String> words, Optional<Source> declared) {
  static final NoValue NONE = new NoValue(List.of(), List.of(), Optional.empty());

  NoValue {
    numbers = List.copyOf(numbers);
    words = List.copyOf(words);
  }

  boolean isOne(String word) {
    return words.stream().anyMatch(word::equalsIgnoreCase);
  }

  boolean isOne(double number, Item item) {
    return numbers.contains(number)
        || declared
            .flatMap(source -> source.of(item))
            .flatMap(word -> Numbers.plain(word))
            .filter(none -> none == number)
            .isPresent();
  }
}
