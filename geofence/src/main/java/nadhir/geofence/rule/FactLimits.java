package nadhir.geofence.rule;

import java.util.List;
import nadhir.geofence.impact.Facts;

/**
 * What a fact can be at all, by its definition or by nature.
 *
 * @param lowest minus infinity where nothing is known
 * @param whole only whole numbers
 */
record FactLimits(double lowest, double highest, boolean whole) {
  private static final double FREE = Double.POSITIVE_INFINITY;

  /**
   * The strongest earthquake that was measured had 9.5 (USGS, Chile 1960); smallest ones below 0.
   */
  private static final FactLimits MAGNITUDES = new FactLimits(-3, 10, false);

  /** Half of the Earth's circumference. */
  private static final double FARTHEST_KM = 20_040;

  /** No earthquake was ever located deeper than some 700 km (USGS). */
  private static final double DEEPEST_KM = 800;

  /** Facts that never fall from one to the next. */
  static final List<List<Facts>> RISING =
      List.of(
          List.of(Facts.STAGE_ACTION, Facts.STAGE_MINOR, Facts.STAGE_MODERATE, Facts.STAGE_MAJOR),
          List.of(
              Facts.RAIN_MM_15,
              Facts.RAIN_MM_30,
              Facts.RAIN_MM_60,
              Facts.RAIN_MM_180,
              Facts.RAIN_MM_360),
          List.of(Facts.MMI_LOW, Facts.MMI, Facts.MMI_HIGH),
          List.of(Facts.P_ARRIVAL_S, Facts.S_ARRIVAL_S),
          List.of(Facts.WAVE_FROM_MIN, Facts.WAVE_TO_MIN),
          List.of(Facts.GAUGES_OVER, Facts.GAUGES_ALIVE));

  static FactLimits of(Facts fact) {
    return switch (fact) {
      case HOUR_LOCAL -> new FactLimits(0, 23, true);
      case CERTAINTY_RANK, SEVERITY_RANK, PEAK_CLASS -> new FactLimits(0, 4, true);
      case WATCH, INSIDE, MMI_SOURCE -> new FactLimits(0, 1, true);
      case MAGNITUDE -> MAGNITUDES;
      case MMI, MMI_LOW, MMI_HIGH, FELT_MMI -> new FactLimits(-FREE, 12, false);
      case DISTANCE_KM -> new FactLimits(0, FARTHEST_KM, false);
      case DEPTH_KM -> new FactLimits(-10, DEEPEST_KM, false);
      case GAUGES_OVER, GAUGES_ALIVE, MESSAGES, PEOPLE -> new FactLimits(0, FREE, true);
      case PGA_MPS2,
          P_ARRIVAL_S,
          S_ARRIVAL_S,
          WAVE_FROM_MIN,
          WAVE_TO_MIN,
          RAIN_MM_15,
          RAIN_MM_30,
          RAIN_MM_60,
          RAIN_MM_180,
          RAIN_MM_360,
          WETNESS_MM,
          RUNOFF_MM,
          RUNOFF_M3PS,
          WINDOW_MIN,
          ISOLATION_KM,
          PROTECTIVE_KM,
          SPEED_MPS,
          SEARCH_RADIUS_KM,
          SEARCH_KM ->
          new FactLimits(0, FREE, false);
      case AGE_MIN,
          STAGE_M,
          RISE_M_PER_H,
          STAGE_ACTION,
          STAGE_MINOR,
          STAGE_MODERATE,
          STAGE_MAJOR,
          PEAK_STAGE_M,
          LEAD_MIN ->
          new FactLimits(-FREE, FREE, false);
    };
  }

  /** {@code magnitude is -3 to 10}; empty where all is possible. */
  static String told(Facts fact) {
    FactLimits limits = of(fact);
    if (Double.isInfinite(limits.lowest)) {
      return Double.isInfinite(limits.highest)
          ? ""
          : fact.key() + " is at most " + Linear.shown(limits.highest);
    }
    return Double.isInfinite(limits.highest)
        ? fact.key() + " is at least " + Linear.shown(limits.lowest)
        : fact.key() + " is " + Linear.shown(limits.lowest) + " to " + Linear.shown(limits.highest);
  }
}
