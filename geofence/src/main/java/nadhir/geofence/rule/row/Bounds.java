package nadhir.geofence.rule.row;

import java.util.Optional;
import nadhir.geofence.rule.row.RowTest.Comparison;

/**
 * Comparisons of one column with one constant, as the numbers between which they hold. Only those
 * for which this says exactly the same: {@code = 0.0} does not take −0, and stays a comparison.
 */
final class Bounds {
  private Bounds() {}

  static Optional<RowTest> of(Amount left, Comparison comparison, Amount right) {
    return switch (left) {
      case Amount.Column column when right instanceof Amount.Constant constant ->
          of(column.index(), comparison, constant);
      case Amount.Constant constant when right instanceof Amount.Column column ->
          of(column.index(), turned(comparison), constant);
      case Amount.Column _, Amount.Constant _, Amount.Reckoned _ -> Optional.empty();
    };
  }

  /** The two zeros are not the same to {@code BETWEEN}: with one as a bound it stays as it is. */
  static RowTest between(Amount amount, Amount from, Amount to) {
    return amount instanceof Amount.Column column
            && from instanceof Amount.Constant least
            && to instanceof Amount.Constant most
            && least.value() != 0
            && most.value() != 0
        ? new RowTest.Within(column.index(), least.value(), most.value())
        : new RowTest.Between(amount, from, to);
  }

  private static Optional<RowTest> of(int column, Comparison comparison, Amount.Constant constant) {
    double c = constant.value() + 0.0;
    if (!Double.isFinite(c)) {
      return Optional.empty();
    }
    return switch (comparison) {
      case EQUAL ->
          c == 0 && !constant.whole()
              ? Optional.empty()
              : Optional.of(new RowTest.Within(column, c, c));
      case UNEQUAL -> Optional.empty();
      case LESS -> atMost(column, Math.nextDown(c));
      case AT_MOST -> atMost(column, c);
      case MORE -> atLeast(column, Math.nextUp(c));
      case AT_LEAST -> atLeast(column, c);
    };
  }

  private static Optional<RowTest> atMost(int column, double most) {
    return Optional.of(new RowTest.Within(column, Double.NEGATIVE_INFINITY, most));
  }

  private static Optional<RowTest> atLeast(int column, double least) {
    return Optional.of(new RowTest.Within(column, least, Double.POSITIVE_INFINITY));
  }

  private static Comparison turned(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> Comparison.EQUAL;
      case UNEQUAL -> Comparison.UNEQUAL;
      case LESS -> Comparison.MORE;
      case AT_MOST -> Comparison.AT_LEAST;
      case MORE -> Comparison.LESS;
      case AT_LEAST -> Comparison.AT_MOST;
    };
  }
}
