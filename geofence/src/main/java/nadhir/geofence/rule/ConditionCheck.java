package nadhir.geofence.rule;

import java.util.ArrayList;
import java.util.List;
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
import org.geotools.api.filter.expression.BinaryExpression;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;

/** Walks a filter and says what in it a rule may not use: only what is listed here passes. */
final class ConditionCheck {
  private final Vocabulary vocabulary;
  private final List<String> refusals = new ArrayList<>();

  private ConditionCheck(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  static List<String> refusals(Filter filter, Vocabulary vocabulary) {
    var check = new ConditionCheck(vocabulary);
    check.filter(filter);
    return check.refusals.stream().distinct().toList();
  }

  private void filter(Filter filter) {
    switch (filter) {
      case And and -> and.getChildren().forEach(this::filter);
      case Or or -> or.getChildren().forEach(this::filter);
      case Not not -> {
        negated();
        filter(not.getFilter());
      }
      case PropertyIsBetween between ->
          compared(between.getExpression(), between.getLowerBoundary(), between.getUpperBoundary());
      case PropertyIsNotEqualTo unequal -> {
        negated();
        compared(unequal.getExpression1(), unequal.getExpression2());
      }
      case BinaryComparisonOperator two -> compared(two.getExpression1(), two.getExpression2());
      case PropertyIsLike like -> expression(like.getExpression());
      default -> refusals.add("only comparisons of named values are taken, not " + filter);
    }
  }

  private void negated() {
    if (!vocabulary.always()) {
      refusals.add(
          "'NOT' and '<>' are not taken on facts, an unknown one would make them true:"
              + " write the opposite comparison");
    }
  }

  private void compared(Expression... sides) {
    Stream.of(sides).forEach(this::expression);
    boolean numeric = Stream.of(sides).anyMatch(this::isNumber);
    boolean text = Stream.of(sides).anyMatch(this::isText);
    if (numeric && text) {
      refusals.add("a number is compared with a text");
    }
  }

  private void expression(Expression expression) {
    switch (expression) {
      case PropertyName name -> known(name.getPropertyName());
      case BinaryExpression two -> {
        expression(two.getExpression1());
        expression(two.getExpression2());
      }
      case Literal _ -> {}
      default -> refusals.add("only names, numbers, texts and + - * / are taken");
    }
  }

  private void known(String name) {
    if (!vocabulary.names().contains(name)) {
      String hint = Nearest.hint(name, vocabulary.names());
      String known = hint.isEmpty() ? "; known are " + String.join(", ", vocabulary.names()) : hint;
      refusals.add("unknown " + vocabulary.what() + " '" + name + "'" + known);
    }
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
