package nadhir.geofence.rule.row;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A condition on a row of numbers, each finite, or NaN for one that is not known. A comparison with
 * anything that is not known, or that no number comes of, is false. Of what is known it says what
 * GeoTools says, odd corners included: see {@link Compared}.
 */
public sealed interface RowTest {
  boolean holds(double[] row);

  /** What names nothing. */
  record Constant(boolean holds) implements RowTest {
    @Override
    public boolean holds(double[] row) {
      return holds;
    }
  }

  /** A number that is known and lies between two others, both of which belong to it. */
  record Within(int column, double least, double most) implements RowTest {
    @Override
    public boolean holds(double[] row) {
      return row[column] >= least && row[column] <= most;
    }
  }

  /** All of them. */
  record All(List<RowTest> parts) implements RowTest {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(double[] row) {
      for (RowTest part : parts) {
        if (!part.holds(row)) {
          return false;
        }
      }
      return true;
    }
  }

  /** At least one of them. */
  record Any(List<RowTest> parts) implements RowTest {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(double[] row) {
      for (RowTest part : parts) {
        if (part.holds(row)) {
          return true;
        }
      }
      return false;
    }
  }

  /** For what is always known: of facts no condition has it, they may be missing. */
  record Not(RowTest part) implements RowTest {
    @Override
    public boolean holds(double[] row) {
      return !part.holds(row);
    }
  }

  /**
   * Two numbers side by side; false, even {@link Comparison#UNEQUAL}, where one of them is NaN. To
   * GeoTools zeros with different signs are equal only to a whole literal.
   */
  record Compared(Amount left, Comparison comparison, Amount right) implements RowTest {
    @Override
    public boolean holds(double[] row) {
      double a = left.of(row);
      double b = right.of(row);
      return switch (comparison) {
        case EQUAL -> equal(a, b);
        case UNEQUAL -> !Double.isNaN(a) && !Double.isNaN(b) && !equal(a, b);
        case LESS -> a < b;
        case AT_MOST -> a <= b;
        case MORE -> a > b;
        case AT_LEAST -> a >= b;
      };
    }

    private boolean equal(double a, double b) {
      return a == b && (a != 0 || whole(left) || whole(right) || Double.compare(a, b) == 0);
    }

    private static boolean whole(Amount amount) {
      return amount instanceof Amount.Constant constant && constant.whole();
    }
  }

  /** How two numbers are compared. */
  enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST
  }

  /** A number from one to another, by the order of {@link Double#compare}: −0 is below 0. */
  record Between(Amount amount, Amount from, Amount to) implements RowTest {
    @Override
    public boolean holds(double[] row) {
      double value = amount.of(row);
      double least = from.of(row);
      double most = to.of(row);
      return value >= least
          && value <= most
          && Double.compare(least, value) <= 0
          && Double.compare(most, value) >= 0;
    }
  }

  /** A number whose decimal digits look so, as {@link Double#toString} writes them. */
  record Like(Amount amount, Pattern pattern) implements RowTest {
    @Override
    public boolean holds(double[] row) {
      double value = amount.of(row);
      return !Double.isNaN(value) && pattern.matcher(Double.toString(value)).matches();
    }
  }

  /**
   * What has no shape of its own here is asked of GeoTools, once all of it is known.
   *
   * @param reckoned its sides, as far as they are numbers
   */
  record Foreign(Slots.Asked filter, List<Amount> reckoned) implements RowTest {
    public Foreign {
      reckoned = List.copyOf(reckoned);
    }

    @Override
    public boolean holds(double[] row) {
      for (Amount side : reckoned) {
        if (Double.isNaN(side.of(row))) {
          return false;
        }
      }
      return filter.holds(column -> Double.isNaN(row[column]) ? null : row[column]);
    }
  }
}
