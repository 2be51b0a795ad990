package nadhir.geofence.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.PropertyName;

/**
 * The cases in which a condition holds: it does when all claims of one of them do. More than {@link
 * #MAX} cases are not written out, and nothing is then concluded.
 */
final class Cases {
  static final int MAX = 256;

  private Cases() {}

  /** Empty when there are too many. */
  static Optional<List<List<Claim>>> of(Filter filter) {
    return of(filter, false);
  }

  /** The cases in which it does not hold, all facts being known. */
  static Optional<List<List<Claim>>> against(Filter filter) {
    return of(filter, true);
  }

  private static Optional<List<List<Claim>>> of(Filter filter, boolean negated) {
    return switch (filter) {
      case And and -> joined(and.getChildren(), negated, !negated);
      case Or or -> joined(or.getChildren(), negated, negated);
      case Not not -> of(not.getFilter(), !negated);
      case PropertyIsBetween between -> Optional.of(between(between, negated));
      case BinaryComparisonOperator two -> Optional.of(compared(two, negated));
      default -> Optional.of(List.of(List.of(opaque(filter, negated))));
    };
  }

  private static Optional<List<List<Claim>>> joined(
      List<Filter> children, boolean negated, boolean all) {
    List<List<Claim>> cases = all ? List.of(List.of()) : List.of();
    for (Filter child : children) {
      Optional<List<List<Claim>>> more = of(child, negated);
      if (more.isEmpty()) {
        return Optional.empty();
      }
      cases = all ? product(cases, more.get()) : union(cases, more.get());
      if (cases.size() > MAX) {
        return Optional.empty();
      }
    }
    return Optional.of(cases);
  }

  private static List<List<Claim>> union(List<List<Claim>> some, List<List<Claim>> others) {
    List<List<Claim>> both = new ArrayList<>(some);
    both.addAll(others);
    return both;
  }

  private static List<List<Claim>> product(List<List<Claim>> some, List<List<Claim>> others) {
    List<List<Claim>> both = new ArrayList<>();
    for (List<Claim> one : some) {
      for (List<Claim> other : others) {
        List<Claim> claims = new ArrayList<>(one);
        claims.addAll(other);
        both.add(claims);
        if (both.size() > MAX) {
          return both;
        }
      }
    }
    return both;
  }

  private static List<List<Claim>> between(PropertyIsBetween between, boolean negated) {
    Claim.Opaque otherwise =
        opaque(
            between,
            negated,
            between.getExpression(),
            between.getLowerBoundary(),
            between.getUpperBoundary());
    var value = Linear.of(between.getExpression());
    var low = Linear.of(between.getLowerBoundary());
    var high = Linear.of(between.getUpperBoundary());
    return negated
        ? List.of(
            List.of(Claim.atMost(value, low, true, otherwise)),
            List.of(Claim.atMost(high, value, true, otherwise)))
        : List.of(
            List.of(
                Claim.atMost(low, value, false, otherwise),
                Claim.atMost(value, high, false, otherwise)));
  }

  private static List<List<Claim>> compared(BinaryComparisonOperator two, boolean negated) {
    var left = Linear.of(two.getExpression1());
    var right = Linear.of(two.getExpression2());
    Claim.Opaque otherwise = opaque(two, negated, two.getExpression1(), two.getExpression2());
    Claim less = Claim.atMost(left, right, true, otherwise);
    Claim atMost = Claim.atMost(left, right, false, otherwise);
    Claim more = Claim.atMost(right, left, true, otherwise);
    Claim atLeast = Claim.atMost(right, left, false, otherwise);
    List<List<Claim>> equal = List.of(List.of(atMost, atLeast));
    List<List<Claim>> unequal = List.of(List.of(less), List.of(more));
    return switch (two) {
      case PropertyIsLessThan _ -> List.of(List.of(negated ? atLeast : less));
      case PropertyIsLessThanOrEqualTo _ -> List.of(List.of(negated ? more : atMost));
      case PropertyIsGreaterThan _ -> List.of(List.of(negated ? atMost : more));
      case PropertyIsGreaterThanOrEqualTo _ -> List.of(List.of(negated ? less : atLeast));
      case PropertyIsEqualTo _ -> negated ? unequal : equal;
      case PropertyIsNotEqualTo _ -> negated ? equal : unequal;
      default -> List.of(List.of(otherwise));
    };
  }

  private static Claim.Opaque opaque(Filter filter, boolean negated, Expression... sides) {
    SortedSet<String> names = new TreeSet<>();
    for (Expression side : sides) {
      names(side, names);
    }
    return new Claim.Opaque((negated ? "NOT " : "") + filter, names);
  }

  private static void names(Expression expression, SortedSet<String> names) {
    switch (expression) {
      case PropertyName name -> names.add(name.getPropertyName());
      case BinaryExpression two -> {
        names(two.getExpression1(), names);
        names(two.getExpression2(), names);
      }
      default -> {
        // a number or a text
      }
    }
  }
}
