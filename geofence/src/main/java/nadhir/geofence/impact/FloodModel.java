package nadhir.geofence.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Gauge;
import nadhir.geofence.impact.flood.Arrival;
import nadhir.geofence.impact.flood.WadiGauges;

/**
 * Stage upstream, arrival and height downstream ({@link WadiGauges}), and what the rain adds up to.
 */
final class FloodModel {
  private FloodModel() {}

  /** What is the same in every zone. */
  static void putSame(WadiGauges wadi, FactSheet sheet) {
    putRain(wadi, sheet);
    sheet.put(Facts.GAUGES_OVER, wadi.over()).put(Facts.GAUGES_ALIVE, wadi.alive());
  }

  /**
   * @param sheet with what is the same in every zone
   */
  static ZoneImpact impact(WadiGauges wadi, ZoneId zone, Instant now, FactSheet sheet) {
    sheet.put(Facts.PEAK_STAGE_M, wadi.peakM(zone));
    wadi.peakClass(zone).ifPresent(rank -> sheet.put(Facts.PEAK_CLASS, rank));
    wadi.leading(zone).ifPresent(gauge -> putStage(gauge, wadi.state(gauge), sheet));
    Optional<Arrival> arrival = wadi.arrival(zone);
    arrival.ifPresent(
        window ->
            sheet
                .put(Facts.LEAD_MIN, minutes(now, window.from()))
                .put(Facts.WINDOW_MIN, minutes(window.from(), window.to())));
    return new ZoneImpact(
        zone, arrival.map(Arrival::from), arrival.map(Arrival::to), sheet.facts());
  }

  private static double minutes(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / 60.0;
  }

  private static void putRain(WadiGauges wadi, FactSheet sheet) {
    sheet
        .put(Facts.RAIN_MM_15, wadi.most(GaugeState::rainMm15))
        .put(Facts.RAIN_MM_30, wadi.most(GaugeState::rainMm30))
        .put(Facts.RAIN_MM_60, wadi.most(GaugeState::rainMm60))
        .put(Facts.RAIN_MM_180, wadi.most(GaugeState::rainMm180))
        .put(Facts.RAIN_MM_360, wadi.most(GaugeState::rainMm360))
        .put(Facts.WETNESS_MM, wadi.most(GaugeState::wetnessMm));
    wadi.runoff()
        .ifPresent(
            runoff ->
                sheet
                    .put(Facts.RUNOFF_MM, runoff.runoffMm())
                    .put(Facts.RUNOFF_M3PS, runoff.peakM3ps()));
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
