package nadhir.core.fusion;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadhir.core.event.Entry;
import nadhir.core.fusion.HazardState.Solution;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;

/**
 * Hazards that sources describe in versions of one text: earthquake solutions, warnings of an
 * authority. Of one feed, a later version replaces an earlier one that it shares an id with.
 * Reports of several with a common id are one hazard; without one, those that {@link QuakeMatch}
 * and {@link StatedMatch} find to be. {@link ReportReaction} tells what came of it.
 */
final class ReportFusion {
  /** A hazard that is over opens again when its earthquake turns out this much larger. */
  static final double MUCH_LARGER = 0.5;

  private final Hazards hazards;
  private final Solutions solutions;
  private final Versions versions;
  private final QuakeMatch quakes;
  private final StatedMatch warnings;
  private final FeltReports felt;

  ReportFusion(Hazards hazards, Solutions solutions, FeltReports felt) {
    this.hazards = hazards;
    this.solutions = solutions;
    this.versions = new Versions(solutions);
    this.quakes = new QuakeMatch(hazards, solutions);
    this.warnings = new StatedMatch(hazards, solutions);
    this.felt = felt;
  }

  Verdict fold(Entry entry, HazardReport report) {
    if (report.observation() instanceof Observation.Nothing
        && report.status() != Status.WITHDRAWN) {
      return Verdict.ignored(entry.seq(), WhyIgnored.EMPTY);
    }
    if (solutions
        .find(report.id())
        .filter(s -> !Solutions.isOfOneKind(s.report(), report))
        .isPresent()) {
      return Verdict.ignored(entry.seq(), WhyIgnored.OF_ANOTHER_KIND);
    }
    Optional<Solution> known = versions.of(report);
    if (known.isPresent()) {
      return newVersion(entry, report, known.get());
    }
    if (report.status() == Status.WITHDRAWN) {
      solutions.put(report, Optional.empty(), false);
      return Verdict.ignored(entry.seq(), WhyIgnored.WITHDRAWS_NOTHING_KNOWN);
    }
    return firstHeard(entry, report);
  }

  private Verdict newVersion(Entry entry, HazardReport report, Solution known) {
    HazardReport before = known.report();
    if (Versions.isOlder(report, before)) {
      return Verdict.ignored(entry.seq(), WhyIgnored.OLDER_THAN_KNOWN);
    }
    HazardReport now = Versions.filledFrom(before, report);
    solutions.replace(before.id(), now, known.hazard(), known.pinned());
    if (Versions.saysTheSame(before, now)) {
      return Verdict.ignored(entry.seq(), WhyIgnored.REPEATED);
    }
    if (known.hazard().isEmpty()) {
      return now.status() == Status.WITHDRAWN
          ? Verdict.ignored(entry.seq(), WhyIgnored.WITHDRAWS_NOTHING_KNOWN)
          : firstHeard(entry, now);
    }
    HazardId hazard = known.hazard().get();
    if (hazards.isOpen(hazard)) {
      return placed(entry, now, Optional.of(hazard));
    }
    if (!reopens(hazard, now)) {
      return Verdict.ignored(entry.seq(), WhyIgnored.HAZARD_ENDED);
    }
    solutions.put(now, Optional.empty(), false);
    return Verdict.opens(entry.seq(), now.id());
  }

  private Verdict firstHeard(Entry entry, HazardReport report) {
    List<HazardId> over =
        hazards.inOrder(hazardsSharingAnId(report)).stream()
            .filter(h -> !hazards.isOpen(h))
            .toList();
    Verdict placed = placed(entry, report, Optional.empty());
    if (placed.opens().filter(report.id()::equals).isEmpty()) {
      return placed;
    }
    if (!over.isEmpty() && over.stream().noneMatch(h -> reopens(h, report))) {
      solutions.put(report, Optional.of(over.getFirst()), true);
      return placed.ignoring(WhyIgnored.HAZARD_ENDED);
    }
    Optional<WhyIgnored> why = whyNotOpened(entry, report);
    why.ifPresent(_ -> solutions.remove(report.id()));
    return why.map(placed::ignoring).orElse(placed);
  }

  private Optional<WhyIgnored> whyNotOpened(Entry entry, HazardReport report) {
    if (isOver(report, entry.at())) {
      return Optional.of(WhyIgnored.TOO_OLD);
    } else if (report.place().isEmpty() && report.observation() instanceof Observation.Quake) {
      return Optional.of(WhyIgnored.NO_PLACE);
    }
    return hazards.isFull() ? Optional.of(WhyIgnored.TOO_MANY) : Optional.empty();
  }

  /** Before it was heard: a warning when its own time is, anything else as its type says. */
  private boolean isOver(HazardReport report, Instant now) {
    Instant until = report.occurredAt().plus(hazards.staysFor(report.type()));
    if (report.observation() instanceof Observation.Stated stated) {
      until = stated.until().orElse(until);
    }
    return !until.isAfter(now);
  }

  private Set<HazardId> hazardsSharingAnId(HazardReport report) {
    Set<HazardId> found = new LinkedHashSet<>();
    for (Solution s : solutions.sharingAnId(report)) {
      if (!s.report().id().equals(report.id())) {
        s.hazard().ifPresent(found::add);
      }
    }
    return found;
  }

  private boolean reopens(HazardId hazard, HazardReport report) {
    return report.status() == Status.ACTUAL
        && report.observation() instanceof Observation.Quake now
        && hazards.find(hazard).orElseThrow().hazard().detail() instanceof HazardDetail.Quake then
        && now.magnitude() >= then.magnitude() + MUCH_LARGER;
  }

  /**
   * @param own the open hazard that it belonged to until now
   */
  private Verdict placed(Entry entry, HazardReport report, Optional<HazardId> own) {
    Set<HazardId> homes = new LinkedHashSet<>();
    for (Solution s : versions.absorbed(report)) {
      s.hazard().filter(hazards::isOpen).ifPresent(homes::add);
      solutions.remove(s.report().id());
    }
    hazardsSharingAnId(report).stream().filter(hazards::isOpen).forEach(homes::add);
    boolean byId =
        !homes.isEmpty() || solutions.find(report.id()).filter(Solution::pinned).isPresent();
    own.ifPresent(homes::add);
    if (byId && homes.stream().anyMatch(this::isFull) && own.isEmpty()) {
      return Verdict.ignored(entry.seq(), WhyIgnored.TOO_MANY);
    }
    var placing = new Placing(entry, hazards, solutions, felt);
    return byId ? placing.byId(report, homes, quakes) : placing.by(plan(report, own), report, own);
  }

  private Plan plan(HazardReport report, Optional<HazardId> own) {
    return report.observation() instanceof Observation.Quake
        ? quakes.place(report, own)
        : warnings.place(report, own);
  }

  private boolean isFull(HazardId hazard) {
    return solutions.of(hazard).size() >= HazardDesk.MAX_SOLUTIONS;
  }
}
