package nadhir.core.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/** Tells what came of a report on an earthquake or a warning. */
final class ReportReaction {
  private final Hazards hazards;
  private final Solutions solutions;
  private final QuakeDetails quakes;
  private final StatedDetails warnings;

  ReportReaction(
      Hazards hazards, Solutions solutions, QuakeDetails quakes, StatedDetails warnings) {
    this.hazards = hazards;
    this.solutions = solutions;
    this.quakes = quakes;
    this.warnings = warnings;
  }

  List<Event> react(Entry entry, HazardReport report, Verdict verdict) {
    List<Event> events = new ArrayList<>();
    for (HazardId id : verdict.about()) {
      change(entry, id, report, verdict).ifPresent(events::add);
    }
    verdict.opens().ifPresent(id -> events.add(opened(entry, id)));
    for (Verdict.Same same : verdict.same()) {
      events.add(new HazardEvent.Ended(same.from(), entry.at(), HazardDesk.SAME_AS + same.into()));
    }
    verdict.ignored().ifPresent(why -> events.add(new HazardEvent.Ignored(report.id(), why)));
    if (events.isEmpty()) {
      events.add(new HazardEvent.Ignored(report.id(), WhyIgnored.NOTHING_NEW.key()));
    }
    return events;
  }

  private Optional<Event> change(Entry entry, HazardId id, HazardReport report, Verdict verdict) {
    Hazard before = hazards.find(id).orElseThrow().hazard();
    List<Hazard> merged =
        verdict.same().stream()
            .filter(s -> s.into().equals(id))
            .map(s -> hazards.find(s.from()).orElseThrow().hazard())
            .toList();
    List<ReportId> reports = reports(before, merged, report);
    Hazard after = Change.revise(entry, before, reports, truth(before, merged));
    boolean isNews =
        Change.visible(before, after)
            || !merged.isEmpty()
            || !before.reports().containsAll(reports)
            || !reports.containsAll(before.reports());
    if (!isNews) {
      return Optional.empty();
    }
    return Optional.of(
        after.status() == Hazard.Status.WITHDRAWN && before.status() != Hazard.Status.WITHDRAWN
            ? new HazardEvent.Withdrawn(after)
            : new HazardEvent.Revised(after));
  }

  /** Those behind it until now without the ones that moved away, and the one that came. */
  private List<ReportId> reports(Hazard before, List<Hazard> merged, HazardReport report) {
    List<ReportId> all = before.reports();
    for (Hazard m : merged) {
      all = Change.union(all, m.reports());
    }
    if (solutions.find(report.id()).flatMap(s -> s.hazard()).filter(before.id()::equals).isPresent()
        || !(isSolution(report))) {
      all = Change.with(all, report.id());
    }
    return all.stream()
        .filter(
            r ->
                solutions
                    .find(r)
                    .map(s -> s.hazard().filter(before.id()::equals).isPresent())
                    .orElse(true))
        .toList();
  }

  private static boolean isSolution(HazardReport report) {
    return report.observation() instanceof Observation.Quake
        || report.observation() instanceof Observation.Stated
        || report.observation() instanceof Observation.Nothing;
  }

  private Truth truth(Hazard before, List<Hazard> merged) {
    List<Hazard> all = new ArrayList<>(List.of(before));
    all.addAll(merged);
    return truth(all, solutions.of(before.id()));
  }

  /** What {@code hazards}, which are one, are with these solutions; the first is the one kept. */
  Truth truth(List<Hazard> all, List<HazardReport> behind) {
    Hazard before = all.getFirst();
    List<HazardId> ids = all.stream().map(Hazard::id).toList();
    return before.detail() instanceof HazardDetail.Quake
        ? quakes.truth(ids, all, behind, ids.stream().anyMatch(hazards::isBelieved))
        : warnings.truth(Optional.of(before), behind);
  }

  private Event opened(Entry entry, ReportId id) {
    HazardReport report = solutions.find(id).orElseThrow().report();
    HazardId hazard = Change.idFor(entry.seq());
    Truth truth =
        report.observation() instanceof Observation.Quake
            ? quakes.truth(List.of(hazard), List.of(), List.of(report), false)
            : warnings.truth(Optional.empty(), List.of(report));
    return new HazardEvent.Opened(Change.open(entry, report.type(), List.of(id), truth));
  }
}
