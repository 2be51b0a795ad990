package nadhir.geofence.rule;

import java.util.Map;
import nadhir.geofence.rule.row.NamedTest;
import nadhir.geofence.rule.row.RowTest;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.ecql.ECQL;

/** A checked condition. Two conditions with one text are equal. */
public final class Condition {
  private final String written;
  private final String ecql;
  private final Filter filter;
  private final NamedTest test;

  Condition(String written, String ecql, Filter filter) {
    this.written = written;
    this.ecql = ecql;
    this.filter = filter;
    this.test = NamedTest.of(filter);
  }

  /**
   * Whether it holds for these named values. A comparison with a name that has no value is false,
   * inside of arithmetic too, and so is one with what no number comes of: see {@link RowTest}.
   */
  public boolean holds(Map<String, ?> values) {
    return test.holds(values);
  }

  /** As GeoTools reads it: units and words of people spelled out. */
  public String ecql() {
    return ecql;
  }

  /** As GeoTools writes what it has parsed: the same however it is spaced and spelled. */
  public String canonical() {
    return ECQL.toCQL(filter);
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
