package nadhir.core.fusion;

import java.time.Duration;
import java.util.OptionalDouble;
import nadhir.core.geo.Sphere;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/**
 * Whether solutions of two networks can be one earthquake, and how well they agree.
 *
 * <p><b>Bounds.</b> 16 s and 100 km for a magnitude of 6: the limits within which the USGS takes
 * solutions of different networks for one event (PDL, {@code DefaultAssociator}), at any magnitude;
 * SeisComP's {@code scevent} allows more, but compares arrivals, too. Small quakes are located by
 * near stations only and come in swarms seconds apart, so their bounds shrink, to 5 s and 25 km at
 * a magnitude of 2 (ours). Large ones break a fault whose length (Wells and Coppersmith 1994, table
 * 2A, all slip types: log10 L[km] = 0.59 M − 2.44) and duration (at 2.5 km/s) spread solutions:
 * both are added. Magnitudes of one quake differ by 1.5 at most, until the scales of first
 * estimates saturate above 6 (Kanamori 1983): there they do not tell quakes apart.
 *
 * <p><b>Depth</b> does not tell quakes apart either: networks often fix it. But a depth that
 * differs moves the origin time by the P waves' way, so as much of the time as that explains does
 * not count. (Of Botswana 2017 the USGS moved the depth by 17 km, and with it the time by 2.7 s.)
 *
 * <p><b>Cost.</b> The sum of log(1 + (difference / usual difference)²) over time, place and
 * magnitude: the logarithm of how much less likely it is than perfect agreement, where errors have
 * long tails, as those of automatic solutions do.
 */
final class Closeness {
  /** The time bound at magnitude 6, before the rupture's duration is added. */
  static final Duration MAX_APART = Duration.ofSeconds(16);

  /** The distance bound at magnitude 6, before the rupture's length is added. */
  static final double MAX_DISTANCE_M = 100_000;

  /** No two solutions of one quake are further apart in time, even of the greatest. */
  static final Duration FURTHEST = Duration.ofMinutes(5);

  private static final double SMALL = 2;
  private static final double LARGE = 6;

  /** Bounds are this many usual differences. */
  private static final double BOUND = 5;

  private static final double SMALL_S = 1;
  private static final double SMALL_M = 5_000;
  private static final double USUAL_MAGNITUDE = 0.3;
  private static final double RUPTURE_MPS = 2_500;
  private static final double P_MPS = 7_000;

  private Closeness() {}

  /** Empty where they cannot be the same quake; 0 for perfect agreement. */
  static OptionalDouble cost(HazardReport a, HazardReport b) {
    return cost(a, b, 1);
  }

  /**
   * @param slack the bounds are widened by this: what was one before is not torn apart by a
   *     difference that would just have kept it apart
   */
  static OptionalDouble cost(HazardReport a, HazardReport b, double slack) {
    if (!(a.observation() instanceof Observation.Quake one)
        || !(b.observation() instanceof Observation.Quake other)
        || a.place().isEmpty()
        || b.place().isEmpty()) {
      return OptionalDouble.empty();
    }
    double magnitude = StrictMath.max(one.magnitude(), other.magnitude());
    double rupture = ruptureM(magnitude);
    double seconds = seconds(a, one, b, other);
    double metres = Sphere.distanceM(a.place().get(), b.place().get());
    double step = StrictMath.abs(one.magnitude() - other.magnitude());
    double usualS = between(SMALL_S, MAX_APART.toSeconds() / BOUND, magnitude);
    double usualM = between(SMALL_M, MAX_DISTANCE_M / BOUND, magnitude);
    double maxS = usualS * BOUND + rupture / RUPTURE_MPS;
    boolean apart =
        seconds > StrictMath.min(slack * maxS, FURTHEST.toSeconds())
            || metres > slack * (usualM * BOUND + rupture)
            || magnitude <= LARGE && step > slack * BOUND * USUAL_MAGNITUDE;
    return apart
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            unlikely(seconds / (usualS + rupture / RUPTURE_MPS / BOUND))
                + unlikely(metres / (usualM + rupture / BOUND))
                + unlikely(step / USUAL_MAGNITUDE));
  }

  /** Between the origins, less what the depths explain. */
  private static double seconds(
      HazardReport a, Observation.Quake one, HazardReport b, Observation.Quake other) {
    double seconds = Duration.between(a.occurredAt(), b.occurredAt()).toMillis() / 1000.0;
    if (one.depthM().isEmpty() || other.depthM().isEmpty()) {
      return StrictMath.abs(seconds);
    }
    double explained = (other.depthM().getAsDouble() - one.depthM().getAsDouble()) / P_MPS;
    return StrictMath.min(StrictMath.abs(seconds), StrictMath.abs(seconds - explained));
  }

  private static double between(double small, double large, double magnitude) {
    double share = StrictMath.min(1, StrictMath.max(0, (magnitude - SMALL) / (LARGE - SMALL)));
    return small + share * (large - small);
  }

  private static double unlikely(double deviations) {
    return StrictMath.log(1 + deviations * deviations);
  }

  static double ruptureM(double magnitude) {
    return StrictMath.pow(10, 0.59 * magnitude - 2.44) * 1000;
  }
}
