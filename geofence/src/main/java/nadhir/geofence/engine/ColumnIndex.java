package nadhir.geofence.engine;

import java.util.Arrays;
import java.util.List;
import nadhir.geofence.rule.row.RowTest.Within;

/**
 * Which clauses a value of one column can fulfil. The line of numbers is cut at the bounds that
 * clauses have there, and each piece knows the clauses that reach into it, as a set of bits. With
 * more than {@link #MAX_PIECES} different bounds a piece holds several: its set is then a little
 * too large, and what is left of it must be looked at.
 */
final class ColumnIndex {
  static final int MAX_PIECES = 64;

  /** No clause at all. */
  static final long[] NONE = {};

  /** The line between the first and the last cut once more in as many equal steps. */
  private static final int STEPS = 256;

  private final double[] cuts;
  private final double perStep;
  private final int[] first = new int[STEPS];
  private final long[][] pieces;
  private final long[] unbound;
  private final int words;
  private final boolean exact;

  /**
   * @param bounds of the clauses on this column, by the clause; null for one without
   */
  ColumnIndex(Within[] bounds) {
    double[] all = cuts(bounds);
    this.cuts = all.length < MAX_PIECES ? all : some(all);
    this.exact = cuts == all;
    this.perStep = cuts.length < 2 ? 0 : STEPS / (cuts[cuts.length - 1] - cuts[0]);
    for (double cut : cuts) {
      for (int step = step(cut) + 1; step < STEPS; step++) {
        first[step]++;
      }
    }
    this.pieces = new long[cuts.length + 1][Bits.words(bounds.length)];
    this.words = Bits.words(bounds.length);
    long[] free = new long[words];
    for (int clause = 0; clause < bounds.length; clause++) {
      if (bounds[clause] == null) {
        Bits.set(free, clause);
      }
      int from = bounds[clause] == null ? 0 : piece(bounds[clause].least());
      int to = bounds[clause] == null ? cuts.length : piece(bounds[clause].most());
      for (int piece = from; piece <= to; piece++) {
        Bits.set(pieces[piece], clause);
      }
    }
    this.unbound = orNone(free);
    Arrays.setAll(pieces, piece -> orNone(pieces[piece]));
  }

  private static long[] orNone(long[] bits) {
    return Bits.isEmpty(bits) ? NONE : bits;
  }

  /** Where pieces begin: at least values of clauses, and just above most values. */
  private static double[] cuts(Within[] bounds) {
    return Arrays.stream(bounds)
        .filter(bound -> bound != null)
        .flatMap(bound -> List.of(bound.least(), Math.nextUp(bound.most())).stream())
        .mapToDouble(Double::doubleValue)
        .filter(Double::isFinite)
        .sorted()
        .distinct()
        .toArray();
  }

  private static double[] some(double[] all) {
    double[] some = new double[MAX_PIECES - 1];
    for (int i = 0; i < some.length; i++) {
      some[i] = all[(int) ((i + 0.5) * all.length / some.length)];
    }
    return some;
  }

  /** Whether each piece holds one set of clauses only, so that nothing is left to look at. */
  boolean isExact() {
    return exact;
  }

  long words() {
    return (pieces.length + 1L) * words;
  }

  /** How many cuts lie at or below the value: few are looked at, from its step on. */
  private int piece(double value) {
    int piece = cuts.length == 0 ? 0 : first[step(value)];
    while (piece < cuts.length && cuts[piece] <= value) {
      piece++;
    }
    return piece;
  }

  /** Of a larger value never less. */
  private int step(double value) {
    return Math.clamp((int) ((value - cuts[0]) * perStep), 0, STEPS - 1);
  }

  /**
   * All clauses that the value can fulfil; of one that is not known, those without a bound. {@link
   * #NONE} where there is none.
   */
  long[] at(double value) {
    return Double.isNaN(value) ? unbound : pieces[piece(value)];
  }
}
