package nadhir.geofence.rule;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** One comparison, as far as it can be reasoned about. */
sealed interface Claim {
  /** The number 0, as the other side of a comparison with a constant. */
  String ZERO = "";

  /** The facts that it names. */
  SortedSet<String> names();

  /**
   * {@code left - right} is at most {@code most}, or less than that where it is {@code strict}.
   * Either side can be {@link #ZERO}.
   *
   * @param names of the comparison that it is from: what cancels out must be known all the same
   */
  record AtMost(String left, String right, double most, boolean strict, SortedSet<String> names)
      implements Claim {
    /** What holds exactly when this does not. */
    AtMost opposite() {
      return new AtMost(right, left, -most, !strict, names);
    }
  }

  /** Nothing is known of it but how it is written. */
  record Opaque(String text, SortedSet<String> names) implements Claim {}

  /** {@code a - b} is at most zero, less where it is {@code strict}. */
  static Claim atMost(Optional<Linear> a, Optional<Linear> b, boolean strict, Opaque otherwise) {
    if (a.isEmpty() || b.isEmpty()) {
      return otherwise;
    }
    Linear difference = a.get().plus(b.get(), -1);
    List<String> names = List.copyOf(difference.factors().keySet());
    double most = -difference.constant();
    return switch (names.size()) {
      case 0 -> new AtMost(ZERO, ZERO, most, strict, otherwise.names());
      case 1 -> {
        double factor = difference.factors().get(names.getFirst());
        yield factor > 0
            ? new AtMost(names.getFirst(), ZERO, most / factor, strict, otherwise.names())
            : new AtMost(ZERO, names.getFirst(), most / -factor, strict, otherwise.names());
      }
      case 2 -> pair(difference, names, most, strict, otherwise);
      default -> otherwise;
    };
  }

  private static Claim pair(
      Linear difference, List<String> names, double most, boolean strict, Opaque otherwise) {
    double first = difference.factors().get(names.getFirst());
    double second = difference.factors().get(names.getLast());
    if (first != -second) {
      return otherwise;
    }
    return first > 0
        ? new AtMost(names.getFirst(), names.getLast(), most / first, strict, otherwise.names())
        : new AtMost(names.getLast(), names.getFirst(), most / second, strict, otherwise.names());
  }

  static SortedSet<String> sorted(Iterable<String> names) {
    var sorted = new TreeSet<String>();
    names.forEach(sorted::add);
    return sorted;
  }
}
