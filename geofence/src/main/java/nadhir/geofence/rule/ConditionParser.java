package nadhir.geofence.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern PLACE = Pattern.compile(" at line 1, column (\\d+)\\.?");

  private final Vocabulary vocabulary;

  /** Those without a mistake, as they were written: many rules of a file say the same of zones. */
  private final Map<String, Condition> sound = new HashMap<>();

  ConditionParser(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The condition under {@code key}, which must be there; empty with mistakes at their places. */
  Optional<Condition> required(YamlNode node, String key) {
    String text = node.text(key);
    return text.isEmpty() ? Optional.empty() : read(node, key, 0, text);
  }

  /**
   * A condition that is a part of the text under {@code key}.
   *
   * @param shift where the part begins
   */
  Optional<Condition> read(YamlNode node, String key, int shift, String part) {
    if (sound.containsKey(part)) {
      return Optional.of(sound.get(part));
    }
    try {
      Optional<Condition> condition = parsed(node, key, shift, part);
      condition.ifPresent(known -> sound.put(part, known));
      return condition;
    } catch (Misread e) {
      node.mistake(key, shift + e.offset(), e.getMessage() + " (in '" + key + "')");
    } catch (NoFunctions e) {
      node.mistake(key, shift, "'" + key + "': " + e.getMessage());
    }
    return Optional.empty();
  }

  private Optional<Condition> parsed(YamlNode node, String key, int shift, String part) {
    ConditionText text = ConditionText.read(part);
    Spelling spelling = Spelling.of(text, vocabulary.isFacts());
    try {
      Filter filter = ECQL.toFilter(spelling.ecql(), new PlainFilters());
      List<ConditionCheck.Refusal> refused = ConditionCheck.refusals(filter, vocabulary);
      refused.forEach(
          refusal ->
              node.mistake(
                  key,
                  shift + text.name(refusal.near()).map(ConditionText.Token::from).orElse(0),
                  refusal.reason() + " (in '" + key + "')"));
      return refused.isEmpty()
          ? Optional.of(new Condition(part, spelling.ecql(), filter))
          : Optional.empty();
    } catch (CQLException e) {
      String message = firstLine(e.getMessage());
      Matcher place = PLACE.matcher(message);
      int offset = place.find() ? spelling.writtenAt(Integer.parseInt(place.group(1)) - 1) : 0;
      throw new Misread(offset, "no ECQL condition: " + place.replaceAll(""));
    }
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
