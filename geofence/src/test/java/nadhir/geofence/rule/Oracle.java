package nadhir.geofence.rule;

import java.util.Map;
import java.util.stream.Stream;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.PropertyName;

/**
 * What a condition must say: of each comparison whose names are all known, and whose arithmetic
 * comes to a number, what GeoTools says by itself; of every other one, false.
 */
public final class Oracle {
  private Oracle() {}

  /** Values that are not finite are not known. */
  public static boolean holds(Condition condition, Map<String, ?> values) {
    return holds(condition.filter(), values);
  }

  private static boolean holds(Filter filter, Map<String, ?> values) {
    return switch (filter) {
      case And and -> and.getChildren().stream().allMatch(child -> holds(child, values));
      case Or or -> or.getChildren().stream().anyMatch(child -> holds(child, values));
      case Not not -> !holds(not.getFilter(), values);
      default ->
          sides(filter).allMatch(side -> isKnown(side, values))
              && filter.evaluate(new Named(values));
    };
  }

  private static Stream<Expression> sides(Filter filter) {
    return switch (filter) {
      case PropertyIsBetween b ->
          Stream.of(b.getExpression(), b.getLowerBoundary(), b.getUpperBoundary());
      case BinaryComparisonOperator c -> Stream.of(c.getExpression1(), c.getExpression2());
      case PropertyIsLike like -> Stream.of(like.getExpression());
      default -> throw new AssertionError(filter);
    };
  }

  private static boolean isKnown(Expression side, Map<String, ?> values) {
    return switch (side) {
      case PropertyName name -> isKnown(values.get(name.getPropertyName()));
      case BinaryExpression two ->
          isKnown(two.getExpression1(), values)
              && isKnown(two.getExpression2(), values)
              && isKnown(two.evaluate(new Named(values), Double.class));
      default -> true;
    };
  }

  private static boolean isKnown(Object value) {
    return value instanceof Number number ? Double.isFinite(number.doubleValue()) : value != null;
  }
}
