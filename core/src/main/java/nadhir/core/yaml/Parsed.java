package nadhir.core.yaml;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of reading a file: the value, or all mistakes that were found.
 *
 * @param value present exactly when there is no mistake
 * @param mistakes in order of file and line
 */
public record Parsed<T>(Optional<T> value, List<Mistake> mistakes) {
  public Parsed {
    mistakes = mistakes.stream().sorted().distinct().toList();
    if (value.isPresent() != mistakes.isEmpty()) {
      throw new IllegalArgumentException("a value without mistakes, or mistakes without a value");
    }
  }

  public static <T> Parsed<T> of(T value) {
    return new Parsed<>(Optional.of(value), List.of());
  }

  public static <T> Parsed<T> failed(List<Mistake> mistakes) {
    return new Parsed<>(Optional.empty(), mistakes);
  }

  /** The value; throws when there are mistakes, so ask {@link #mistakes()} first. */
  public T get() {
    return value.orElseThrow(() -> new IllegalStateException(mistakes.toString()));
  }

  /** Goes on with the value, which can bring mistakes of its own. */
  public <U> Parsed<U> then(Function<T, Parsed<U>> next) {
    return value.map(next).orElseGet(() -> failed(mistakes));
  }
}
