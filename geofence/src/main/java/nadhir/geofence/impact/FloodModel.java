package nadhir.geofence.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Gauge;

/**
 * Stage upstream, and arrival downstream by the site's own travel times ({@link Gauge.Reach}):
 * between earliest and latest after the water passed the gauge. No hydraulic model.
 */
final class FloodModel {
  private FloodModel() {}

  static ZoneImpact impact(WadiGauges wadi, ZoneId zone, Instant now, FactSheet sheet) {
    sheet
        .put(Facts.RAIN_MM_30, wadi.mostRainMm30())
        .put(Facts.GAUGES_OVER, wadi.over())
        .put(Facts.GAUGES_ALIVE, wadi.alive());
    wadi.leading(zone).ifPresent(gauge -> putStage(gauge, wadi.state(gauge), sheet));
    Optional<Window> arrival = wadi.arrival(zone);
    arrival.ifPresent(
        window ->
            sheet
                .put(Facts.LEAD_MIN, Duration.between(now, window.from()).toSeconds() / 60.0)
                .put(Facts.WINDOW_MIN, window.width().toSeconds() / 60.0));
    return new ZoneImpact(zone, arrival.map(Window::from), arrival.map(Window::to), sheet.facts());
  }

  private static void putStage(Gauge gauge, GaugeState state, FactSheet sheet) {
    Gauge.Stages stages = gauge.stages().orElseThrow();
    sheet
        .put(Facts.STAGE_M, state.stageM())
        .put(Facts.RISE_M_PER_H, orZero(state.riseMPerH()))
        .put(Facts.STAGE_ACTION, stages.actionM())
        .put(Facts.STAGE_MINOR, stages.minorM())
        .put(Facts.STAGE_MODERATE, stages.moderateM())
        .put(Facts.STAGE_MAJOR, stages.majorM());
  }

  /** With one reading only nothing is known of the rise: no rule may count on one. */
  private static OptionalDouble orZero(OptionalDouble rise) {
    return OptionalDouble.of(rise.orElse(0));
  }
}
