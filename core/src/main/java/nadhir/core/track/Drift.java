package nadhir.core.track;

/**
 * Whether a ship drifts: under way by its own word, slow, and pointing elsewhere than it goes. A
 * ship without engine lies across the wind and is carried away to the side. One that gives no
 * heading is never said to drift: that it is slow is all that is known. Fishing, towing, sailing
 * and service craft do all of this by trade.
 */
final class Drift {
  /** 0.5 kn: below it, a ship lies still and its receiver scatters. */
  static final double LEAST_MPS = 0.25;

  /** 3 kn: the wind drives no ship much faster. */
  static final double MOST_MPS = 1.5;

  static final double APART_DEG = 45;

  /** A ship at anchor swings to and fro; in ten minutes of drift it has come so far. */
  static final double CARRIED_M = 150;

  // What still counts once it was said, so wide that gusts do not end it.
  static final double STILL_LEAST_MPS = 0.15;
  static final double STILL_MOST_MPS = 2.0;
  static final double STILL_APART_DEG = 30;

  private static final int UNDER_WAY = 0;
  private static final int CONSTRAINED_BY_DRAUGHT = 4;
  private static final int NOT_DEFINED = 15;

  private Drift() {}

  static boolean starts(Fix fix, Craft craft) {
    return fits(fix, craft, LEAST_MPS, MOST_MPS, APART_DEG);
  }

  static boolean lasts(Fix fix, Craft craft) {
    return fits(fix, craft, STILL_LEAST_MPS, STILL_MOST_MPS, STILL_APART_DEG);
  }

  private static boolean fits(
      Fix fix, Craft craft, double leastMps, double mostMps, double apartDeg) {
    return fix.speedMps >= leastMps
        && fix.speedMps <= mostMps
        && fix.apartDeg() >= apartDeg
        && isUnderWay(fix.navStatus)
        && (craft.isHeavy() || craft == Craft.HIGH_SPEED);
  }

  private static boolean isUnderWay(int status) {
    return switch (status) {
      case UNDER_WAY, CONSTRAINED_BY_DRAUGHT, NOT_DEFINED, Fix.NO_STATUS -> true;
      default -> false;
    };
  }
}
