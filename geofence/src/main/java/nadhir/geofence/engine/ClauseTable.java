package nadhir.geofence.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import nadhir.core.geo.Box;
import nadhir.geofence.rule.row.RowTest.Within;

/**
 * The clauses of all rules about one type of hazard, in the order of the rules: their bounds in
 * columns, and sets of bits over them by ground and by value of a column.
 */
final class ClauseTable {
  private static final int FEW = 16;

  /**
   * What is left to ask once some columns are known.
   *
   * @param known those columns
   * @param nothing the clauses about which nothing is open: the index alone decides them
   * @param circle those about which only the distance is, one of the {@link #circles}
   */
  record Decided(long known, long[] nothing, long[] circle) {}

  /** The last answer: for one type of hazard it is nearly always the same that is known. */
  private volatile Decided decided;

  /** A clause, the rule that it is of, and the zones where that applies. */
  record Entry(int rule, Clause clause, long[] zones) {}

  final int size;

  /** Of a set of clauses. */
  final int words;

  /** All of them. */
  final long[] all;

  final int[] rules;
  final long[][] zonesOf;

  /** The zones once more, one by one, where they are few; null where they are not. */
  final int[][] fewZones;

  final Clause[] clauses;

  /** Bounds of all clauses one after the other; those of a clause begin at {@link #first}. */
  final int[] first;

  final int[] columns;
  final double[] least;
  final double[] most;

  /** Squares of lines, see {@link Centres}; only of clauses with a distance bound. */
  final double[] within;

  final double[] beyond;

  /** The columns on which any clause has a bound, and what values of them leave. */
  final int[] indexed;

  final ColumnIndex[] index = new ColumnIndex[FactColumns.COUNT];
  final Circles circles;
  final Ground ground;

  ClauseTable(List<Entry> entries, List<Box> zones, Centres centres) {
    size = entries.size();
    all = Bits.all(size);
    words = all.length;
    rules = entries.stream().mapToInt(Entry::rule).toArray();
    zonesOf = entries.stream().map(Entry::zones).toArray(long[][]::new);
    fewZones = entries.stream().map(entry -> few(entry.zones())).toArray(int[][]::new);
    clauses = entries.stream().map(Entry::clause).toArray(Clause[]::new);
    first = new int[size + 1];
    within = new double[size];
    beyond = new double[size];
    List<Within> bounds = new ArrayList<>();
    for (int clause = 0; clause < size; clause++) {
      first[clause] = bounds.size();
      bounds.addAll(clauses[clause].bounds());
      enter(clause);
    }
    first[size] = bounds.size();
    columns = bounds.stream().mapToInt(Within::column).toArray();
    least = bounds.stream().mapToDouble(Within::least).toArray();
    most = bounds.stream().mapToDouble(Within::most).toArray();
    indexed = bounds.stream().map(Within::column).distinct().sorted().mapToInt(c -> c).toArray();
    for (int column : indexed) {
      index[column] = new ColumnIndex(onColumn(column));
    }
    circles = new Circles(entries, centres);
    ground = Ground.of(List.of(clauses), List.of(zonesOf), zones, circles);
  }

  private static int[] few(long[] zones) {
    BitSet set = BitSet.valueOf(zones);
    return set.cardinality() <= FEW ? set.stream().toArray() : null;
  }

  private void enter(int clause) {
    clauses[clause]
        .distance()
        .ifPresent(
            bound -> {
              within[clause] = bound.least() > 0 ? -1 : Centres.surelyWithin(bound.most());
              beyond[clause] = Centres.surelyBeyond(bound.most());
            });
  }

  private Within[] onColumn(int column) {
    Within[] bounds = new Within[size];
    for (int clause = 0; clause < size; clause++) {
      for (Within bound : clauses[clause].bounds()) {
        if (bound.column() == column) {
          bounds[clause] = bound;
        }
      }
    }
    return bounds;
  }

  /** What is open once these columns are known, where distances are to centres. */
  Decided decidedBy(long known) {
    Decided last = decided;
    if (last == null || last.known() != known) {
      last = decided(known);
      decided = last;
    }
    return last;
  }

  private Decided decided(long known) {
    long[] nothing = new long[Bits.words(size)];
    long[] circle = new long[Bits.words(size)];
    for (int clause = 0; clause < size; clause++) {
      boolean open = !clauses[clause].others().isEmpty();
      boolean distance = false;
      for (Within bound : clauses[clause].bounds()) {
        boolean told = (known & 1L << bound.column()) != 0;
        boolean itself = bound.column() == FactColumns.DISTANCE && !told;
        distance |= itself;
        open |= !itself && (!told || !index[bound.column()].isExact());
      }
      if (!open && !distance) {
        Bits.set(nothing, clause);
      } else if (!open && Bits.has(circles.clauses, clause)) {
        Bits.set(circle, clause);
      }
    }
    return new Decided(known, nothing, circle);
  }

  long words() {
    long words = ground.words();
    for (int column : indexed) {
      words += index[column].words();
    }
    return words + Arrays.stream(zonesOf).distinct().mapToLong(bits -> bits.length).sum();
  }

  /** Whether a clause holds for a zone's whole row. */
  boolean holds(int clause, double[] row) {
    for (int i = first[clause]; i < first[clause + 1]; i++) {
      double value = row[columns[i]];
      if (!(value >= least[i] && value <= most[i])) {
        return false;
      }
    }
    return clauses[clause].othersHold(row);
  }
}
