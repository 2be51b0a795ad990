package nadhir.geofence.rule;

import java.util.List;
import java.util.Optional;
import nadhir.core.yaml.YamlNode;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.filter.FilterFactoryImpl;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;

/**
 * Reads a condition in ECQL (GeoTools' extended CQL): comparisons, {@code AND OR NOT BETWEEN IN
 * LIKE} and plain arithmetic over known names. Geometry, time and function predicates are refused;
 * GeoTools' {@code DWITHIN} above all, which on longitude and latitude compares degrees.
 */
final class ConditionParser {
  /** Longer conditions are refused: nobody can check them by eye. */
  static final int MAX_CHARACTERS = 1_000;

  private final Vocabulary vocabulary;

  ConditionParser(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The condition under {@code key}, which must be there; empty with mistakes at its line. */
  Optional<Condition> required(YamlNode node, String key) {
    String text = node.text(key);
    return text.isEmpty() ? Optional.empty() : read(node, key, text);
  }

  Optional<Condition> optional(YamlNode node, String key) {
    return node.optionalText(key).flatMap(text -> read(node, key, text));
  }

  private Optional<Condition> read(YamlNode node, String key, String text) {
    if (text.length() > MAX_CHARACTERS) {
      node.mistake(key, "a condition has at most " + MAX_CHARACTERS + " characters");
      return Optional.empty();
    }
    try {
      Filter filter = ECQL.toFilter(text, new PlainFilters());
      List<String> refused = ConditionCheck.refusals(filter, vocabulary);
      refused.forEach(reason -> node.mistake(key, reason + " (in '" + key + "')"));
      return refused.isEmpty() ? Optional.of(new Condition(text, filter)) : Optional.empty();
    } catch (CQLException e) {
      node.mistake(key, "'" + key + "' is no ECQL condition: " + firstLine(e.getMessage()));
    } catch (NoFunctions e) {
      node.mistake(key, "'" + key + "': " + e.getMessage());
    }
    return Optional.empty();
  }

  /** GeoTools' message goes on with every token that it would have taken. */
  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }

  /** Makes filters, but no functions: they would load code by name. */
  @SuppressWarnings("overrides") // GeoTools itself overrides variable arguments by arrays
  private static final class PlainFilters extends FilterFactoryImpl {
    @Override
    public Function function(String name, Expression[] parameters) {
      throw new NoFunctions(name);
    }
  }

  private static final class NoFunctions extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoFunctions(String name) {
      super("functions are not taken: " + name);
    }
  }
}
