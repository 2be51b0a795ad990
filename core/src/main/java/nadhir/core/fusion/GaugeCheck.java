package nadhir.core.fusion;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadhir.core.fusion.HazardState.Reading;
import nadhir.core.report.GaugeFault;
import nadhir.core.site.Gauge;

/**
 * Whether a value can be true. Where the site states no limit, only what no flood of record does is
 * doubted: the Patapsco at Catonsville on 2018-05-27 rose by 0.13 m a minute at its fastest (USGS
 * 01589025), an eighth of what is allowed here.
 */
final class GaugeCheck {
  /** Water rises or falls no faster (ours). */
  static final double MAX_RISE_M_PER_MIN = 1;

  /** Waves at the gauge are no jump. */
  static final double WAVES_M = 0.5;

  /** The most rain measured in one minute: Barot, Guadeloupe, 1970 (WMO). */
  static final double MAX_RAIN_MM_PER_MIN = 38;

  /** Unusable values in a row after which the gauge is not believed any more. */
  static final int BAD_IN_A_ROW = 2;

  /** A gauge that shows the same for so long while others of its wadi move is stuck. */
  static final Duration STUCK_WHILE_OTHERS_MOVE = Duration.ofHours(6);

  /** A stage below is a dry bed, and a dry bed may stay as it is for years. */
  static final double DRY_M = 0.05;

  private GaugeCheck() {}

  /**
   * @param readings believed ones, oldest first
   */
  static Optional<GaugeFault> fault(Gauge gauge, List<Reading> readings, Reading reading) {
    if (isOutOfRange(gauge, reading)) {
      return Optional.of(GaugeFault.OUT_OF_RANGE);
    }
    boolean jumps =
        reading.rainMm().isPresent()
            ? rainsTooHard(gauge, reading)
            : before(readings, reading).filter(b -> !isSmooth(gauge, b, reading)).isPresent();
    return jumps ? Optional.of(GaugeFault.JUMPING) : Optional.empty();
  }

  private static boolean isOutOfRange(Gauge gauge, Reading reading) {
    boolean negativeRain = reading.rainMm().isPresent() && reading.rainMm().getAsDouble() < 0;
    return negativeRain
        || gauge.limits().range().filter(range -> !range.holds(value(reading))).isPresent();
  }

  private static boolean rainsTooHard(Gauge gauge, Reading reading) {
    double most = gauge.limits().maxRainMmPerMin().orElse(MAX_RAIN_MM_PER_MIN);
    return value(reading) > most * StrictMath.max(1, minutes(reading.over()));
  }

  /** The last one of its kind before it. */
  static Optional<Reading> before(List<Reading> readings, Reading reading) {
    return readings.reversed().stream()
        .filter(r -> isOfOneKind(r, reading) && r.at().isBefore(reading.at()))
        .findFirst();
  }

  static boolean isOfOneKind(Reading a, Reading b) {
    return a.stageM().isPresent() == b.stageM().isPresent();
  }

  /** Whether water can get from one stage to the other in this time. */
  static boolean isSmooth(Gauge gauge, Reading from, Reading to) {
    double minutes = StrictMath.max(1, minutes(Duration.between(from.at(), to.at()).abs()));
    var limit = gauge.limits().maxRiseMPerMin();
    double most =
        limit.isPresent()
            ? limit.getAsDouble() * minutes
            : StrictMath.max(WAVES_M, MAX_RISE_M_PER_MIN * minutes);
    return StrictMath.abs(value(to) - value(from)) <= most;
  }

  /** Nothing flows or falls: that may last. */
  static boolean isAtRest(Reading reading) {
    return reading.rainMm().isPresent() ? value(reading) <= 0 : value(reading) <= DRY_M;
  }

  static double value(Reading reading) {
    return reading.stageM().orElseGet(() -> reading.rainMm().orElse(0));
  }

  private static double minutes(Duration duration) {
    return duration.toMillis() / 60_000.0;
  }
}
