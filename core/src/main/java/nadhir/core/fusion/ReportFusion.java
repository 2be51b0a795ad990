package nadhir.core.fusion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.fusion.HazardState.Solution;
import nadhir.core.fusion.HazardState.Verdict;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;

/**
 * Hazards that sources describe in versions of one text: earthquake solutions, warnings of an
 * authority. Reports with a common id are one hazard; of earthquakes also those of different feeds
 * that are close in time and place. Of one feed, a later version replaces an earlier one that it
 * shares an id with; which of several feeds to believe, {@link Solutions} says.
 */
final class ReportFusion {
  /** Used where a network gives no depth; what networks themselves fix it at. */
  static final double USUAL_DEPTH_M = 10_000;

  /** A hazard that is over opens again when its earthquake turns out this much larger. */
  static final double MUCH_LARGER = 0.5;

  private final Hazards hazards;
  private final Solutions solutions;

  ReportFusion(Hazards hazards, Solutions solutions) {
    this.hazards = hazards;
    this.solutions = solutions;
  }

  Verdict fold(Entry entry, HazardReport report) {
    if (report.observation() instanceof Observation.Nothing
        && report.status() != Status.WITHDRAWN) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.EMPTY);
    }
    Optional<Solution> known = solutions.versionOf(report);
    if (known.isEmpty()) {
      return firstHeard(entry, report);
    }
    HazardReport before = known.get().report();
    if (isOlder(report, before)) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.OLDER_THAN_KNOWN);
    }
    HazardReport now = filledFrom(before, report);
    solutions.replace(before.id(), now, known.get().hazard());
    if (saysTheSame(before, now)) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.REPEATED);
    }
    return known.get().hazard().isPresent()
        ? newVersion(entry, now, known.get().hazard().get())
        : firstHeard(entry, now);
  }

  /** Of two versions with one date, the withdrawal is the later one. */
  private static boolean isOlder(HazardReport report, HazardReport known) {
    return report.updatedAt().isBefore(known.updatedAt())
        || report.updatedAt().equals(known.updatedAt())
            && known.status() == Status.WITHDRAWN
            && report.status() != Status.WITHDRAWN;
  }

  private Verdict newVersion(Entry entry, HazardReport now, HazardId hazard) {
    if (hazards.isOpen(hazard)) {
      return joins(entry, now, matches(now, Optional.of(hazard)));
    }
    if (!reopens(hazard, now)) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.HAZARD_ENDED);
    }
    solutions.put(now, Optional.empty());
    return Verdicts.opens(entry.seq());
  }

  private Verdict firstHeard(Entry entry, HazardReport report) {
    if (report.status() == Status.WITHDRAWN) {
      solutions.put(report, Optional.empty());
      return Verdicts.ignored(entry.seq(), WhyIgnored.WITHDRAWS_NOTHING_KNOWN);
    }
    List<HazardId> matches = matches(report, Optional.empty());
    List<HazardId> open = matches.stream().filter(hazards::isOpen).toList();
    if (!open.isEmpty()) {
      return solutions.of(open.getFirst()).size() >= HazardDesk.MAX_SOLUTIONS
          ? Verdicts.ignored(entry.seq(), WhyIgnored.TOO_MANY)
          : joins(entry, report, open);
    }
    if (!matches.isEmpty() && matches.stream().noneMatch(h -> reopens(h, report))) {
      solutions.put(report, Optional.of(matches.getFirst()));
      return Verdicts.ignored(entry.seq(), WhyIgnored.HAZARD_ENDED);
    }
    return opens(entry, report);
  }

  private Verdict opens(Entry entry, HazardReport report) {
    Instant oldest = entry.at().minus(hazards.staysFor(report.type()));
    if (report.occurredAt().isBefore(oldest)) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.TOO_OLD);
    }
    if (report.place().isEmpty() && report.observation() instanceof Observation.Quake) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.NO_PLACE);
    }
    if (hazards.size() >= HazardDesk.MAX_HAZARDS) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.TOO_MANY);
    }
    solutions.put(report, Optional.empty());
    return Verdicts.opens(entry.seq());
  }

  /** The first of {@code open} stays; what stood behind the others now stands behind it. */
  private Verdict joins(Entry entry, HazardReport report, List<HazardId> open) {
    solutions.put(report, Optional.of(open.getFirst()));
    open.stream().skip(1).forEach(other -> solutions.move(other, open.getFirst()));
    return Verdicts.about(entry.seq(), open);
  }

  /** Hazards that the report speaks of, the oldest in front; open ones where there are any. */
  private List<HazardId> matches(HazardReport report, Optional<HazardId> own) {
    Set<HazardId> same = solutions.sharingAnId(report);
    own.ifPresent(same::add);
    List<HazardId> all = hazards.inOrder(same);
    List<HazardId> open = all.stream().filter(hazards::isOpen).toList();
    if (!open.isEmpty()) {
      return open;
    }
    Optional<HazardId> near = solutions.closest(report, hazards::isOpen);
    return near.map(List::of).orElse(all);
  }

  private boolean reopens(HazardId hazard, HazardReport report) {
    return report.status() == Status.ACTUAL
        && report.observation() instanceof Observation.Quake(double now, _, _, _)
        && hazards.find(hazard).orElseThrow().hazard().detail()
            instanceof HazardDetail.Quake(double then, _, _, _, _, _, _, _)
        && now >= then + MUCH_LARGER;
  }

  List<Event> react(Entry entry, HazardReport report, Verdict verdict) {
    if (verdict.about().isEmpty()) {
      return List.of(
          new HazardEvent.Opened(Change.open(entry, report, report.place(), detail(report))));
    }
    Hazard before = hazards.find(verdict.about().getFirst()).orElseThrow().hazard();
    List<Event> events = new ArrayList<>();
    events.add(change(entry, before, report));
    verdict.about().stream()
        .skip(1)
        .forEach(h -> events.add(new HazardEvent.Ended(h, entry.at(), "same-as " + before.id())));
    return events;
  }

  private Event change(Entry entry, Hazard before, HazardReport report) {
    Optional<HazardReport> preferred = solutions.preferred(before.id());
    if (preferred.isEmpty()) {
      return withdrawn(entry, before, report);
    }
    HazardReport p = preferred.get();
    Hazard after =
        Change.revise(
            entry, before, Hazard.Status.ACTIVE, report, p, p.place().or(before::place), detail(p));
    if (Change.visible(before, after)
        || report.status() == Status.ACTUAL && Change.newSource(before, report)) {
      return new HazardEvent.Revised(after);
    }
    var why =
        report.status() == Status.WITHDRAWN
            ? WhyIgnored.ANOTHER_STILL_STANDS
            : WhyIgnored.NOT_PREFERRED;
    return new HazardEvent.Ignored(report.id(), why.key());
  }

  /** Nobody says so any more; what was last believed stays to be seen. */
  private static Event withdrawn(Entry entry, Hazard before, HazardReport report) {
    if (before.status() == Hazard.Status.WITHDRAWN) {
      return new HazardEvent.Ignored(report.id(), WhyIgnored.REPEATED.key());
    }
    return new HazardEvent.Withdrawn(Change.withdraw(entry, before, report));
  }

  private static HazardDetail detail(HazardReport report) {
    return switch (report.observation()) {
      case Observation.Quake(double magnitude, String type, var depthM, _) ->
          new HazardDetail.Quake(
              magnitude,
              type,
              depthM.orElse(USUAL_DEPTH_M),
              report.feed(),
              "only-one",
              List.of(),
              OptionalDouble.empty(),
              Optional.empty());
      case Observation.Stated(var severity, var onset, var until, var area, _, _, _) ->
          new HazardDetail.Stated(severity, onset, until, report.title(), area, Optional.empty());
      case Observation.Water _,
          Observation.Rain _,
          Observation.Distress _,
          Observation.Vessel _,
          Observation.Felt _,
          Observation.ShakeMap _,
          Observation.Nothing _ ->
          throw new IllegalArgumentException("not a text with versions: " + report.id());
    };
  }

  /** A withdrawal often carries nothing but its id: what it takes back is kept. */
  private static HazardReport filledFrom(HazardReport before, HazardReport report) {
    return report.observation() instanceof Observation.Nothing
        ? new HazardReport(
            report.id(),
            report.feed(),
            report.type(),
            report.status(),
            before.occurredAt(),
            report.updatedAt(),
            report.receivedAt(),
            before.place(),
            before.certainty(),
            before.observation(),
            before.alsoKnownAs(),
            before.title())
        : report;
  }

  private static boolean saysTheSame(HazardReport a, HazardReport b) {
    return a.status() == b.status()
        && a.occurredAt().equals(b.occurredAt())
        && a.place().equals(b.place())
        && a.certainty() == b.certainty()
        && a.observation().equals(b.observation())
        && a.alsoKnownAs().equals(b.alsoKnownAs())
        && a.title().equals(b.title());
  }
}
