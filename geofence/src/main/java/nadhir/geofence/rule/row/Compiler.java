package nadhir.geofence.rule.row;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import nadhir.geofence.rule.row.Amount.Operation;
import nadhir.geofence.rule.row.RowTest.Comparison;
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
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Divide;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.Multiply;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;
import org.geotools.filter.LikeToRegexConverter;

/**
 * Makes a test on rows of a filter whose names are columns of numbers. What has another shape (a
 * text in a column of numbers, a literal between two columns) is left to GeoTools.
 */
public final class Compiler {
  private static final double[] NOTHING = {};

  private final ToIntFunction<String> columns;

  /**
   * @param columns the column of a name, −1 for none
   */
  public Compiler(ToIntFunction<String> columns) {
    this.columns = columns;
  }

  /** Immutable, can be asked by many threads. */
  public RowTest compile(Filter filter) {
    return switch (filter) {
      case And and -> new RowTest.All(all(and.getChildren()));
      case Or or -> new RowTest.Any(all(or.getChildren()));
      case Not not -> new RowTest.Not(compile(not.getFilter()));
      default -> leaf(filter);
    };
  }

  private List<RowTest> all(List<Filter> filters) {
    return filters.stream().map(this::compile).toList();
  }

  private RowTest leaf(Filter filter) {
    return folded(filter).or(() -> own(filter)).orElseGet(() -> foreign(filter));
  }

  private RowTest foreign(Filter filter) {
    return new RowTest.Foreign(Slots.on(filter, columns), amounts(filter));
  }

  private List<Amount> amounts(Filter filter) {
    return sides(filter).stream().flatMap(side -> amount(side).stream()).toList();
  }

  /** What names nothing always says the same. */
  private Optional<RowTest> folded(Filter filter) {
    return Slots.names(filter).isEmpty()
        ? Optional.of(new RowTest.Constant(foreign(filter).holds(NOTHING)))
        : Optional.empty();
  }

  private static List<Expression> sides(Filter filter) {
    return switch (filter) {
      case PropertyIsBetween b ->
          List.of(b.getExpression(), b.getLowerBoundary(), b.getUpperBoundary());
      case BinaryComparisonOperator c -> List.of(c.getExpression1(), c.getExpression2());
      case PropertyIsLike like -> List.of(like.getExpression());
      default -> List.of();
    };
  }

  private Optional<RowTest> own(Filter filter) {
    List<Amount> amounts = amounts(filter);
    if (amounts.isEmpty() || amounts.size() != sides(filter).size()) {
      return Optional.empty();
    }
    return switch (filter) {
      case PropertyIsBetween _ -> between(amounts);
      case PropertyIsLike like -> Optional.of(new RowTest.Like(amounts.getFirst(), regex(like)));
      default -> comparison(filter).map(c -> compared(amounts.getFirst(), c, amounts.getLast()));
    };
  }

  /** GeoTools turns the bounds of a whole number into whole numbers: that is left to it. */
  private static Optional<RowTest> between(List<Amount> amounts) {
    return amounts.getFirst() instanceof Amount.Constant
        ? Optional.empty()
        : Optional.of(Bounds.between(amounts.get(0), amounts.get(1), amounts.get(2)));
  }

  private static Pattern regex(PropertyIsLike like) {
    int flags = like.isMatchingCase() ? 0 : Pattern.CASE_INSENSITIVE;
    return Pattern.compile(new LikeToRegexConverter(like).getPattern(), flags);
  }

  private static RowTest compared(Amount left, Comparison comparison, Amount right) {
    return Bounds.of(left, comparison, right)
        .orElseGet(() -> new RowTest.Compared(left, comparison, right));
  }

  private static Optional<Comparison> comparison(Filter filter) {
    return switch (filter) {
      case PropertyIsEqualTo _ -> Optional.of(Comparison.EQUAL);
      case PropertyIsNotEqualTo _ -> Optional.of(Comparison.UNEQUAL);
      case PropertyIsLessThan _ -> Optional.of(Comparison.LESS);
      case PropertyIsLessThanOrEqualTo _ -> Optional.of(Comparison.AT_MOST);
      case PropertyIsGreaterThan _ -> Optional.of(Comparison.MORE);
      case PropertyIsGreaterThanOrEqualTo _ -> Optional.of(Comparison.AT_LEAST);
      default -> Optional.empty();
    };
  }

  private Optional<Amount> amount(Expression expression) {
    return switch (expression) {
      case PropertyName name -> column(name);
      case Literal literal -> constant(literal.getValue());
      case BinaryExpression two -> reckoned(two);
      default -> Optional.empty();
    };
  }

  private Optional<Amount> column(PropertyName name) {
    int column = columns.applyAsInt(name.getPropertyName());
    return column < 0 ? Optional.empty() : Optional.of(new Amount.Column(column));
  }

  private static Optional<Amount> constant(Object value) {
    return switch (value) {
      case Double number -> Optional.of(new Amount.Constant(number, false));
      case Long number -> Optional.of(new Amount.Constant(number, true));
      case null, default -> Optional.empty();
    };
  }

  private Optional<Amount> reckoned(BinaryExpression two) {
    Optional<Operation> operation =
        switch (two) {
          case Add _ -> Optional.of(Operation.ADD);
          case Subtract _ -> Optional.of(Operation.SUBTRACT);
          case Multiply _ -> Optional.of(Operation.MULTIPLY);
          case Divide _ -> Optional.of(Operation.DIVIDE);
          default -> Optional.empty();
        };
    return operation.flatMap(
        o ->
            amount(two.getExpression1())
                .flatMap(a -> amount(two.getExpression2()).map(b -> new Amount.Reckoned(o, a, b))));
  }
}
