package nadhir.core.fusion;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.fusion.HazardState.Kept;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardId;
import nadhir.core.report.HazardReport;

/** Two hazards become one because a person says so. */
final class Merging {
  private final Hazards hazards;
  private final Solutions solutions;
  private final ReportReaction reports;

  Merging(Hazards hazards, Solutions solutions, ReportReaction reports) {
    this.hazards = hazards;
    this.solutions = solutions;
    this.reports = reports;
  }

  Outcome decide(Entry input, HazardId from, HazardId into, String why) {
    var one = hazards.find(from).filter(k -> k.endedAt().isEmpty()).map(Kept::hazard);
    var other = hazards.find(into).filter(k -> k.endedAt().isEmpty()).map(Kept::hazard);
    if (one.isEmpty() || other.isEmpty()) {
      return Outcome.refused(
          "unknown-hazard", "There is no open hazard '" + (one.isEmpty() ? from : into) + "'.");
    }
    if (from.equals(into)) {
      return Outcome.refused("same-hazard", "Name two hazards.");
    }
    if (!canBeOne(one.get(), other.get())) {
      return Outcome.refused("not-one", "Hazards of these kinds cannot be one.");
    }
    if (why.isEmpty()) {
      return Outcome.refused("no-reason", "Say why they are one.");
    }
    Hazard after =
        Change.revise(
            input,
            other.get(),
            Change.union(other.get().reports(), one.get().reports()),
            truth(one.get(), other.get()));
    return Outcome.accepted(
        into.value(),
        List.of(
            new HazardEvent.Revised(after),
            new HazardEvent.Ended(from, input.at(), HazardDesk.SAME_AS + into)));
  }

  /** A wadi's flood is its gauges', a ship's trouble hers. */
  private static boolean canBeOne(Hazard a, Hazard b) {
    return a.type().equals(b.type())
        && a.detail().getClass().equals(b.detail().getClass())
        && !(a.detail() instanceof HazardDetail.Flood)
        && !(a.detail() instanceof HazardDetail.Vessel);
  }

  private Truth truth(Hazard from, Hazard into) {
    if (into.detail() instanceof HazardDetail.Distress) {
      return DistressFusion.merged(from, into);
    }
    List<HazardReport> behind = new ArrayList<>(solutions.of(into.id()));
    behind.addAll(solutions.of(from.id()));
    return behind.isEmpty() && into.detail() instanceof HazardDetail.Stated
        ? new Truth(
            into.status(),
            into.occurredAt(),
            into.place(),
            into.certainty(),
            into.detail(),
            into.doubt())
        : reports.truth(List.of(into, from), behind);
  }
}
