package nadhir.geofence.rule.row;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;

/** Puts columns where a filter of GeoTools has names, so that it can be asked about a row. */
public final class Slots {
  private Slots() {}

  /**
   * The same comparison on columns.
   *
   * @param columns the column of a name, −1 for none
   */
  public static Asked on(Filter comparison, ToIntFunction<String> columns) {
    var replacing = new Replacing(columns);
    return new Asked((Filter) comparison.accept(replacing, null), replacing.used);
  }

  /** The names in a filter, each once, in the order of their first use. */
  public static List<String> names(Filter filter) {
    List<String> names = new ArrayList<>();
    on(
        filter,
        name -> {
          names.add(name);
          return -1;
        });
    return names.stream().distinct().toList();
  }

  /**
   * GeoTools' own evaluation of one comparison.
   *
   * @param used the columns that it names
   */
  public record Asked(Filter filter, List<Integer> used) {
    public Asked {
      used = List.copyOf(used);
    }

    /**
     * False where anything is not known.
     *
     * @param values of a column; null for one that is not known, as GeoTools wants it
     */
    public boolean holds(IntFunction<Object> values) {
      for (int column : used) {
        if (column < 0 || values.apply(column) == null) {
          return false;
        }
      }
      try {
        return filter.evaluate(new Row(values));
      } catch (RuntimeException _) {
        return false; // it throws where it finds nothing to compare with
      }
    }
  }

  private record Row(IntFunction<Object> values) {}

  private static final class Replacing extends DuplicatingFilterVisitor {
    private final ToIntFunction<String> columns;
    private final List<Integer> used = new ArrayList<>();

    Replacing(ToIntFunction<String> columns) {
      this.columns = columns;
    }

    @Override
    public Object visit(PropertyName name, Object extra) {
      int column = columns.applyAsInt(name.getPropertyName());
      used.add(column);
      return new Slot(column);
    }
  }

  private record Slot(int column) implements Expression {
    @Override
    public Object evaluate(Object row) {
      return ((Row) row).values().apply(column);
    }

    /** As a name does: no conversion. */
    @Override
    public <T> T evaluate(Object row, Class<T> context) {
      Object value = evaluate(row);
      return context.isInstance(value) ? context.cast(value) : null;
    }

    @Override
    public Object accept(ExpressionVisitor visitor, Object extra) {
      return extra;
    }
  }
}
