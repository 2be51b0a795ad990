package nadhir.geofence.engine;

import nadhir.geofence.rule.Condition;
import nadhir.geofence.rule.row.Compiler;
import nadhir.geofence.rule.row.RowTest;

/**
 * A condition on the facts of one zone, made ready to be asked often. Its verdicts are those of
 * {@link Condition#holds}. Immutable, can be asked by many threads.
 */
public final class CompiledCondition {
  private final RowTest test;

  private CompiledCondition(RowTest test) {
    this.test = test;
  }

  public static CompiledCondition of(Condition condition) {
    return new CompiledCondition(new Compiler(FactColumns::of).compile(condition.filter()));
  }

  /**
   * @param row see {@link FactColumns}
   */
  public boolean holds(double[] row) {
    return test.holds(row);
  }

  RowTest test() {
    return test;
  }
}
