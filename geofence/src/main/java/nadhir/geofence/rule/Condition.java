package nadhir.geofence.rule;

import java.util.Map;
import org.geotools.api.filter.Filter;

/** A checked condition. Two conditions with one text are equal. */
public final class Condition {
  private final String ecql;
  private final Filter filter;

  Condition(String ecql, Filter filter) {
    this.ecql = ecql;
    this.filter = filter;
  }

  /** Whether it holds for these named values. A name without a value makes its comparison false. */
  public boolean holds(Map<String, ?> values) {
    return filter.evaluate(new Named(values));
  }

  public Filter filter() {
    return filter;
  }

  public String ecql() {
    return ecql;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition condition && condition.ecql.equals(ecql);
  }

  @Override
  public int hashCode() {
    return ecql.hashCode();
  }

  @Override
  public String toString() {
    return ecql;
  }
}
