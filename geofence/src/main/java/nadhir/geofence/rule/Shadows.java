package nadhir.geofence.rule;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nadhir.geofence.rule.SensorCheck.Warnings;

/** Finds rules that say nothing which another one has not said already. */
final class Shadows {
  /** Pairs that are looked at, and claims that are compared in them. */
  static final long MOST_STEPS = 10_000_000;

  private final Warnings warnings;
  private final Steps steps;
  private final Map<Condition, Ways> ways = new HashMap<>();

  /**
   * A rule that may stand in a shadow, or throw one.
   *
   * @param reach its zones, by their places
   * @param zones how many they are
   * @param rank of its level; empty where the site's levels are not known
   */
  record Candidate(WrittenRule written, BitSet reach, int zones, OptionalInt rank) {
    Candidate(WrittenRule written, BitSet reach, OptionalInt rank) {
      this(written, reach, reach.cardinality(), rank);
    }

    Rule rule() {
      return written.rule();
    }
  }

  Shadows(Warnings warnings, Steps steps) {
    this.warnings = warnings;
    this.steps = steps;
  }

  /** Says once where it stopped, when there are too many pairs to compare. */
  void look(List<Candidate> rules) {
    for (int i = 0; i < rules.size(); i++) {
      for (int j = 0; j < rules.size(); j++) {
        if (steps.areOver()) {
          warnings.warn(
              rules.get(i).written(),
              "when",
              0,
              "too much to compare: from here on nothing is told of rules in the shadow of others");
          return;
        }
        if (i != j && shadows(rules.get(i), rules.get(j), i < j)) {
          warnings.warn(
              rules.get(j).written(),
              "when",
              0,
              "whenever this holds, '%s' on line %d has fired in the same zones at a level as high"
                  .formatted(rules.get(i).written().id(), rules.get(i).written().line()));
          break;
        }
      }
    }
  }

  /** Of two rules that say the same, the later one is told of. */
  private boolean shadows(Candidate one, Candidate other, boolean first) {
    steps.take(1);
    return one.rule().hazard().equals(other.rule().hazard())
        && one.rule().updates().isEmpty()
        && other.rule().updates().isEmpty()
        && other.zones() > 0
        && one.rule().holdFor().compareTo(other.rule().holdFor()) <= 0
        && one.rule().quorum() <= other.rule().quorum()
        && isAsHigh(one, other)
        && reaches(one, other)
        && implies(other, one)
        && (first || !implies(one, other));
  }

  private static boolean isAsHigh(Candidate one, Candidate other) {
    return one.rank().isPresent() && other.rank().isPresent()
        ? one.rank().getAsInt() >= other.rank().getAsInt()
        : one.rule().level().equals(other.rule().level());
  }

  private boolean reaches(Candidate one, Candidate other) {
    steps.take(other.zones());
    if (one.zones() < other.zones()) {
      return false;
    }
    for (int at = other.reach().nextSetBit(0); at >= 0; at = other.reach().nextSetBit(at + 1)) {
      if (!one.reach().get(at)) {
        return false;
      }
    }
    return true;
  }

  private boolean implies(Candidate one, Candidate other) {
    return ways(one).imply(ways(other), steps);
  }

  private Ways ways(Candidate candidate) {
    return ways.computeIfAbsent(candidate.rule().when(), when -> Ways.of(when, steps));
  }
}
