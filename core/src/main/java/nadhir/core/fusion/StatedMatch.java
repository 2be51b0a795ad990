package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadhir.core.fusion.HazardState.Solution;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.HazardId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation.Stated;

/**
 * Finds the warning that another one says again in another language: of the same authority, type
 * and severity, for the same time and the same area. An authority's warnings for other areas or
 * other phases are other warnings. Where two would fit, it stays apart.
 */
final class StatedMatch {
  /** Of the time that one of the two names, this much is in both (ours). */
  static final double SAME_TIME = 0.9;

  /** Drawn twice, a corner may be rounded: to two decimals of a degree at worst. */
  static final double SAME_CORNER_M = 1_500;

  /** Both languages come out within this. */
  static final Duration TOGETHER = Duration.ofHours(3);

  private final Hazards hazards;
  private final Solutions solutions;

  StatedMatch(Hazards hazards, Solutions solutions) {
    this.hazards = hazards;
    this.solutions = solutions;
  }

  /**
   * @param own the hazard that it belongs to now
   */
  Plan place(HazardReport report, Optional<HazardId> own) {
    if (own.filter(this::isShared).isPresent()) {
      return Plan.home(own.get());
    }
    List<HazardId> fitting =
        solutions.around(report, TOGETHER).stream()
            .filter(s -> s.hazard().filter(hazards::isOpen).isPresent())
            .filter(s -> isAnotherLanguageOf(s, report))
            .map(s -> s.hazard().orElseThrow())
            .filter(h -> !own.filter(h::equals).isPresent() && lacksLanguageOf(h, report))
            .distinct()
            .toList();
    return fitting.size() == 1 ? Plan.home(fitting.getFirst()) : Plan.APART;
  }

  private boolean isShared(HazardId hazard) {
    return solutions.of(hazard).size() > 1;
  }

  private boolean lacksLanguageOf(HazardId hazard, HazardReport report) {
    return solutions.of(hazard).stream()
        .filter(r -> r.status() == Status.ACTUAL)
        .noneMatch(r -> language(r).equals(language(report)));
  }

  private static String language(HazardReport report) {
    return report.observation() instanceof Stated s ? s.language() : "";
  }

  private static boolean isAnotherLanguageOf(Solution s, HazardReport report) {
    HazardReport known = s.report();
    return known.status() == Status.ACTUAL
        && known.observation() instanceof Stated a
        && report.observation() instanceof Stated b
        && !a.language().isEmpty()
        && !b.language().isEmpty()
        && !a.language().equals(b.language())
        && authority(known, a).equals(authority(report, b))
        && a.severity() == b.severity()
        && sameTime(a, b)
        && (a.area().isPresent() || b.area().isPresent()
            ? sameArea(a, b)
            : samePlace(known, report));
  }

  /**
   * Who says it: of a sender that is an address the part behind the {@code @}, because each
   * language may have its own desk; the feed where no sender is given.
   */
  private static String authority(HazardReport report, Stated stated) {
    String sender = stated.sender().toLowerCase(Locale.ROOT);
    return sender.isEmpty() ? report.feed().value() : sender.substring(sender.lastIndexOf('@') + 1);
  }

  private static boolean sameTime(Stated a, Stated b) {
    if (a.until().isEmpty() || b.until().isEmpty()) {
      return a.until().isEmpty() && b.until().isEmpty() && a.onset().equals(b.onset());
    }
    Instant from = later(a.onset(), b.onset());
    Instant to =
        later(a.until().get(), b.until().get()).equals(a.until().get())
            ? b.until().get()
            : a.until().get();
    double both = Duration.between(from, to).toMillis();
    double one = millis(a);
    double other = millis(b);
    return both >= SAME_TIME * StrictMath.max(one, other);
  }

  private static double millis(Stated stated) {
    return Duration.between(stated.onset(), stated.until().orElseThrow()).toMillis();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static boolean samePlace(HazardReport a, HazardReport b) {
    return a.place().isEmpty()
        || b.place().isEmpty()
        || Sphere.distanceM(a.place().get(), b.place().get()) <= SAME_CORNER_M;
  }

  private static boolean sameArea(Stated a, Stated b) {
    if (a.area().isEmpty() || b.area().isEmpty()) {
      return false;
    }
    List<LatLon> one = corners(a.area().get());
    List<LatLon> other = corners(b.area().get());
    return one.size() == other.size()
        && one.stream().allMatch(c -> isAmong(c, other))
        && other.stream().allMatch(c -> isAmong(c, one));
  }

  private static boolean isAmong(LatLon corner, List<LatLon> corners) {
    return corners.stream().anyMatch(c -> Sphere.distanceM(c, corner) <= SAME_CORNER_M);
  }

  /** Every corner once; of a circle its middle and its northernmost point. */
  private static List<LatLon> corners(Area area) {
    List<LatLon> corners = new ArrayList<>();
    for (Area.Polygon p : area.polygons()) {
      corners.addAll(p.outer().subList(1, p.outer().size()));
    }
    for (Area.Circle c : area.circles()) {
      corners.add(c.centre());
      corners.add(Sphere.towards(c.centre(), 0, c.radiusM()));
    }
    corners.sort(Comparator.comparingDouble(LatLon::latDeg).thenComparingDouble(LatLon::lonDeg));
    return corners;
  }
}
