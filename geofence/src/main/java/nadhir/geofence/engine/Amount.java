package nadhir.geofence.engine;

/** A number that a comparison takes: a column, a constant, or what is reckoned from such. */
sealed interface Amount {
  /** NaN for a column that is not known, and for what cannot be reckoned. */
  double of(double[] row);

  /** Whether there is anything to compare; what cannot be reckoned is NaN, and is there. */
  default boolean isThere(double value) {
    return true;
  }

  record Column(int index) implements Amount {
    @Override
    public double of(double[] row) {
      return row[index];
    }

    @Override
    public boolean isThere(double value) {
      return !Double.isNaN(value);
    }
  }

  /**
   * A literal.
   *
   * @param whole written without a decimal point: it equals both zeros, where {@code 0.0} equals
   *     only the positive one
   */
  record Constant(double value, boolean whole) implements Amount {
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
      return switch (operation) {
        case ADD -> a + b;
        case SUBTRACT -> a - b;
        case MULTIPLY -> a * b;
        case DIVIDE -> a / b;
      };
    }
  }

  enum Operation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE
  }
}
