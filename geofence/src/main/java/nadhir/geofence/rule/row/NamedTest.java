package nadhir.geofence.rule.row;

import java.util.List;
import java.util.Map;
import org.geotools.api.filter.And;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;

/**
 * A filter on values by name, numbers and texts. A comparison with a name that has no value is
 * false. Immutable, can be asked by many threads.
 */
public sealed interface NamedTest {
  boolean holds(Map<String, ?> values);

  /** The filter, made ready. */
  static NamedTest of(Filter filter) {
    return switch (filter) {
      case And and -> new All(and.getChildren().stream().map(NamedTest::of).toList());
      case Or or -> new Any(or.getChildren().stream().map(NamedTest::of).toList());
      case Not not -> new None(of(not.getFilter()));
      default -> {
        List<String> names = Slots.names(filter);
        yield new Comparison(
            names, new Compiler(names::indexOf).compile(filter), Slots.on(filter, names::indexOf));
      }
    };
  }

  /** All of them. */
  record All(List<NamedTest> parts) implements NamedTest {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Map<String, ?> values) {
      return parts.stream().allMatch(part -> part.holds(values));
    }
  }

  /** At least one of them. */
  record Any(List<NamedTest> parts) implements NamedTest {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Map<String, ?> values) {
      return parts.stream().anyMatch(part -> part.holds(values));
    }
  }

  /** Not that. */
  record None(NamedTest part) implements NamedTest {
    @Override
    public boolean holds(Map<String, ?> values) {
      return !part.holds(values);
    }
  }

  /**
   * One comparison.
   *
   * @param onNumbers where all of its names are numbers, by their places in {@code names}
   * @param onTexts where any of them is a text
   */
  record Comparison(List<String> names, RowTest onNumbers, Slots.Asked onTexts)
      implements NamedTest {
    public Comparison {
      names = List.copyOf(names);
    }

    @Override
    public boolean holds(Map<String, ?> values) {
      double[] row = new double[names.size()];
      for (int i = 0; i < row.length; i++) {
        switch (values.get(names.get(i))) {
          case Number number when Double.isFinite(number.doubleValue()) ->
              row[i] = number.doubleValue();
          case String _ -> {
            return onTexts.holds(column -> values.get(names.get(column)));
          }
          case null, default -> {
            return false;
          }
        }
      }
      return onNumbers.holds(row);
    }
  }
}
