package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/**
 * The newest ShakeMap of each source for each event, found by the event's ids. One that comes
 * before its quake waits.
 */
final class ShakeMaps {
  /** Maps kept; they are large. Beyond it the one that was made first goes. */
  static final int MAX_KEPT = 10;

  /** After so long a map is only in its hazard. */
  static final Duration KEPT = Duration.ofDays(7);

  /** Versions count for each maker anew, so the time at which a map was made comes first. */
  private static final Comparator<HazardReport> ORDER =
      Comparator.comparing(HazardReport::updatedAt).thenComparingInt(ShakeMaps::version);

  private final List<HazardReport> kept = new ArrayList<>();

  Optional<HazardReport> find(ReportId id) {
    return kept.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  boolean isOld(HazardReport map) {
    return find(map.id()).filter(known -> ORDER.compare(map, known) <= 0).isPresent();
  }

  private static int version(HazardReport map) {
    return map.observation() instanceof Observation.ShakeMap m ? m.version() : 0;
  }

  void add(HazardReport map, Instant now) {
    kept.removeIf(m -> m.id().equals(map.id()) || m.updatedAt().isBefore(now.minus(KEPT)));
    kept.add(map);
    if (kept.size() > MAX_KEPT) {
      kept.remove(kept.stream().min(Comparator.comparing(HazardReport::updatedAt)).orElseThrow());
    }
  }

  /** The last word on the event that these solutions are about: a map, or that one is no more. */
  Optional<HazardReport> of(List<HazardReport> solutions) {
    Set<ReportId> names = new TreeSet<>();
    solutions.forEach(s -> names.addAll(Solutions.names(s)));
    return kept.stream()
        .filter(m -> Solutions.names(m).stream().anyMatch(names::contains))
        .max(Comparator.comparing(HazardReport::updatedAt).thenComparing(HazardReport::id));
  }

  List<HazardReport> snapshot() {
    return List.copyOf(kept);
  }

  void restore(List<HazardReport> maps) {
    kept.clear();
    kept.addAll(maps);
  }
}
