package nadhir.geofence.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nadhir.geofence.rule.row.NamedTest;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;

/** The comparisons of a condition, each with its numbers and whether it holds by itself. */
public final class Comparisons {
  private final Map<String, ?> values;
  private final List<Told> told = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();

  private Comparisons(Map<String, ?> values) {
    this.values = values;
  }

  /**
   * One comparison.
   *
   * @param text {@code stage_m 1.2 >= stage_moderate 1.5}; {@code ?} for what is not known
   * @param names in it, in order, each once
   */
  public record Told(String text, boolean holds, List<String> names) {
    public Told {
      names = List.copyOf(names);
    }
  }

  /** In the order in which they are written. */
  public static List<Told> of(Condition condition, Map<String, ?> values) {
    var comparisons = new Comparisons(values);
    comparisons.filter(condition.filter());
    return List.copyOf(comparisons.told);
  }

  private void filter(Filter filter) {
    switch (filter) {
      case And and -> and.getChildren().forEach(this::filter);
      case Or or -> or.getChildren().forEach(this::filter);
      case Not not -> filter(not.getFilter());
      case PropertyIsBetween between ->
          add(
              filter,
              shown(between.getExpression())
                  + " between "
                  + shown(between.getLowerBoundary())
                  + " and "
                  + shown(between.getUpperBoundary()));
      case BinaryComparisonOperator two ->
          add(filter, shown(two.getExpression1()) + sign(two) + shown(two.getExpression2()));
      default -> add(filter, filter.toString());
    }
  }

  private void add(Filter filter, String text) {
    told.add(new Told(text, NamedTest.of(filter).holds(values), List.copyOf(names)));
    names.clear();
  }

  private static String sign(BinaryComparisonOperator two) {
    return switch (two) {
      case PropertyIsLessThan _ -> " < ";
      case PropertyIsLessThanOrEqualTo _ -> " <= ";
      case PropertyIsGreaterThan _ -> " > ";
      case PropertyIsGreaterThanOrEqualTo _ -> " >= ";
      case PropertyIsEqualTo _ -> " = ";
      default -> " <> ";
    };
  }

  private String shown(Expression expression) {
    return switch (expression) {
      case PropertyName name -> {
        names.add(name.getPropertyName());
        yield name.getPropertyName() + " " + value(name.getPropertyName());
      }
      case BinaryExpression two ->
          shown(two.getExpression1()) + sign(two) + shown(two.getExpression2());
      case Literal literal -> value(literal.getValue());
      default -> expression.toString();
    };
  }

  private static String sign(BinaryExpression two) {
    return switch (two) {
      case Add _ -> " + ";
      case Subtract _ -> " - ";
      case Multiply _ -> " * ";
      default -> " / ";
    };
  }

  private String value(String name) {
    Object value = values.get(name);
    return value == null ? "?" : value(value);
  }

  private static String value(Object value) {
    return value instanceof Number number ? Linear.shown(number.doubleValue()) : value.toString();
  }
}
