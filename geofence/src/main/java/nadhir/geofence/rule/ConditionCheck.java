package nadhir.geofence.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nadhir.core.yaml.Nearest;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.expression.Add;
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.expression.Subtract;

/** Walks a filter and says what in it a rule may not use: only what is listed here passes. */
final class ConditionCheck {
  /** {@code stage_cm}: what stands before the unit, and the unit. */
  private static final Pattern IN_UNIT =
      Pattern.compile("(\\w+?)_(mm|cm|m|km|ft|in|mi|nm|s|sec|min|h|hr|mps|kmh|kn|kt|mph)");

  private final Vocabulary vocabulary;
  private final List<Refusal> refusals = new ArrayList<>();

  /**
   * @param near a name in the condition that it is about; empty where none is
   */
  record Refusal(String reason, String near) {}

  private ConditionCheck(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  static List<Refusal> refusals(Filter filter, Vocabulary vocabulary) {
    var check = new ConditionCheck(vocabulary);
    check.filter(filter);
    return check.refusals.stream().distinct().toList();
  }

  private void filter(Filter filter) {
    switch (filter) {
      case And and -> and.getChildren().forEach(this::filter);
      case Or or -> or.getChildren().forEach(this::filter);
      case Not not -> {
        negated("");
        filter(not.getFilter());
      }
      case PropertyIsBetween between ->
          compared(between.getExpression(), between.getLowerBoundary(), between.getUpperBoundary());
      case PropertyIsNotEqualTo unequal -> {
        negated(firstName(unequal.getExpression1(), unequal.getExpression2()));
        compared(unequal.getExpression1(), unequal.getExpression2());
      }
      case BinaryComparisonOperator two -> compared(two.getExpression1(), two.getExpression2());
      case PropertyIsLike like -> expression(like.getExpression());
      default -> refuse("only comparisons of named values are taken, not " + filter, "");
    }
  }

  private void refuse(String reason, String near) {
    refusals.add(new Refusal(reason, near));
  }

  private void negated(String near) {
    if (!vocabulary.always()) {
      refuse(
          "'NOT' and '<>' are not taken on facts, an unknown one would make them true:"
              + " write the opposite comparison",
          near);
    }
  }

  private void compared(Expression... sides) {
    Stream.of(sides).forEach(this::expression);
    boolean numeric = Stream.of(sides).anyMatch(this::isNumber);
    boolean text = Stream.of(sides).anyMatch(this::isText);
    if (numeric && text) {
      refuse("a number is compared with a text", firstName(sides));
    } else {
      for (int i = 1; i < sides.length; i++) {
        sameUnit(sides[0], sides[i]);
      }
    }
  }

  private static String firstName(Expression... sides) {
    return Stream.of(sides)
        .map(ConditionCheck::name)
        .filter(n -> !n.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String name(Expression expression) {
    return switch (expression) {
      case PropertyName name -> name.getPropertyName();
      case BinaryExpression two -> firstName(two.getExpression1(), two.getExpression2());
      default -> "";
    };
  }

  private void sameUnit(Expression one, Expression other) {
    Optional<String> unit = unit(one);
    Optional<String> another = unit(other);
    if (unit.isPresent() && another.isPresent() && !unit.equals(another)) {
      refuse(
          "'%s' %s and '%s' %s: they cannot be compared"
              .formatted(name(one), in(unit.get()), name(other), in(another.get())),
          name(other));
    }
  }

  private static String in(String unit) {
    return unit.isEmpty() ? "is a plain number" : "is in " + unit;
  }

  /** The unit of a fact, a sum or a difference; of all else it is not known. */
  private Optional<String> unit(Expression expression) {
    return switch (expression) {
      case PropertyName name -> vocabulary.unit(name.getPropertyName());
      case Add sum -> unit(sum.getExpression1()).or(() -> unit(sum.getExpression2()));
      case Subtract difference ->
          unit(difference.getExpression1()).or(() -> unit(difference.getExpression2()));
      default -> Optional.empty();
    };
  }

  private void expression(Expression expression) {
    switch (expression) {
      case PropertyName name -> known(name.getPropertyName());
      case BinaryExpression two -> {
        expression(two.getExpression1());
        expression(two.getExpression2());
        if (isText(two.getExpression1()) || isText(two.getExpression2())) {
          refuse("a text is reckoned with: + - * / take numbers", name(two));
        }
        if (two instanceof Add || two instanceof Subtract) {
          sameUnit(two.getExpression1(), two.getExpression2());
        }
      }
      case Literal _ -> {}
      default -> refuse("only names, numbers, texts and + - * / are taken", "");
    }
  }

  private void known(String name) {
    if (!vocabulary.names().contains(name)) {
      String hint = otherUnit(name).orElseGet(() -> Nearest.hint(name, vocabulary.names()));
      String known = hint.isEmpty() ? "; known are " + String.join(", ", vocabulary.names()) : hint;
      refuse("unknown " + vocabulary.what() + " '" + name + "'" + known, name);
    }
  }

  /** {@code stage_cm} is {@code stage_m}, in another unit. */
  private Optional<String> otherUnit(String name) {
    var stem = IN_UNIT.matcher(name);
    return stem.matches() && vocabulary.isFacts()
        ? vocabulary.names().stream()
            .filter(fact -> fact.matches(stem.group(1) + "_[a-z0-9]+"))
            .filter(fact -> !vocabulary.unit(fact).orElse("").isEmpty())
            .findFirst()
            .filter(fact -> fact.indexOf('_') == fact.lastIndexOf('_'))
            .map(fact -> ": it is '" + fact + "', in " + vocabulary.unit(fact).orElse(""))
        : Optional.empty();
  }

  private boolean isNumber(Expression expression) {
    return switch (expression) {
      case PropertyName name -> vocabulary.numbers().contains(name.getPropertyName());
      case Literal literal -> literal.getValue() instanceof Number;
      default -> expression instanceof BinaryExpression;
    };
  }

  private boolean isText(Expression expression) {
    return switch (expression) {
      case PropertyName name ->
          vocabulary.names().contains(name.getPropertyName())
              && !vocabulary.numbers().contains(name.getPropertyName());
      case Literal literal -> !(literal.getValue() instanceof Number);
      default -> false;
    };
  }
}
