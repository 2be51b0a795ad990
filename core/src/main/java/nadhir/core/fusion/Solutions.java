package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nadhir.core.fusion.HazardState.Solution;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/** The newest word of each source on each event. */
final class Solutions {
  private final Map<ReportId, Solution> byId = new LinkedHashMap<>();

  /**
   * For look-ups only, never iterated: which solutions go by an id, which stand behind a hazard,
   * which happened within a minute.
   */
  private final Map<ReportId, Set<ReportId>> byName = new HashMap<>();

  private final Map<HazardId, Set<ReportId>> byHazard = new HashMap<>();
  private final TreeMap<Long, Set<ReportId>> byMinute = new TreeMap<>();

  /** Withdrawals of what was never heard. */
  private final Set<ReportId> homeless = new LinkedHashSet<>();

  void put(HazardReport report, Optional<HazardId> hazard, boolean pinned) {
    Solution before = byId.put(report.id(), new Solution(report, hazard, pinned));
    if (before != null) {
      unlink(before);
    }
    link(byId.get(report.id()));
  }

  /** Takes the place of what its source said before, perhaps under another id. */
  void replace(ReportId before, HazardReport report, Optional<HazardId> hazard, boolean pinned) {
    if (!before.equals(report.id())) {
      remove(before);
    }
    put(report, hazard, pinned);
  }

  void remove(ReportId id) {
    Solution gone = byId.remove(id);
    if (gone != null) {
      unlink(gone);
    }
  }

  Optional<Solution> find(ReportId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The solution stands behind another hazard from now on, or behind none yet. */
  void move(ReportId id, Optional<HazardId> to) {
    Solution s = byId.get(id);
    put(s.report(), to, s.pinned());
  }

  /**
   * Two hazards have turned out to be one.
   *
   * @param pinned they are held together whatever comes: a person says so
   */
  void merge(HazardId from, HazardId to, boolean pinned) {
    all(from).forEach(s -> put(s.report(), Optional.of(to), pinned || s.pinned()));
    if (pinned) {
      all(to).forEach(s -> put(s.report(), s.hazard(), true));
    }
  }

  /** The solution that {@code hazard} was opened with now belongs to it. */
  void belongTo(Hazard hazard) {
    for (ReportId id : hazard.reports()) {
      Solution s = byId.get(id);
      if (s != null && s.hazard().isEmpty()) {
        put(s.report(), Optional.of(hazard.id()), s.pinned());
      }
    }
  }

  /** The solutions behind a hazard, by id. */
  List<HazardReport> of(HazardId hazard) {
    return all(hazard).stream().map(Solution::report).toList();
  }

  List<Solution> all(HazardId hazard) {
    return byHazard.getOrDefault(hazard, Set.of()).stream().map(byId::get).toList();
  }

  /** Those that share an id with {@code report}, itself among them where it is known. */
  List<Solution> sharingAnId(HazardReport report) {
    return named(names(report)).stream().filter(s -> isOfOneKind(s.report(), report)).toList();
  }

  /** Those that go by one of these ids, by id. */
  List<Solution> named(List<ReportId> names) {
    Set<ReportId> found = new TreeSet<>();
    names.forEach(n -> found.addAll(byName.getOrDefault(n, Set.of())));
    return found.stream().map(byId::get).toList();
  }

  /** Both measure an earthquake, or both state something; a bare withdrawal fits either. */
  static boolean isOfOneKind(HazardReport a, HazardReport b) {
    return a.type().equals(b.type())
        && (a.observation().getClass().equals(b.observation().getClass())
            || a.observation() instanceof Observation.Nothing
            || b.observation() instanceof Observation.Nothing);
  }

  /** Those of the same type whose time is at most {@code within} from the report's, by id. */
  List<Solution> around(HazardReport report, Duration within) {
    Set<ReportId> found = new TreeSet<>();
    byMinute
        .subMap(
            minute(report.occurredAt().minus(within)),
            true,
            minute(report.occurredAt().plus(within)),
            true)
        .values()
        .forEach(found::addAll);
    return found.stream().map(byId::get).filter(s -> isOfOneKind(s.report(), report)).toList();
  }

  /** Drops the solutions of forgotten hazards, and withdrawals of nothing before {@code before}. */
  void forget(List<HazardId> hazards, Instant before) {
    hazards.forEach(h -> all(h).forEach(s -> remove(s.report().id())));
    homeless.stream()
        .filter(id -> byId.get(id).report().updatedAt().isBefore(before))
        .toList()
        .forEach(this::remove);
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
    byMinute.clear();
    homeless.clear();
    solutions.forEach(s -> put(s.report(), s.hazard(), s.pinned()));
  }

  private void link(Solution s) {
    ReportId id = s.report().id();
    names(s.report()).forEach(n -> byName.computeIfAbsent(n, _ -> new TreeSet<>()).add(id));
    s.hazard().ifPresent(h -> byHazard.computeIfAbsent(h, _ -> new TreeSet<>()).add(id));
    byMinute.computeIfAbsent(minute(s.report().occurredAt()), _ -> new TreeSet<>()).add(id);
    if (s.hazard().isEmpty()) {
      homeless.add(id);
    }
  }

  private void unlink(Solution s) {
    ReportId id = s.report().id();
    names(s.report()).forEach(n -> drop(byName, n, id));
    s.hazard().ifPresent(h -> drop(byHazard, h, id));
    drop(byMinute, minute(s.report().occurredAt()), id);
    homeless.remove(id);
  }

  private static long minute(Instant at) {
    return StrictMath.floorDiv(at.getEpochSecond(), 60L);
  }

  private static <K> void drop(Map<K, Set<ReportId>> index, K key, ReportId id) {
    index.computeIfPresent(
        key,
        (_, ids) -> {
          ids.remove(id);
          return ids.isEmpty() ? null : ids;
        });
  }

  static List<ReportId> names(HazardReport report) {
    List<ReportId> names = new ArrayList<>(report.alsoKnownAs());
    names.add(report.id());
    return names;
  }

  /** The later of two versions, for where several fit. */
  static final Comparator<Solution> LATEST =
      Comparator.<Solution, Instant>comparing(s -> s.report().updatedAt())
          .thenComparing(s -> s.report().id());
}
