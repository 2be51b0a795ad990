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
import java.util.function.Predicate;
import nadhir.core.fusion.HazardState.Kept;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.Hazard.Status;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.site.SiteInfo;

/** The hazards, in the order of their opening. */
final class Hazards {
  /** Withdrawals of what was never heard are kept for so long. */
  static final Duration LONGEST_MEMORY = Duration.ofDays(35);

  /** For a type that the site pack no longer lists. */
  private static final Duration USUAL_STAY = Duration.ofHours(24);

  /** For look-ups only, never iterated. */
  private final Map<HazardTypeId, Duration> stays = new HashMap<>();

  private final Map<HazardId, Kept> kept = new LinkedHashMap<>();

  /** Those that have ended. */
  private final Set<HazardId> over = new LinkedHashSet<>();

  Hazards(SiteInfo site) {
    site.hazardTypes().forEach(t -> stays.put(t.id(), t.staysFor()));
  }

  boolean knows(HazardTypeId type) {
    return stays.containsKey(type);
  }

  Duration staysFor(HazardTypeId type) {
    return stays.getOrDefault(type, USUAL_STAY);
  }

  /**
   * @param confirmed it would be held if nothing had confirmed it; that holds from then on
   */
  void put(Hazard hazard, boolean confirmed) {
    boolean believed = confirmed || isBelieved(hazard.id());
    kept.put(hazard.id(), new Kept(hazard, Optional.empty(), false, believed));
  }

  /** What was believed of a hazard is believed of the one that it turned out to be. */
  void believeAs(HazardId from, HazardId into) {
    Kept to = kept.get(into);
    if (to != null && isBelieved(from)) {
      kept.put(into, new Kept(to.hazard(), to.endedAt(), to.timedOut(), true));
    }
  }

  boolean isBelieved(HazardId id) {
    return find(id).filter(Kept::believed).isPresent();
  }

  void end(HazardId id, Instant at, boolean timedOut) {
    Kept before = kept.get(id);
    kept.put(id, new Kept(ended(before.hazard()), Optional.of(at), timedOut, before.believed()));
    over.add(id);
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

  /** The hazard that is open (active, held or withdrawn) and fits. */
  Optional<Hazard> open(Predicate<Hazard> fits) {
    return kept.values().stream()
        .filter(k -> k.endedAt().isEmpty())
        .map(Kept::hazard)
        .filter(fits)
        .findFirst();
  }

  List<Hazard> allOpen(Predicate<Hazard> fits) {
    return kept.values().stream()
        .filter(k -> k.endedAt().isEmpty())
        .map(Kept::hazard)
        .filter(fits)
        .toList();
  }

  /** Those of {@code ids} that are there, the one that was opened first in front. */
  List<HazardId> inOrder(Set<HazardId> ids) {
    return ids.size() < 2
        ? ids.stream().filter(kept::containsKey).toList()
        : kept.keySet().stream().filter(ids::contains).toList();
  }

  /** Whether no other hazard can be opened; ended ones make room. */
  boolean isFull() {
    return kept.size() >= HazardDesk.MAX_HAZARDS && over.isEmpty();
  }

  /**
   * Forgets what ended so long ago that its reports would be too old to open anything, and before
   * that what ended first where there are too many.
   */
  List<HazardId> forget(Instant at) {
    List<HazardId> gone = new ArrayList<>();
    for (HazardId id : over) {
      Kept k = kept.get(id);
      var stay = staysFor(k.hazard().type());
      if (k.endedAt().orElseThrow().plus(stay).isBefore(at)) {
        gone.add(id);
      }
    }
    over.stream()
        .filter(id -> !gone.contains(id))
        .limit(Math.max(0, kept.size() - gone.size() - HazardDesk.MAX_HAZARDS))
        .toList()
        .forEach(gone::add);
    gone.forEach(kept::remove);
    gone.forEach(over::remove);
    return gone;
  }

  List<Kept> snapshot() {
    return List.copyOf(kept.values());
  }

  void restore(List<Kept> hazards) {
    kept.clear();
    over.clear();
    hazards.forEach(k -> kept.put(k.hazard().id(), k));
    hazards.stream()
        .filter(k -> k.endedAt().isPresent())
        .sorted(Comparator.comparing((Kept k) -> k.endedAt().orElseThrow()))
        .forEach(k -> over.add(k.hazard().id()));
  }
}
