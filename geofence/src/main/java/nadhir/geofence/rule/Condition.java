package nadhir.geofence.rule;

import java.util.Map;
import org.geotools.api.filter.Filter;

/** A checked condition. Two conditions with one text are equal. */
public final class Condition {
  private final String written;
  private final String ecql;
  private final Filter filter;

  Condition(String written, String ecql, Filter filter) {
    this.written = written;
    this.ecql = ecql;
    this.filter = filter;
  }

  /** Whether it holds for these named values. A name without a value makes its comparison false. */
  public boolean holds(Map<String, ?> values) {
    return filter.evaluate(new Named(values));
  }

  /** As GeoTools reads it: units and words of people spelled out. */
  public String ecql() {
    return ecql;
  }

  /** As a person wrote it. */
  public String written() {
    return written;
  }

  /**
   * As GeoTools parsed it: comparisons, {@code AND}, {@code OR}, {@code NOT}, {@code LIKE} and
   * plain arithmetic over names, nothing else. Not to be changed.
   */
  public Filter filter() {
    return filter;
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
