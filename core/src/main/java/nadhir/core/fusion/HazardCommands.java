package nadhir.core.fusion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.command.HazardCommand;
import nadhir.core.command.HazardCommand.ConfirmHazard;
import nadhir.core.command.HazardCommand.EndHazard;
import nadhir.core.command.HazardCommand.OpenHazard;
import nadhir.core.command.HazardCommand.ReportDistress;
import nadhir.core.command.HazardCommand.ReportFelt;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.feed.Texts;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/** What people ask of the hazard desk. */
final class HazardCommands {
  /** The source of what people report by command. */
  static final FeedId PEOPLE = new FeedId("people");

  private static final HazardTypeId DISTRESS_AT_SEA = new HazardTypeId("distress-at-sea");
  private static final HazardTypeId EARTHQUAKE = new HazardTypeId("earthquake");

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
      case ReportDistress call -> told(input, distress(input, call));
      case ReportFelt felt -> told(input, felt(input, felt));
      case ConfirmHazard(var hazard, var why) -> confirm(input, hazard, why.strip());
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
        new HazardDetail.Stated(
            c.severity(),
            c.onset(),
            c.until(),
            c.title().strip(),
            Optional.empty(),
            Optional.empty()),
        List.of(),
        Optional.empty());
  }

  private static Outcome told(Entry input, HazardReport report) {
    return Outcome.accepted(report.id().value(), List.of(new HazardEvent.Told(report)));
  }

  private static HazardReport distress(Entry input, ReportDistress c) {
    return report(
        input,
        DISTRESS_AT_SEA,
        c.at(),
        c.place(),
        new Observation.Distress(
            c.mmsi(), c.kind(), OptionalDouble.empty(), OptionalDouble.empty(), 1, c.persons()),
        c.source() + ": " + c.title());
  }

  private static HazardReport felt(Entry input, ReportFelt c) {
    return report(
        input, EARTHQUAKE, c.at(), c.place(), new Observation.Felt(c.mmi(), 1), c.source());
  }

  private static HazardReport report(
      Entry input,
      HazardTypeId type,
      Instant at,
      LatLon place,
      Observation observation,
      String title) {
    return new HazardReport(
        new ReportId(PEOPLE.value() + ":" + input.seq()),
        PEOPLE,
        type,
        HazardReport.Status.ACTUAL,
        at,
        at,
        input.at(),
        Optional.of(place),
        Certainty.OBSERVED,
        observation,
        List.of(),
        Texts.title(title));
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
    return Outcome.accepted(id.value(), List.of(new HazardEvent.Ended(id, input.at(), why)));
  }
}
