package nadhir.core.fusion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadhir.core.event.Entry;
import nadhir.core.fusion.HazardState.Solution;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;

/** Puts one report, and what moves because of it, where it belongs. For one entry only. */
final class Placing {
  private final Entry entry;
  private final Hazards hazards;
  private final Solutions solutions;
  private final FeltReports felt;
  private final Set<HazardId> about = new LinkedHashSet<>();
  private final List<Verdict.Same> same = new ArrayList<>();
  private Optional<ReportId> opens = Optional.empty();

  Placing(Entry entry, Hazards hazards, Solutions solutions, FeltReports felt) {
    this.entry = entry;
    this.hazards = hazards;
    this.solutions = solutions;
    this.felt = felt;
  }

  /** Where {@code plan} says; a hazard that was the report's alone goes along. */
  Verdict by(Plan plan, HazardReport report, Optional<HazardId> own) {
    Set<HazardId> homes = new LinkedHashSet<>();
    plan.home().ifPresent(homes::add);
    boolean canLeave = plan.home().isPresent() || !hazards.isFull();
    boolean leaves = canLeave && own.filter(h -> isShared(report, h)).isPresent();
    own.filter(h -> !leaves).ifPresent(homes::add);
    settle(report, homes, false);
    own.filter(h -> leaves && !belongsTo(report, h)).ifPresent(about::add);
    plan.moves().forEach(m -> move(m.solution(), m.to()));
    return verdict();
  }

  /** Another network stands behind it, too. */
  private boolean isShared(HazardReport report, HazardId hazard) {
    return solutions.of(hazard).stream()
        .anyMatch(r -> r.status() == Status.ACTUAL && !r.feed().equals(report.feed()));
  }

  /**
   * To hazards that ids say are one. A solution of the same network that was put there by its
   * likeness was something else.
   */
  Verdict byId(HazardReport report, Set<HazardId> homes, QuakeMatch quakes) {
    settle(report, homes, true);
    HazardId home = solutions.find(report.id()).orElseThrow().hazard().orElseThrow();
    for (Solution s : solutions.sharingAnId(report)) {
      if (s.hazard().filter(home::equals).isPresent() && !s.pinned()) {
        solutions.put(s.report(), s.hazard(), true);
      }
    }
    for (Solution s : strangers(home, report.feed())) {
      move(s.report().id(), quakes.place(s.report(), Optional.of(home)).home());
    }
    return verdict();
  }

  private List<Solution> strangers(HazardId home, FeedId feed) {
    return solutions.all(home).stream()
        .filter(s -> s.report().feed().equals(feed) && !s.pinned())
        .filter(s -> s.report().status() == Status.ACTUAL)
        .filter(s -> s.report().observation() instanceof Observation.Quake)
        .toList();
  }

  private boolean belongsTo(HazardReport report, HazardId hazard) {
    return solutions.of(hazard).stream().anyMatch(r -> r.id().equals(report.id()));
  }

  private void settle(HazardReport report, Set<HazardId> homes, boolean pinned) {
    homes.addAll(feltBefore(report));
    List<HazardId> ordered = hazards.inOrder(homes);
    if (ordered.isEmpty()) {
      solutions.put(report, Optional.empty(), pinned);
      opens = Optional.of(report.id());
    } else {
      solutions.put(report, Optional.of(ordered.getFirst()), pinned);
      about.add(ordered.getFirst());
      ordered.stream().skip(1).forEach(h -> merge(h, ordered.getFirst()));
    }
    if (isQuake(report)) {
      felt.explainBy(report, ordered.isEmpty() ? Change.idFor(entry.seq()) : ordered.getFirst());
    }
  }

  /** Hazards that were only felt until now, and that this quake explains. */
  private List<HazardId> feltBefore(HazardReport report) {
    return isQuake(report)
        ? felt.hazards().stream()
            .filter(h -> hazards.isOpen(h) && solutions.of(h).isEmpty())
            .filter(h -> felt.all(h).stream().anyMatch(f -> FeltReports.explains(report, f)))
            .toList()
        : List.of();
  }

  private static boolean isQuake(HazardReport report) {
    return report.status() == Status.ACTUAL
        && report.place().isPresent()
        && report.observation() instanceof Observation.Quake;
  }

  private void move(ReportId solution, Optional<HazardId> to) {
    if (to.isEmpty() && (opens.isPresent() || hazards.isFull())) {
      return;
    }
    HazardId from = solutions.find(solution).orElseThrow().hazard().orElseThrow();
    solutions.move(solution, to);
    if (to.isEmpty()) {
      opens = Optional.of(solution);
      about.add(from);
    } else if (solutions.of(from).isEmpty()) {
      merge(from, to.get());
    } else {
      about.add(from);
    }
    to.ifPresent(about::add);
  }

  private void merge(HazardId from, HazardId into) {
    solutions.merge(from, into, false);
    felt.move(from, into);
    same.add(new Verdict.Same(from, into));
  }

  private Verdict verdict() {
    same.forEach(s -> about.remove(s.from()));
    return Verdict.of(entry.seq(), opens, List.copyOf(about), same);
  }
}
