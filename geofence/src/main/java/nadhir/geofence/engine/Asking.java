package nadhir.geofence.engine;

import java.util.List;
import nadhir.core.site.Zone;
import nadhir.geofence.engine.Question.Known;

/** One question on its way through the index. */
final class Asking {
  private static final double[] UNTOUCHED = {};

  private final ClauseTable table;
  private final List<Zone> zones;
  private final Centres centres;
  private final Question question;
  private final Known known;
  private final Holding answer;
  private final boolean toCentres;
  private Centres.Point from;
  private long[] reached;
  private double[][] facts;

  Asking(ClauseTable table, List<Zone> zones, Centres centres, Question question, Holding answer) {
    this.table = table;
    this.zones = zones;
    this.centres = centres;
    this.question = question;
    this.known = question.known();
    this.answer = answer;
    this.toCentres = question.origin().isPresent() && question.origin().get().toCentres();
  }

  /**
   * Puts the sets of clauses together that place and values leave, and looks at what remains. Two
   * sets of values are met word by word on the way; what more there are become one beforehand.
   */
  void ask() {
    long[] first = table.all;
    long[] second = table.all;
    for (int column : table.indexed) {
      if (known.has(column)) {
        long[] possible = table.index[column].at(known.at(column));
        if (possible == ColumnIndex.NONE) {
          return;
        }
        answer.countWords(table.words);
        if (first == table.all) {
          first = possible;
        } else {
          second = second == table.all ? possible : Bits.both(second, possible);
        }
      }
    }
    if (toCentres) {
      near(first, second);
    } else if (question.origin().isPresent()) {
      Ground.Cell cell = table.ground.at(question.origin().get().place());
      reached = cell.zones();
      each(Bits.both(Bits.both(first, second), cell.clauses()));
    } else {
      each(Bits.both(first, second));
    }
  }

  /** Distances are to centres: what no more than a circle is open about is decided here. */
  private void near(long[] first, long[] second) {
    Ground ground = table.ground;
    int at = ground.nearAt(question.origin().orElseThrow().place());
    long[] near = ground.near();
    long[] left = new long[table.words];
    answer.countWords(table.words);
    ClauseTable.Decided decided = table.decidedBy(known.columns());
    for (int from = 0; from < left.length; from += Long.SIZE) {
      int to = Math.min(left.length, from + Long.SIZE);
      long open = 0;
      long others = 0;
      for (int word = from; word < to; word++) {
        long bits = first[word] & second[word] & near[at + word];
        left[word] = bits;
        long circles = bits & decided.circle()[word];
        long sure = bits & decided.nothing()[word];
        open |= Bits.isSome(circles & ~near[at + left.length + word]) << word;
        others |= Bits.isSome(bits & ~circles & ~sure) << word;
      }
      if (others != 0) {
        others(left, decided, from, others);
      }
      for (; open != 0; open &= open - 1) {
        int word = from + Long.numberOfTrailingZeros(open);
        long circles = left[word] & decided.circle()[word] & ~near[at + left.length + word];
        left[word] &= ~circles | around(word, circles);
      }
    }
    answer.addAll(left);
  }

  /** What more is open about, in some words of 64. */
  private void others(long[] left, ClauseTable.Decided decided, int from, long words) {
    reached = table.ground.at(question.origin().orElseThrow().place()).zones();
    for (long some = words; some != 0; some &= some - 1) {
      int word = from + Long.numberOfTrailingZeros(some);
      long told = decided.nothing()[word] | decided.circle()[word];
      each(word, left[word] & ~told);
      left[word] &= told;
    }
  }

  /** Those of some circles that hold. */
  private long around(int word, long circles) {
    int count = Long.bitCount(circles);
    answer.countClauses(count);
    answer.countPairs(count);
    Circles.Told told = table.circles.around(from(), word, circles);
    return told.open() == 0 ? told.sure() : told.sure() | measured(word, told.open());
  }

  private long measured(int word, long circles) {
    long holding = 0;
    for (long open = circles; open != 0; open &= open - 1) {
      int clause = word * Long.SIZE + Long.numberOfTrailingZeros(open);
      if (holds(clause, table.fewZones[clause][0])) {
        holding |= open & -open;
      }
    }
    return holding;
  }

  private void each(long[] left) {
    for (int word = 0; word < left.length; word++) {
      each(word, left[word]);
    }
  }

  private void each(int word, long clauses) {
    for (long left = clauses; left != 0; left &= left - 1) {
      clause(word * Long.SIZE + Long.numberOfTrailingZeros(left));
    }
  }

  private void clause(int clause) {
    answer.countClauses(1);
    boolean distance = false;
    boolean more = !table.clauses[clause].others().isEmpty();
    for (int i = table.first[clause]; i < table.first[clause + 1]; i++) {
      int column = table.columns[i];
      if (known.has(column)) {
        double value = known.at(column);
        if (!(value >= table.least[i] && value <= table.most[i])) {
          return;
        }
      } else if (column == FactColumns.DISTANCE && table.most[i] < Double.POSITIVE_INFINITY) {
        distance = true;
      } else {
        more = true;
      }
    }
    int[] few = table.fewZones[clause];
    if (few != null) {
      for (int zone : few) {
        zone(clause, zone, distance, more);
      }
      return;
    }
    long[] its = table.zonesOf[clause];
    for (int word = 0; word < its.length; word++) {
      long bits = distance && reached != null ? its[word] & reached[word] : its[word];
      while (bits != 0) {
        zone(clause, word * Long.SIZE + Long.numberOfTrailingZeros(bits), distance, more);
        bits &= bits - 1;
      }
    }
  }

  /**
   * @param distance whether a bound on the distance is open
   * @param more whether anything else is
   */
  private void zone(int clause, int zone, boolean distance, boolean more) {
    answer.countPairs(1);
    boolean sure = toCentres && !more;
    if (distance && toCentres) {
      double line2 = centres.line2(from(), zone);
      if (line2 > table.beyond[clause]) {
        return;
      }
      sure &= line2 <= table.within[clause];
    }
    if (sure || holds(clause, zone)) {
      answer.add(table.rules[clause], zone);
    }
  }

  private boolean holds(int clause, int zone) {
    double[] row = facts(zone);
    return row != UNTOUCHED && table.holds(clause, row);
  }

  private Centres.Point from() {
    if (from == null) {
      from = table.ground.point(question.origin().orElseThrow().place());
    }
    return from;
  }

  private double[] facts(int zone) {
    if (facts == null) {
      facts = new double[zones.size()][];
    }
    if (facts[zone] == null) {
      answer.countZone();
      facts[zone] = question.facts().of(zones.get(zone)).orElse(UNTOUCHED);
    }
    return facts[zone];
  }
}
