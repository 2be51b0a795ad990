package nadhir.core.risk;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.HazardId;
import nadhir.core.id.LevelId;
import nadhir.core.id.RuleId;

/**
 * A rule has fired: this hazard means this level in these zones.
 *
 * @param revision 1 when it fires, one more when zones, level or arrival change
 * @param message key in {@code messages.yaml} of the alert to propose; empty when none is wanted
 * @param runCard the run card to recommend units from
 * @param slots values for the message's gaps, by name
 * @param doubts keys of doubts that an approver must see, such as {@code single-sensor}
 */
public record Assessment(
    AssessmentId id,
    int revision,
    RuleId rule,
    HazardId hazard,
    int hazardRevision,
    LevelId level,
    Instant at,
    List<ZoneImpact> zones,
    Optional<String> message,
    ApprovalPolicy approval,
    Optional<String> runCard,
    SortedMap<String, Slot> slots,
    List<String> doubts) {
  public Assessment {
    zones = List.copyOf(zones);
    slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
    doubts = List.copyOf(doubts);
  }
}
