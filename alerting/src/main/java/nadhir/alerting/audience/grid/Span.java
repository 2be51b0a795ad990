package nadhir.alerting.audience.grid;

import java.util.Arrays;

/** From the least to the greatest of some degrees. */
record Span(double from, double to) {
  static final Span NOTHING = new Span(0, 0);

  /** One in so many is left out at either end. */
  private static final int LEFT_OUT = 256;

  /** How much is added at either end for those that are not quite so far out. */
  private static final double SPARE = 0.1;

  /** Where almost all are; sorts {@code degrees}. */
  static Span ofMost(double[] degrees) {
    if (degrees.length == 0) {
      return NOTHING;
    }
    Arrays.sort(degrees);
    double from = degrees[degrees.length / LEFT_OUT];
    double to = degrees[degrees.length - 1 - degrees.length / LEFT_OUT];
    double spare = SPARE * (to - from);
    return new Span(from - spare, to + spare);
  }

  /** What is in both. */
  Span and(Span other) {
    return new Span(StrictMath.max(from, other.from), StrictMath.min(to, other.to));
  }
}
