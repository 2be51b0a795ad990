package nadhir.geofence.engine;

import java.util.List;
import java.util.random.RandomGenerator;

/** Conditions as text, out of few names and awkward numbers, so that they meet. */
final class RandomConditions {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "0.0",
          "-0.0",
          "1",
          "2.0",
          "5",
          "5.5",
          "-3",
          "0.1",
          "1000000",
          "6.000001",
          "9007199254740993",
          "-9223372036854775807",
          "1.0E300",
          "12345678901.25");
  private static final List<String> COMPARISONS = List.of("=", "<", "<=", ">", ">=");
  private static final List<String> PATTERNS =
      List.of("5%", "%.0", "_.5", "%", "-%", "N%", "1.0E%", "", "5.5", "in%");
  private static final List<Double> VALUES =
      List.of(
          0.0,
          -0.0,
          1.0,
          2.0,
          5.0,
          5.5,
          -3.0,
          0.1,
          1e6,
          6.000001,
          9007199254740992.0,
          1e300,
          -9.223372036854775808e18,
          12345678901.25,
          Math.nextUp(5.5),
          Math.nextDown(5.0),
          4.9e-324);

  private final RandomGenerator random;
  private final List<String> names;
  private final boolean negating;

  RandomConditions(RandomGenerator random, List<String> names, boolean negating) {
    this.random = random;
    this.names = names;
    this.negating = negating;
  }

  /** Never NaN. */
  static double value(RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0 -> Double.POSITIVE_INFINITY;
      case 1 -> random.nextDouble(-10, 10);
      case 2 -> random.nextInt(-5, 10);
      default -> VALUES.get(random.nextInt(VALUES.size()));
    };
  }

  String condition(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return leaf();
    }
    if (negating && random.nextInt(5) == 0) {
      return "NOT (" + condition(depth - 1) + ")";
    }
    String word = random.nextBoolean() ? " AND " : " OR ";
    return "(" + condition(depth - 1) + word + condition(depth - 1) + ")";
  }

  private String leaf() {
    return switch (random.nextInt(12)) {
      case 0 -> amount(1) + between() + amount(0) + " AND " + amount(0);
      case 1 -> name() + between() + number() + " AND " + number();
      case 2 -> name() + not() + " IN (" + number() + ", " + number() + ", " + number() + ")";
      case 3 -> amount(1) + not() + " LIKE '" + any(PATTERNS) + "'";
      case 4 -> number() + comparison() + name();
      case 5 -> amount(2) + comparison() + amount(2);
      case 6 -> name() + comparison() + name();
      default -> name() + comparison() + number();
    };
  }

  private String not() {
    return negating && random.nextInt(4) == 0 ? " NOT" : "";
  }

  private String between() {
    return not() + " BETWEEN ";
  }

  private String comparison() {
    return " " + (negating && random.nextInt(6) == 0 ? "<>" : any(COMPARISONS)) + " ";
  }

  private String amount(int depth) {
    return switch (depth == 0 ? random.nextInt(2) : random.nextInt(4)) {
      case 0 -> name();
      case 1 -> number();
      default ->
          "("
              + amount(depth - 1)
              + " "
              + any(List.of("+", "-", "*", "/"))
              + " "
              + amount(depth - 1)
              + ")";
    };
  }

  private String name() {
    return any(names);
  }

  private String number() {
    return any(NUMBERS);
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
