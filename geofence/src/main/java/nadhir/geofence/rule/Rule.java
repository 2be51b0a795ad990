package nadhir.geofence.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadhir.core.alert.CapCodes;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.id.RuleId;

/**
 * What a hazard means.
 *
 * @param when on the facts of one zone
 * @param zones on the properties of one zone: where the rule applies
 * @param holdFor {@code when} must hold so long before it fires; zero for at once
 * @param quorum so many living gauges must be over their action threshold; 0 where gauges do not
 *     matter
 * @param until a fired zone is let go when this holds; empty: when {@code when} no longer holds
 * @param again after firing it is quiet for so long, unless it would reach more
 * @param urgency CAP's, in place of the message's own
 * @param message key of the alert to propose
 * @param units run card to recommend units from
 * @param doubts shown to the approver whenever it fires
 * @param updates this rule revises a living firing of that one instead of firing by itself
 */
public record Rule(
    RuleId id,
    HazardTypeId hazard,
    Condition when,
    Condition zones,
    Duration holdFor,
    int quorum,
    Optional<Until> until,
    Duration again,
    LevelId level,
    Optional<CapCodes.Urgency> urgency,
    Approval approval,
    Optional<String> message,
    Optional<String> units,
    List<String> doubts,
    Optional<RuleId> updates) {
  public Rule {
    doubts = List.copyOf(doubts);
  }

  /**
   * When a firing is over.
   *
   * @param holdFor each zone is let go when the condition has held in it for so long
   */
  public record Until(Condition condition, Duration holdFor) {}

  /** How long a firing must look over before it is. */
  public Duration clearAfter() {
    return until.map(Until::holdFor).orElse(Duration.ZERO);
  }
}
