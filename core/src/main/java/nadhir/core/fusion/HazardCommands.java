package nadhir.core.fusion;

import java.util.List;
import java.util.Optional;
import nadhir.core.command.HazardCommand;
import nadhir.core.command.HazardCommand.ConfirmHazard;
import nadhir.core.command.HazardCommand.EndHazard;
import nadhir.core.command.HazardCommand.MergeHazards;
import nadhir.core.command.HazardCommand.OpenHazard;
import nadhir.core.command.HazardCommand.ReportDistress;
import nadhir.core.command.HazardCommand.ReportFelt;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.report.HazardReport;

/** What people ask of the hazard desk. */
final class HazardCommands {
  /** The source of what people report by command. */
  static final FeedId PEOPLE = new FeedId("people");

  private final Hazards hazards;
  private final Merging merging;
  private final ToldByPeople told;

  HazardCommands(Hazards hazards, Merging merging) {
    this.hazards = hazards;
    this.merging = merging;
    this.told = new ToldByPeople(hazards);
  }

  Outcome decide(Entry input, HazardCommand command) {
    if (input.actor() instanceof Actor.Person p && !p.is(Role.OPERATOR)) {
      return Outcome.refused("not-an-operator", "Only an operator opens or ends a hazard.");
    }
    return switch (command) {
      case OpenHazard open -> open(input, open);
      case ReportDistress call -> told.distress(input, call);
      case ReportFelt felt -> told.felt(input, felt);
      case ConfirmHazard(var hazard, var why) -> confirm(input, hazard, why.strip());
      case MergeHazards(var from, var into, var why) ->
          merging.decide(input, from, into, why.strip());
      case EndHazard(var hazard, var why) -> end(input, hazard, why.strip());
    };
  }

  private Outcome open(Entry input, OpenHazard c) {
    if (!hazards.knows(c.hazardType())) {
      return Outcome.refused(
          "unknown-type", "The site lists no hazard type '" + c.hazardType() + "'.");
    }
    if (c.title().isBlank() || c.title().length() > HazardReport.MAX_TITLE) {
      return Outcome.refused(
          "bad-title", "A title needs 1 to " + HazardReport.MAX_TITLE + " characters.");
    }
    if (c.until().filter(u -> !u.isAfter(c.onset()) || !u.isAfter(input.at())).isPresent()) {
      return Outcome.refused("bad-until", "It would be over before it begins, or already.");
    }
    if (hazards.isFull()) {
      return Outcome.refused("too-many", "End some of the open hazards first.");
    }
    HazardId id = Change.idFor(input.seq());
    return Outcome.accepted(id.value(), List.of(new HazardEvent.Opened(hazard(input, c))));
  }

  private static Hazard hazard(Entry input, OpenHazard c) {
    var detail =
        new HazardDetail.Stated(
            c.severity(),
            c.onset(),
            c.until(),
            c.title().strip(),
            Optional.empty(),
            Optional.empty());
    return Change.open(
        input,
        c.hazardType(),
        List.of(),
        Truth.active(
            c.onset().isAfter(input.at()) ? input.at() : c.onset(),
            Optional.of(c.place()),
            c.certainty(),
            detail));
  }

  private Outcome confirm(Entry input, HazardId id, String why) {
    var open = hazards.find(id).filter(k -> k.endedAt().isEmpty()).map(HazardState.Kept::hazard);
    if (open.isEmpty()) {
      return Outcome.refused("unknown-hazard", "There is no open hazard '" + id + "'.");
    }
    if (open.get().status() == Hazard.Status.ACTIVE) {
      return Outcome.refused("already-believed", "'" + id + "' is believed already.");
    }
    if (why.isEmpty()) {
      return Outcome.refused("no-reason", "Say why it is believed.");
    }
    return Outcome.accepted(
        id.value(), List.of(new HazardEvent.Revised(Change.believe(input, open.get()))));
  }

  private Outcome end(Entry input, HazardId id, String why) {
    var kept = hazards.find(id);
    if (kept.isEmpty()) {
      return Outcome.refused("unknown-hazard", "There is no hazard '" + id + "'.");
    }
    if (kept.get().endedAt().isPresent()) {
      return Outcome.refused("already-ended", "'" + id + "' is over already.");
    }
    if (why.isEmpty()) {
      return Outcome.refused("no-reason", "Say why it is over.");
    }
    if (why.startsWith(HazardDesk.SAME_AS) || isOurs(why)) {
      return Outcome.refused("bad-reason", "Say it in your own words.");
    }
    return Outcome.accepted(id.value(), List.of(new HazardEvent.Ended(id, input.at(), why)));
  }

  /** What the desk itself says when time is over; it means something to it. */
  private static boolean isOurs(String why) {
    return List.of(
            HazardDesk.NOTHING_MORE_HEARD, HazardDesk.TIME_IS_OVER, HazardDesk.WITHDRAWN_LONG_AGO)
        .contains(why);
  }
}
