package nadhir.geofence.rule.row;

/** A number that a comparison takes: a column, a constant, or what is reckoned from such. */
sealed interface Amount {
  /**
   * NaN for a column that is not known, for what is reckoned from one, and for what no number comes
   * of: a division by zero, a sum beyond all numbers.
   */
  double of(double[] row);

  record Column(int index) implements Amount {
    @Override
    public double of(double[] row) {
      return row[index];
    }
  }

  /**
   * A literal.
   *
   * @param whole written without a decimal point: it equals both zeros, where {@code 0.0} equals
   *     only the positive one
   */
  record Constant(double value, boolean whole) implements Amount {
    public Constant {
      value = finite(value);
    }

    @Override
    public double of(double[] row) {
      return value;
    }
  }

  record Reckoned(Operation operation, Amount left, Amount right) implements Amount {
    @Override
    public double of(double[] row) {
      double a = left.of(row);
      double b = right.of(row);
      return finite(
          switch (operation) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
          });
    }
  }

  enum Operation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }
}
