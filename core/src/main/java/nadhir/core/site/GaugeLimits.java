package nadhir.core.site;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a gauge can truly show, where the site knows it; beyond it the gauge is not believed. Where
 * the site says nothing, the hazard desk uses limits that no flood of record passes.
 *
 * @param stuckAfter a value other than the resting one is not the same for so long
 * @param range in metres for a water gauge, in millimetres of one reading for a rain gauge
 * @param maxRiseMPerMin the water rises or falls no faster
 * @param maxRainMmPerMin it rains no harder
 */
public record GaugeLimits(
    Optional<Duration> stuckAfter,
    Optional<Range> range,
    OptionalDouble maxRiseMPerMin,
    OptionalDouble maxRainMmPerMin) {
  public static final GaugeLimits NONE =
      new GaugeLimits(
          Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  /** From the lowest to the highest value, both included. */
  public record Range(double min, double max) {
    public Range {
      if (!(min < max)) {
        throw new IllegalArgumentException("a range needs min below max");
      }
    }

    public boolean holds(double value) {
      return value >= min && value <= max;
    }
  }
}
