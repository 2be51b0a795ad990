package nadhir.core.fusion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nadhir.core.fusion.HazardState.Solution;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;

/** The newest word of each source on each event. */
final class Solutions {
  /**
   * Which of several solutions holds: a reviewed one before an automatic one, then the one that
   * more networks stand behind, then the one revised last.
   */
  private static final Comparator<HazardReport> PREFERENCE =
      Comparator.<HazardReport>comparingInt(r -> r.certainty().ordinal())
          .thenComparing(r -> r.alsoKnownAs().size(), Comparator.reverseOrder())
          .thenComparing(HazardReport::updatedAt, Comparator.reverseOrder())
          .thenComparing(HazardReport::id);

  private final Map<ReportId, Solution> byId = new LinkedHashMap<>();

  /**
   * For look-ups only, never iterated: which solutions go by an id, which stand behind a hazard.
   */
  private final Map<ReportId, Set<ReportId>> byName = new HashMap<>();

  private final Map<HazardId, Set<ReportId>> byHazard = new HashMap<>();

  void put(HazardReport report, Optional<HazardId> hazard) {
    Solution before = byId.put(report.id(), new Solution(report, hazard));
    if (before != null) {
      unlink(before);
    }
    link(byId.get(report.id()));
  }

  /** What the same feed said of the same event before, perhaps under another id. */
  Optional<Solution> versionOf(HazardReport report) {
    Solution exact = byId.get(report.id());
    if (exact != null) {
      return Optional.of(exact);
    }
    return names(report).stream()
        .flatMap(n -> byName.getOrDefault(n, Set.of()).stream())
        .map(byId::get)
        .filter(s -> s.report().feed().equals(report.feed()))
        .filter(s -> s.report().type().equals(report.type()))
        .max(
            Comparator.<Solution, Instant>comparing(s -> s.report().updatedAt())
                .thenComparing(s -> s.report().id()));
  }

  void replace(ReportId before, HazardReport report, Optional<HazardId> hazard) {
    if (!before.equals(report.id())) {
      unlink(byId.remove(before));
    }
    put(report, hazard);
  }

  /** The solutions that {@code hazard} was opened or revised with now belong to it. */
  void belongTo(Hazard hazard) {
    for (ReportId id : hazard.reports()) {
      Solution s = byId.get(id);
      if (s != null) {
        put(s.report(), Optional.of(hazard.id()));
      }
    }
  }

  /** Two hazards have turned out to be one. */
  void move(HazardId from, HazardId to) {
    of(from).forEach(r -> put(r, Optional.of(to)));
  }

  /** The solutions behind a hazard, by id. */
  List<HazardReport> of(HazardId hazard) {
    return byHazard.getOrDefault(hazard, Set.of()).stream()
        .map(id -> byId.get(id).report())
        .toList();
  }

  Optional<HazardReport> preferred(HazardId hazard) {
    return of(hazard).stream().filter(r -> r.status() == Status.ACTUAL).min(PREFERENCE);
  }

  /** Hazards with a solution that shares an id with {@code report}. */
  Set<HazardId> sharingAnId(HazardReport report) {
    Set<HazardId> hazards = new TreeSet<>(Comparator.comparing(HazardId::value));
    for (ReportId name : names(report)) {
      for (ReportId id : byName.getOrDefault(name, Set.of())) {
        Solution s = byId.get(id);
        if (s.report().type().equals(report.type())) {
          s.hazard().ifPresent(hazards::add);
        }
      }
    }
    return hazards;
  }

  /**
   * The hazard whose solution of another feed lies closest to {@code report} in time and space. One
   * that has a solution of the same feed already is a neighbour, not the same: that feed itself
   * tells them apart.
   */
  Optional<HazardId> closest(HazardReport report, Predicate<HazardId> allowed) {
    HazardId best = null;
    double least = Double.MAX_VALUE;
    for (Solution s : byId.values()) {
      double score = Closeness.score(s.report(), report);
      if (score <= 1 && score < least && fits(s, report, allowed)) {
        best = s.hazard().orElseThrow();
        least = score;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean fits(Solution s, HazardReport report, Predicate<HazardId> allowed) {
    return s.hazard().isPresent()
        && s.report().type().equals(report.type())
        && s.report().status() == Status.ACTUAL
        && allowed.test(s.hazard().get())
        && of(s.hazard().get()).stream()
            .noneMatch(r -> r.feed().equals(report.feed()) && r.status() == Status.ACTUAL);
  }

  /** Drops the solutions of forgotten hazards, and withdrawals of nothing before {@code before}. */
  void forget(List<HazardId> hazards, Instant before) {
    List<Solution> gone =
        byId.values().stream()
            .filter(
                s ->
                    s.hazard().isPresent()
                        ? hazards.contains(s.hazard().get())
                        : s.report().updatedAt().isBefore(before))
            .toList();
    for (Solution s : gone) {
      byId.remove(s.report().id());
      unlink(s);
    }
  }

  int size() {
    return byId.size();
  }

  List<Solution> snapshot() {
    return List.copyOf(byId.values());
  }

  void restore(List<Solution> solutions) {
    byId.clear();
    byName.clear();
    byHazard.clear();
    solutions.forEach(s -> put(s.report(), s.hazard()));
  }

  private void link(Solution s) {
    ReportId id = s.report().id();
    names(s.report()).forEach(n -> byName.computeIfAbsent(n, _ -> new TreeSet<>()).add(id));
    s.hazard().ifPresent(h -> byHazard.computeIfAbsent(h, _ -> new TreeSet<>()).add(id));
  }

  private void unlink(Solution s) {
    ReportId id = s.report().id();
    names(s.report()).forEach(n -> drop(byName, n, id));
    s.hazard().ifPresent(h -> drop(byHazard, h, id));
  }

  private static <K> void drop(Map<K, Set<ReportId>> index, K key, ReportId id) {
    index.computeIfPresent(
        key,
        (_, ids) -> {
          ids.remove(id);
          return ids.isEmpty() ? null : ids;
        });
  }

  private static List<ReportId> names(HazardReport report) {
    List<ReportId> names = new ArrayList<>(report.alsoKnownAs());
    names.add(report.id());
    return names;
  }
}
