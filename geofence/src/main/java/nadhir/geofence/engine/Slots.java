package nadhir.geofence.engine;

import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;

/** Puts columns where a filter of GeoTools has names, so that it can be asked about a row. */
final class Slots {
  private Slots() {}

  /** The same filter on columns. */
  static Asked on(Filter filter, ToIntFunction<String> columns) {
    return new Asked((Filter) filter.accept(new Replacing(columns), null));
  }

  /** GeoTools' own evaluation. */
  record Asked(Filter filter) {
    /**
     * @param values of a column; null for one that is not known, as GeoTools wants it
     */
    boolean holds(IntFunction<Object> values) {
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

    Replacing(ToIntFunction<String> columns) {
      this.columns = columns;
    }

    @Override
    public Object visit(PropertyName name, Object extra) {
      return new Slot(columns.applyAsInt(name.getPropertyName()));
    }
  }

  private record Slot(int column) implements Expression {
    @Override
    public Object evaluate(Object row) {
      return column < 0 ? null : ((Row) row).values().apply(column);
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
