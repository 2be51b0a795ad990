package nadhir.core.fusion;

import java.util.List;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;

/**
 * Which earthquakes are too bad to be believed from one machine alone: noise became a magnitude of
 * 7.8 in 2013 (JMA), bad stations one of 5.9 in 2025 (ShakeAlert). A seismologist who has looked at
 * it, a second network, or shaking that somebody noticed settles it.
 */
final class Plausibility {
  /** Anywhere: the magnitude from which a quake changes what a country does. */
  static final double GREAT_MAGNITUDE = 7;

  /** At the site's centre: MMI VI is felt by all, frightens many, and damages. */
  static final double STRONG_MMI = 6;

  /** So many people told the source that they felt it (ours: fewer may be jokes). */
  static final int FELT_BY = 10;

  /**
   * Places and times of two networks never agree as well as this; it is one solution, passed on.
   */
  private static final double SAME_M = 500;

  private static final long SAME_MS = 100;
  private static final double SAME_MAGNITUDE = 0.01;

  static final String SINGLE_AUTOMATIC_SOURCE = "single-automatic-source";
  static final String FELT_ONLY = "felt-only";

  private final LatLon centre;

  Plausibility(LatLon centre) {
    this.centre = centre;
  }

  /**
   * The doubt, where there is one.
   *
   * @param preferred the solution that is believed
   * @param solutions all that stand behind the hazard
   */
  Optional<String> doubt(
      HazardReport preferred,
      List<HazardReport> solutions,
      FeltReports.Felt felt,
      boolean shakeMap) {
    boolean settled =
        !isGrave(preferred)
            || felt.isEnough()
            || shakeMap
            || solutions.stream().anyMatch(Plausibility::isSeen)
            || hasSecondSource(solutions);
    return settled ? Optional.empty() : Optional.of(SINGLE_AUTOMATIC_SOURCE);
  }

  private boolean isGrave(HazardReport report) {
    var quake = (Observation.Quake) report.observation();
    return quake.magnitude() >= GREAT_MAGNITUDE || Strength.mmi(report, centre) >= STRONG_MMI;
  }

  /**
   * Whether the hazard, being active, was confirmed by something or somebody: it would be held
   * otherwise. That is remembered, because what confirmed it may be forgotten.
   */
  boolean isConfirmed(Hazard hazard) {
    if (hazard.status() != Hazard.Status.ACTIVE
        || !(hazard.detail() instanceof HazardDetail.Quake quake)) {
      return false;
    }
    double km =
        hazard.place().map(p -> Sphere.distanceM(p, centre) / 1000).orElse(Double.MAX_VALUE);
    double depthKm = quake.depthM() / 1000;
    return quake.sources().isEmpty()
        || quake.magnitude() >= GREAT_MAGNITUDE
        || Strength.mmi(quake.magnitude(), StrictMath.sqrt(km * km + depthKm * depthKm))
            >= STRONG_MMI;
  }

  /** By a seismologist, or by those whom it shook. */
  private static boolean isSeen(HazardReport report) {
    return report.status() == Status.ACTUAL
        && (report.certainty() == Certainty.OBSERVED
            || report.observation() instanceof Observation.Quake q
                && q.felt().orElse(0) >= FELT_BY);
  }

  private static boolean hasSecondSource(List<HazardReport> solutions) {
    return solutions.stream().anyMatch(a -> solutions.stream().anyMatch(b -> isIndependent(a, b)));
  }

  private static boolean isIndependent(HazardReport a, HazardReport b) {
    return a.status() == Status.ACTUAL
        && b.status() == Status.ACTUAL
        && !a.feed().equals(b.feed())
        && !isPassedOn(a, b);
  }

  private static boolean isPassedOn(HazardReport a, HazardReport b) {
    var one = (Observation.Quake) a.observation();
    var other = (Observation.Quake) b.observation();
    long ms = StrictMath.abs(a.occurredAt().toEpochMilli() - b.occurredAt().toEpochMilli());
    return ms <= SAME_MS
        && StrictMath.abs(one.magnitude() - other.magnitude()) <= SAME_MAGNITUDE
        && a.place().isPresent()
        && b.place().isPresent()
        && Sphere.distanceM(a.place().get(), b.place().get()) <= SAME_M;
  }
}
