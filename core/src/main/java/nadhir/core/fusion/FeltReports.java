package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import nadhir.core.fusion.HazardState.FeltSaid;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;

/**
 * What people and instruments of the city felt: kept until a quake explains it, and evidence for
 * that quake then. They come first; a catalogue takes minutes.
 */
final class FeltReports {
  /** Reports kept; beyond it the one that came first goes. */
  static final int MAX_KEPT = 500;

  /** For so long a quake may still come that explains a report. */
  static final Duration KEPT = Duration.ofHours(1);

  /** People say when it was by their clock. */
  static final Duration EARLY = Duration.ofMinutes(1);

  /** People call some minutes after they were shaken, and say "now". */
  static final Duration LATE = Duration.ofMinutes(10);

  /** Weaker shaking is not felt, so it explains nothing (MMI II: felt by few, at rest). */
  static final double LEAST_MMI = 2;

  /** One caller may have felt a lorry; three did not (ours). */
  static final int ENOUGH_PEOPLE = 3;

  /** An instrument counts by itself from here on (MMI IV: dishes rattle, no lorry does that). */
  static final double INSTRUMENT_MMI = 4;

  /** Shaking felt by {@link #ENOUGH_PLACES} within this is an earthquake, whoever else says so. */
  static final Duration TOGETHER = Duration.ofMinutes(2);

  static final int ENOUGH_PLACES = 3;

  /** Places nearer than this to each other are one: one blast, one building. */
  static final double PLACES_APART_M = 1_000;

  /** Felt together means in one city, not in two countries. */
  static final double CITY_M = 50_000;

  private final List<FeltSaid> kept = new ArrayList<>();

  /**
   * What was felt of one hazard.
   *
   * @param people who felt it
   * @param instrument one measured strong shaking
   * @param mmi the strongest
   */
  record Felt(int people, boolean instrument, OptionalDouble mmi) {
    boolean isEnough() {
      return people >= ENOUGH_PEOPLE || instrument;
    }
  }

  boolean knows(ReportId id) {
    return kept.stream().anyMatch(f -> f.id().equals(id));
  }

  void add(FeltSaid said, Instant now) {
    kept.removeIf(f -> f.at().isBefore(now.minus(KEPT)));
    kept.add(said);
    if (kept.size() > MAX_KEPT) {
      kept.removeFirst();
    }
  }

  Felt of(HazardId hazard) {
    int people = 0;
    boolean instrument = false;
    double mmi = Double.NEGATIVE_INFINITY;
    for (FeltSaid f : of(h -> h.equals(hazard))) {
      people += f.people();
      instrument |= f.people() == 0 && f.mmi() >= INSTRUMENT_MMI;
      mmi = StrictMath.max(mmi, f.mmi());
    }
    return new Felt(
        people, instrument, Double.isFinite(mmi) ? OptionalDouble.of(mmi) : OptionalDouble.empty());
  }

  List<FeltSaid> all(HazardId hazard) {
    return of(h -> h.equals(hazard));
  }

  /** Those that something was felt of lately. */
  List<HazardId> hazards() {
    return kept.stream().flatMap(f -> f.hazard().stream()).distinct().toList();
  }

  private List<FeltSaid> of(Predicate<HazardId> fits) {
    return kept.stream().filter(f -> f.hazard().filter(fits).isPresent()).toList();
  }

  /** Those that no quake explains yet and that this solution does, are its hazard's from now on. */
  void explainBy(HazardReport solution, HazardId hazard) {
    kept.replaceAll(
        f -> f.hazard().isEmpty() && explains(solution, f) ? f.of(Optional.of(hazard)) : f);
  }

  void give(List<FeltSaid> said, HazardId hazard) {
    kept.replaceAll(f -> said.contains(f) ? f.of(Optional.of(hazard)) : f);
  }

  /** Two hazards have turned out to be one. */
  void move(HazardId from, HazardId to) {
    kept.replaceAll(f -> f.hazard().filter(from::equals).isPresent() ? f.of(Optional.of(to)) : f);
  }

  /** Whether the S waves of this quake came when it was felt, and strongly enough. */
  static boolean explains(HazardReport solution, FeltSaid said) {
    Instant from = solution.occurredAt().minus(EARLY);
    Instant to = solution.occurredAt().plus(Strength.travel(solution, said.place())).plus(LATE);
    return !said.at().isBefore(from)
        && !said.at().isAfter(to)
        && Strength.mmi(solution, said.place()) >= LEAST_MMI;
  }

  /** The reports that together with {@code last} are an earthquake by themselves; mostly none. */
  List<FeltSaid> together(FeltSaid last) {
    List<FeltSaid> near =
        kept.stream().filter(f -> f.hazard().isEmpty() && isTogether(f, last)).toList();
    return places(near) >= ENOUGH_PLACES ? near : List.of();
  }

  /** Within {@link #TOGETHER} and {@link #CITY_M} of each other. */
  static boolean isTogether(FeltSaid a, FeltSaid b) {
    return Duration.between(a.at(), b.at()).abs().compareTo(TOGETHER) <= 0
        && Sphere.distanceM(a.place(), b.place()) <= CITY_M;
  }

  private static int places(List<FeltSaid> said) {
    List<LatLon> places = new ArrayList<>();
    for (FeltSaid f : said) {
      if (places.stream().allMatch(p -> Sphere.distanceM(p, f.place()) >= PLACES_APART_M)) {
        places.add(f.place());
      }
    }
    return places.size();
  }

  /** Forgotten hazards have no reports any more. */
  void forget(List<HazardId> hazards) {
    kept.removeIf(f -> f.hazard().filter(hazards::contains).isPresent());
  }

  List<FeltSaid> snapshot() {
    return List.copyOf(kept);
  }

  void restore(List<FeltSaid> said) {
    kept.clear();
    kept.addAll(said);
  }
}
