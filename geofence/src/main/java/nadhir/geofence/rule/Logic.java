package nadhir.geofence.rule;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import nadhir.geofence.impact.Facts;

/**
 * What can be concluded of conditions on facts. Claims of one case are differences with bounds, and
 * a set of such claims can hold together exactly when the graph of the differences has no negative
 * cycle (Cormen et al., "Introduction to Algorithms", 3rd ed., section 24.4). The limits and order
 * of the facts are claims, too. What cannot be decided is called possible.
 */
final class Logic {
  private Logic() {}

  /** It holds for no facts that there can be. */
  static boolean neverHolds(Condition condition, Steps steps) {
    return noneIsPossible(Cases.of(condition.filter()), true, steps);
  }

  /** It would hold for no numbers at all, whatever facts mean. */
  static boolean contradictsItself(Condition condition, Steps steps) {
    return noneIsPossible(Cases.of(condition.filter()), false, steps);
  }

  /** It holds whenever its facts are known. */
  static boolean alwaysHolds(Condition condition, Steps steps) {
    return noneIsPossible(Cases.against(condition.filter()), true, steps);
  }

  private static boolean noneIsPossible(
      Optional<List<List<Claim>>> cases, boolean withLimits, Steps steps) {
    return cases
        .map(all -> all.stream().noneMatch(one -> bounds(one, withLimits, steps).arePossible()))
        .orElse(false);
  }

  static SortedSet<String> names(List<Claim> claims) {
    SortedSet<String> names = new TreeSet<>();
    claims.forEach(claim -> names.addAll(claim.names()));
    return names;
  }

  /** What follows of claims that hold together. */
  static Bounds bounds(List<Claim> claims, boolean withLimits, Steps steps) {
    var bounds = new Bounds(names(claims));
    for (Claim claim : claims) {
      if (claim instanceof Claim.AtMost atMost) {
        bounds.add(withLimits ? whole(atMost) : atMost);
      }
    }
    if (withLimits) {
      names(claims).forEach(name -> Facts.find(name).ifPresent(fact -> limits(fact, bounds)));
      FactLimits.RISING.forEach(chain -> rising(chain, bounds));
    }
    return bounds.closed(steps);
  }

  /** Of a fact that is whole, "less than 3" is "at most 2". */
  static Claim.AtMost whole(Claim.AtMost claim) {
    String name = claim.left().isEmpty() ? claim.right() : claim.left();
    Optional<Facts> fact = Facts.find(name).filter(f -> FactLimits.of(f).whole());
    boolean single = claim.left().isEmpty() != claim.right().isEmpty();
    if (fact.isEmpty() || !single) {
      return claim;
    }
    double most = StrictMath.floor(claim.most());
    boolean less = claim.strict() && most == claim.most();
    return new Claim.AtMost(
        claim.left(), claim.right(), less ? most - 1 : most, false, claim.names());
  }

  private static void limits(Facts fact, Bounds bounds) {
    FactLimits limits = FactLimits.of(fact);
    bounds.atMost(fact.key(), Claim.ZERO, limits.highest());
    bounds.atMost(Claim.ZERO, fact.key(), -limits.lowest());
  }

  private static void rising(List<Facts> chain, Bounds bounds) {
    for (int i = 0; i < chain.size(); i++) {
      for (int j = i + 1; j < chain.size(); j++) {
        bounds.atMost(chain.get(i).key(), chain.get(j).key(), 0);
      }
    }
  }
}
