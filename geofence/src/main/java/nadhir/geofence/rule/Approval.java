package nadhir.geofence.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import nadhir.core.risk.ApprovalPolicy;

/**
 * Who must agree when a rule fires: the policy of the first case whose condition holds, and {@code
 * otherwise} where none does.
 */
public record Approval(List<Case> cases, ApprovalPolicy otherwise) {
  public Approval {
    cases = List.copyOf(cases);
  }

  public record Case(ApprovalPolicy policy, Condition when) {}

  /** One policy whatever the facts are. */
  public static Approval always(ApprovalPolicy policy) {
    return new Approval(List.of(), policy);
  }

  /** By the facts of each zone that is reached: the strictest of their policies. */
  public ApprovalPolicy of(Collection<SortedMap<String, Double>> factsOfZones) {
    return factsOfZones.stream().map(this::of).max(Comparator.naturalOrder()).orElse(otherwise);
  }

  private ApprovalPolicy of(SortedMap<String, Double> facts) {
    return cases.stream()
        .filter(one -> one.when().holds(facts))
        .map(Case::policy)
        .findFirst()
        .orElse(otherwise);
  }

  /** The least that it can ask for. */
  public ApprovalPolicy mildest() {
    return cases.stream()
        .map(Case::policy)
        .min(Comparator.naturalOrder())
        .filter(policy -> policy.compareTo(otherwise) < 0)
        .orElse(otherwise);
  }
}
