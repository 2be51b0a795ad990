package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nadhir.core.fusion.HazardState.Kept;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.Hazard.Status;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.site.HazardType;
import nadhir.core.site.SiteInfo;

/** The hazards, in the order of their opening. */
final class Hazards {
  /** Withdrawals of what was never heard are kept for so long. */
  static final Duration LONGEST_MEMORY = Duration.ofDays(35);

  /** For a type that the site pack no longer lists. */
  private static final Duration USUAL_STAY = Duration.ofHours(24);

  private final SiteInfo site;
  private final Map<HazardId, Kept> kept = new LinkedHashMap<>();

  Hazards(SiteInfo site) {
    this.site = site;
  }

  boolean knows(HazardTypeId type) {
    return site.hazardTypes().stream().anyMatch(t -> t.id().equals(type));
  }

  Duration staysFor(HazardTypeId type) {
    return site.hazardTypes().stream()
        .filter(t -> t.id().equals(type))
        .findFirst()
        .map(HazardType::staysFor)
        .orElse(USUAL_STAY);
  }

  void put(Hazard hazard) {
    kept.put(hazard.id(), new Kept(hazard, Optional.empty(), false));
  }

  void end(HazardId id, Instant at, boolean timedOut) {
    kept.put(id, new Kept(ended(kept.get(id).hazard()), Optional.of(at), timedOut));
  }

  private static Hazard ended(Hazard h) {
    return new Hazard(
        h.id(),
        h.type(),
        h.revision(),
        Status.ENDED,
        h.occurredAt(),
        h.firstReportAt(),
        h.lastReportAt(),
        h.place(),
        h.certainty(),
        h.detail(),
        h.reports(),
        h.doubt());
  }

  Optional<Kept> find(HazardId id) {
    return Optional.ofNullable(kept.get(id));
  }

  boolean isOpen(HazardId id) {
    return find(id).filter(k -> k.endedAt().isEmpty()).isPresent();
  }

  /** The hazard that was opened last among those that fit. */
  Optional<Kept> last(Predicate<Hazard> fits) {
    Kept last = null;
    for (Kept k : kept.values()) {
      if (fits.test(k.hazard())) {
        last = k;
      }
    }
    return Optional.ofNullable(last);
  }

  /** The hazard that is open (active or withdrawn) and fits. */
  Optional<Hazard> open(Predicate<Hazard> fits) {
    return kept.values().stream()
        .filter(k -> k.endedAt().isEmpty())
        .map(Kept::hazard)
        .filter(fits)
        .findFirst();
  }

  /** Those of {@code ids} that are there, the one that was opened first in front. */
  List<HazardId> inOrder(Set<HazardId> ids) {
    return ids.size() < 2
        ? ids.stream().filter(kept::containsKey).toList()
        : kept.keySet().stream().filter(ids::contains).toList();
  }

  int size() {
    return kept.size();
  }

  /** Forgets what ended so long ago that its reports would be too old to open anything. */
  List<HazardId> forget(Instant at) {
    List<HazardId> gone = new ArrayList<>();
    for (Kept k : kept.values()) {
      var stay = staysFor(k.hazard().type());
      if (k.endedAt().isPresent() && k.endedAt().get().plus(stay).isBefore(at)) {
        gone.add(k.hazard().id());
      }
    }
    gone.forEach(kept::remove);
    return gone;
  }

  List<Kept> snapshot() {
    return List.copyOf(kept.values());
  }

  void restore(List<Kept> hazards) {
    kept.clear();
    hazards.forEach(k -> kept.put(k.hazard().id(), k));
  }
}
