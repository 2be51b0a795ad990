package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import nadhir.core.report.Observation.DistressKind;

/** How near two signals of distress are that can be one sinking. */
final class DistressReach {
  /**
   * Beacons of one sinking stay in sight of each other at first: what is heard of another one
   * within this is the same matter, and whoever goes there sees both. (Ours: half a nautical mile.)
   */
  static final double BEACONS_M = 926;

  /**
   * A place told by voice or found by Doppler is that sure: Cospas-Sarsat states 5 km for 95 % of
   * its fixes without satellite navigation (C/S G.003); for voice the same is assumed.
   */
  static final double TOLD_M = 5_000;

  /** A boat without engine, or a person, drifts at most so fast: two knots. */
  static final double DRIFT_MPS = 1;

  /** After so long it is another matter. */
  static final Duration TOGETHER = Duration.ofHours(1);

  /** A position as old as this gives way to any other. */
  static final Duration STALE = Duration.ofMinutes(15);

  private DistressReach() {}

  /** Whether the sender itself measured its position. */
  static boolean isSure(DistressKind kind) {
    return switch (kind) {
      case SART, MAN_OVERBOARD, EPIRB, NAV_STATUS, DSC -> true;
      case CALL, COSPAS_SARSAT -> false;
    };
  }

  /** 0 when they are too far apart in time. */
  static double metres(DistressKind a, Instant at, DistressKind b, Instant then) {
    Duration between = Duration.between(at, then).abs();
    if (between.compareTo(TOGETHER) > 0) {
      return 0;
    }
    return isSure(a) && isSure(b) ? BEACONS_M : TOLD_M + DRIFT_MPS * between.toSeconds();
  }
}
