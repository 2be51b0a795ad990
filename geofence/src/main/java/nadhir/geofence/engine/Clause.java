package nadhir.geofence.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.geofence.rule.row.RowTest;
import nadhir.geofence.rule.row.RowTest.Within;

/**
 * One way in which a rule's condition can hold: every number between its bounds, and what is no
 * bound besides.
 *
 * @param bounds at most one for each column, sorted by column
 */
record Clause(List<Within> bounds, List<RowTest> others) {
  /** So many ways of one condition are told apart; in more, a part is asked as a whole. */
  static final int MAX_CLAUSES = 16;

  Clause {
    bounds = List.copyOf(bounds);
    others = List.copyOf(others);
  }

  /** The ways of a condition, none of which can be left out; empty where it can never hold. */
  static List<Clause> of(RowTest test) {
    return ways(test).stream().map(Clause::gathered).flatMap(Optional::stream).toList();
  }

  /** Its disjunctive form, as lists of parts that must hold together. */
  private static List<List<RowTest>> ways(RowTest test) {
    return switch (test) {
      case RowTest.All all -> together(all);
      case RowTest.Any any -> oneOf(any);
      case RowTest.Constant constant -> constant.holds() ? List.of(List.of()) : List.of();
      case Within _,
          RowTest.Not _,
          RowTest.Compared _,
          RowTest.Between _,
          RowTest.Like _,
          RowTest.Foreign _ ->
          List.of(List.of(test));
    };
  }

  private static List<List<RowTest>> oneOf(RowTest.Any any) {
    List<List<RowTest>> all = new ArrayList<>();
    for (RowTest part : any.parts()) {
      all.addAll(ways(part));
      if (all.size() > MAX_CLAUSES) {
        return List.of(List.of(any));
      }
    }
    return all;
  }

  private static List<List<RowTest>> together(RowTest.All all) {
    List<List<RowTest>> product = List.of(List.of());
    for (RowTest part : all.parts()) {
      List<List<RowTest>> ways = ways(part);
      boolean tooMany = product.size() * ways.size() > MAX_CLAUSES;
      product = times(product, tooMany ? List.of(List.of(part)) : ways);
    }
    return product;
  }

  private static List<List<RowTest>> times(List<List<RowTest>> left, List<List<RowTest>> right) {
    List<List<RowTest>> product = new ArrayList<>();
    for (List<RowTest> a : left) {
      for (List<RowTest> b : right) {
        List<RowTest> both = new ArrayList<>(a);
        both.addAll(b);
        product.add(both);
      }
    }
    return product;
  }

  /** Bounds on one column become one; empty where nothing lies between them. */
  private static Optional<Clause> gathered(List<RowTest> parts) {
    SortedMap<Integer, Within> bounds = new TreeMap<>();
    List<RowTest> others = new ArrayList<>();
    for (RowTest part : parts) {
      if (part instanceof Within bound) {
        bounds.merge(bound.column(), bound, Clause::both);
      } else {
        others.add(part);
      }
    }
    boolean possible = bounds.values().stream().allMatch(b -> b.least() <= b.most());
    return possible
        ? Optional.of(new Clause(List.copyOf(bounds.values()), others))
        : Optional.empty();
  }

  private static Within both(Within a, Within b) {
    return new Within(
        a.column(), StrictMath.max(a.least(), b.least()), StrictMath.min(a.most(), b.most()));
  }

  /** As a test, for what has no bound to ask by. */
  boolean othersHold(double[] row) {
    for (RowTest other : others) {
      if (!other.holds(row)) {
        return false;
      }
    }
    return true;
  }

  /** How far it reaches: the most that its distance can be; empty without such a bound. */
  Optional<Within> distance() {
    return bounds.stream()
        .filter(b -> b.column() == FactColumns.DISTANCE && b.most() < Double.POSITIVE_INFINITY)
        .findFirst();
  }
}
