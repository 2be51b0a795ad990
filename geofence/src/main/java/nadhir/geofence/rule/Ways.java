package nadhir.geofence.rule;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The ways in which a condition can hold, made ready to be compared with those of others.
 *
 * @param all empty where there are too many to conclude anything
 */
record Ways(Optional<List<Way>> all) {
  /** Claims that can hold together, and what follows of them. */
  private record Way(List<Claim> claims, SortedSet<String> names, Bounds bounds) {
    boolean implies(Way other, Steps steps) {
      steps.take(1 + other.claims.size());
      return names.containsAll(other.names) && other.claims.stream().allMatch(this::implies);
    }

    private boolean implies(Claim wanted) {
      return switch (wanted) {
        case Claim.Opaque _ -> claims.contains(wanted);
        case Claim.AtMost atMost -> !bounds.allow(Logic.whole(atMost.opposite()));
      };
    }
  }

  static Ways of(Condition condition, Steps steps) {
    return new Ways(
        Cases.of(condition.filter())
            .map(
                cases ->
                    cases.stream()
                        .map(claims -> new Way(claims, Logic.names(claims), bounds(claims, steps)))
                        .filter(way -> way.bounds().arePossible())
                        .toList()));
  }

  private static Bounds bounds(List<Claim> claims, Steps steps) {
    return Logic.bounds(claims, true, steps);
  }

  /** Whenever one of these holds, one of the others does; false where that cannot be shown. */
  boolean imply(Ways others, Steps steps) {
    return all.isPresent()
        && others.all.isPresent()
        && all.get().stream()
            .allMatch(
                way -> others.all.get().stream().anyMatch(other -> way.implies(other, steps)));
  }
}
