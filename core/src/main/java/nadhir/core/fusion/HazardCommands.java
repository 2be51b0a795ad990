package nadhir.core.fusion;

import java.util.List;
import java.util.Optional;
import nadhir.core.command.HazardCommand;
import nadhir.core.command.HazardCommand.EndHazard;
import nadhir.core.command.HazardCommand.OpenHazard;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.report.HazardReport;

/** What people ask of the hazard desk. */
final class HazardCommands {
  private final Hazards hazards;

  HazardCommands(Hazards hazards) {
    this.hazards = hazards;
  }

  Outcome decide(Entry input, HazardCommand command) {
    if (input.actor() instanceof Actor.Person p && !p.is(Role.OPERATOR)) {
      return Outcome.refused("not-an-operator", "Only an operator opens or ends a hazard.");
    }
    return switch (command) {
      case OpenHazard open -> open(input, open);
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
    if (hazards.size() >= HazardDesk.MAX_HAZARDS) {
      return Outcome.refused("too-many", "End some of the open hazards first.");
    }
    HazardId id = Change.idFor(input.seq());
    return Outcome.accepted(id.value(), List.of(new HazardEvent.Opened(hazard(id, input, c))));
  }

  private static Hazard hazard(HazardId id, Entry input, OpenHazard c) {
    return new Hazard(
        id,
        c.hazardType(),
        1,
        Hazard.Status.ACTIVE,
        c.onset().isAfter(input.at()) ? input.at() : c.onset(),
        input.at(),
        input.at(),
        Optional.of(c.place()),
        c.certainty(),
        new HazardDetail.Stated(c.severity(), c.onset(), c.until(), c.title().strip()),
        List.of());
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
    return Outcome.accepted(id.value(), List.of(new HazardEvent.Ended(id, input.at(), why)));
  }
}
