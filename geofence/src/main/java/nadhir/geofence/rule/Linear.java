package nadhir.geofence.rule;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;

/** A sum of facts, each times a number, and a number. */
record Linear(SortedMap<String, Double> factors, double constant) {
  Linear {
    factors = Collections.unmodifiableSortedMap(new TreeMap<>(factors));
  }

  /** Empty for what is no such sum, as a product of facts. */
  static Optional<Linear> of(Expression expression) {
    return switch (expression) {
      case Literal literal when literal.getValue() instanceof Number number ->
          Optional.of(new Linear(new TreeMap<>(), number.doubleValue()));
      case PropertyName name ->
          Optional.of(new Linear(new TreeMap<>(java.util.Map.of(name.getPropertyName(), 1.0)), 0));
      case Add sum ->
          of(sum.getExpression1()).flatMap(a -> of(sum.getExpression2()).map(b -> a.plus(b, 1)));
      case Subtract difference ->
          of(difference.getExpression1())
              .flatMap(a -> of(difference.getExpression2()).map(b -> a.plus(b, -1)));
      case Multiply product ->
          of(product.getExpression1())
              .flatMap(a -> of(product.getExpression2()).flatMap(b -> a.times(b)));
      case Divide quotient ->
          of(quotient.getExpression1())
              .flatMap(
                  a ->
                      of(quotient.getExpression2())
                          .filter(b -> b.factors.isEmpty() && b.constant != 0)
                          .map(b -> a.scaled(1 / b.constant)));
      default -> Optional.empty();
    };
  }

  /** This and {@code factor} times the other. */
  Linear plus(Linear other, double factor) {
    SortedMap<String, Double> sum = new TreeMap<>(factors);
    other.factors.forEach((name, k) -> sum.merge(name, factor * k, Double::sum));
    sum.values().removeIf(k -> k == 0);
    return new Linear(sum, constant + factor * other.constant);
  }

  private Optional<Linear> times(Linear other) {
    if (other.factors.isEmpty()) {
      return Optional.of(scaled(other.constant));
    }
    return factors.isEmpty() ? Optional.of(other.scaled(constant)) : Optional.empty();
  }

  private Linear scaled(double factor) {
    return new Linear(new TreeMap<>(), 0).plus(this, factor);
  }

  /** Without a point where it is whole. */
  static String shown(double number) {
    return number == StrictMath.rint(number) && StrictMath.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
