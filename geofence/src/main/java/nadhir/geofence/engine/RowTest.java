package nadhir.geofence.engine;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A condition on a row of numbers, with the meaning that GeoTools gives to it, odd corners
 * included: see {@link Compared}.
 */
sealed interface RowTest {
  boolean holds(double[] row);

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

  record Not(RowTest part) implements RowTest {
    @Override
    public boolean holds(double[] row) {
      return !part.holds(row);
    }
  }

  /**
   * Two numbers side by side. To GeoTools two unknown facts are equal, a reckoned NaN (of an
   * unknown fact, of 0 / 0) is less than everything and equal to another one, and zeros with
   * different signs are equal only to a whole literal.
   */
  record Compared(Amount left, Comparison comparison, Amount right) implements RowTest {
    @Override
    public boolean holds(double[] row) {
      double a = left.of(row);
      double b = right.of(row);
      boolean both = left.isThere(a) && right.isThere(b);
      return switch (comparison) {
        case EQUAL -> equal(a, b);
        case UNEQUAL -> !equal(a, b);
        case LESS -> both && !(a >= b);
        case AT_MOST -> both && !(a > b);
        case MORE -> both && a > b;
        case AT_LEAST -> both && a >= b;
      };
    }

    private boolean equal(double a, double b) {
      boolean there = left.isThere(a);
      if (!there || !right.isThere(b)) {
        return there == right.isThere(b);
      }
      boolean whole = whole(left) || whole(right);
      return whole ? a == b : Double.compare(a, b) == 0;
    }

    private static boolean whole(Amount amount) {
      return amount instanceof Amount.Constant constant && constant.whole();
    }
  }

  enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST
  }

  /**
   * A number from one to another, by the order of {@link Double#compare}: −0 is below 0. GeoTools
   * throws where a bound is not known; here it does not hold.
   */
  record Between(Amount amount, Amount from, Amount to) implements RowTest {
    @Override
    public boolean holds(double[] row) {
      double value = amount.of(row);
      double least = from.of(row);
      double most = to.of(row);
      return amount.isThere(value)
          && from.isThere(least)
          && to.isThere(most)
          && Double.compare(least, value) <= 0
          && Double.compare(most, value) >= 0;
    }
  }

  /** A number whose decimal digits look so, as {@link Double#toString} writes them. */
  record Like(Amount amount, Pattern pattern) implements RowTest {
    @Override
    public boolean holds(double[] row) {
      double value = amount.of(row);
      return amount.isThere(value) && pattern.matcher(Double.toString(value)).matches();
    }
  }

  /** What has no shape of its own here is asked of GeoTools. */
  record Foreign(Slots.Asked filter) implements RowTest {
    @Override
    public boolean holds(double[] row) {
      return filter.holds(column -> Double.isNaN(row[column]) ? null : row[column]);
    }
  }
}
