package nadhir.core.fusion;

import java.time.Duration;
import nadhir.core.geo.Sphere;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/**
 * Whether solutions of two networks can be one earthquake.
 *
 * <p>Origin times at most 60 s apart, and epicentres at most 100 km plus the length of the rupture,
 * which a large quake spreads its solutions over: log10 L[km] = 0.59 M − 2.44 (Wells and
 * Coppersmith 1994, table 2A, subsurface length, all slip types).
 */
final class Closeness {
  static final Duration MAX_APART = Duration.ofSeconds(60);
  static final double MAX_DISTANCE_M = 100_000;

  private Closeness() {}

  /** 0 for the same time and place, above 1 where it cannot be the same quake. */
  static double score(HazardReport a, HazardReport b) {
    if (!(a.observation() instanceof Observation.Quake(double magA, _, _, _))
        || !(b.observation() instanceof Observation.Quake(double magB, _, _, _))
        || a.place().isEmpty()
        || b.place().isEmpty()) {
      return 2;
    }
    Duration apart = Duration.between(a.occurredAt(), b.occurredAt()).abs();
    if (apart.compareTo(MAX_APART) > 0) {
      return 2;
    }
    double limitM = MAX_DISTANCE_M + ruptureM(StrictMath.max(magA, magB));
    return StrictMath.max(
        Sphere.distanceM(a.place().get(), b.place().get()) / limitM,
        (double) apart.toMillis() / MAX_APART.toMillis());
  }

  static double ruptureM(double magnitude) {
    return StrictMath.pow(10, 0.59 * magnitude - 2.44) * 1000;
  }
}
