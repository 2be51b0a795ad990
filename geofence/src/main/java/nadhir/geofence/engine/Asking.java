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

  /** Puts the sets of clauses together that place and values leave, and looks at what remains. */
  void ask() {
    long[][] left = new long[table.indexed.length + 1][];
    int sets = 0;
    for (int column : table.indexed) {
      if (known.has(column)) {
        long[] possible = table.index[column].at(known.at(column));
        if (possible == ColumnIndex.NONE) {
          return;
        }
        left[sets++] = possible;
      }
    }
    if (question.origin().isPresent()) {
      Ground.Cell cell = table.ground.at(question.origin().get().place());
      if (cell.nothing()) {
        return;
      }
      reached = cell.zones();
      left[sets++] = cell.clauses();
    }
    together(left, sets);
  }

  private void together(long[][] left, int sets) {
    int words = Bits.words(table.size);
    long[] decided = toCentres ? table.decidedBy(known.columns()) : null;
    for (int word = 0; word < words; word++) {
      long bits = sets == 0 ? ofWord(word) : left[0][word];
      int set = 1;
      while (bits != 0 && set < sets) {
        bits &= left[set++][word];
      }
      answer.count().words += set;
      if (decided != null && (bits & decided[word]) != 0) {
        answer.addAll(word, bits & decided[word]);
        bits &= ~decided[word];
      }
      while (bits != 0) {
        clause(word * Long.SIZE + Long.numberOfTrailingZeros(bits));
        bits &= bits - 1;
      }
    }
  }

  /** All clauses, where neither place nor values say anything. */
  private long ofWord(int word) {
    int rest = table.size - word * Long.SIZE;
    return rest >= Long.SIZE ? -1L : (1L << rest) - 1;
  }

  private void clause(int clause) {
    answer.count().clauses++;
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
    answer.count().pairs++;
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
      from = new Centres.Point(question.origin().orElseThrow().place());
    }
    return from;
  }

  private double[] facts(int zone) {
    if (facts == null) {
      facts = new double[zones.size()][];
    }
    if (facts[zone] == null) {
      answer.count().zones++;
      facts[zone] = question.facts().of(zones.get(zone)).orElse(UNTOUCHED);
    }
    return facts[zone];
  }
}
