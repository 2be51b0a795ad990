package nadhir.geofence.impact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Gauge;

/**
 * The gauges of one wadi during one flood, taken together: who is alive, who is over, and which of
 * them has seen the water.
 */
public final class WadiGauges {
  private final List<Gauge> gauges;
  private final HazardDetail.Flood flood;
  private final Gauging gauging;

  WadiGauges(List<Gauge> all, HazardDetail.Flood flood, Gauging gauging) {
    this.gauges = all.stream().filter(gauge -> gauge.wadi().equals(flood.wadi())).toList();
    this.flood = flood;
    this.gauging = gauging;
  }

  List<Gauge> gauges() {
    return gauges;
  }

  /** Gauges that were heard and are not silent. */
  public int alive() {
    return (int) gauges.stream().filter(gauge -> gauging.isAlive(gauge.id())).count();
  }

  /** Living gauges whose last value is at or over their action threshold. */
  public int over() {
    return (int) gauges.stream().filter(g -> gauging.isAlive(g.id()) && isOver(g)).count();
  }

  /** A gauge that saw the danger has fallen silent: what it would say now is not known. */
  public boolean blind() {
    return gauges.stream().anyMatch(g -> isOver(g) && !gauging.isAlive(g.id()));
  }

  /** The rain gauges that are over, with the time when each first was. */
  public List<RainOver> rainOver() {
    return gauges.stream()
        .filter(gauge -> gauge.rainActionMm30().isPresent() && isOver(gauge))
        .flatMap(gauge -> seenAt(gauge).map(at -> new RainOver(gauge, at)).stream())
        .toList();
  }

  /** A rain gauge at or over its action threshold since {@code since}. */
  public record RainOver(Gauge gauge, Instant since) {}

  OptionalDouble mostRainMm30() {
    return flood.gauges().stream()
        .filter(state -> state.rainMm30().isPresent())
        .mapToDouble(state -> state.rainMm30().getAsDouble())
        .max();
  }

  /** The water gauge above {@code zone} with the highest stage reached, by rank, then metres. */
  Optional<Gauge> leading(ZoneId zone) {
    return gauges.stream()
        .filter(gauge -> gauge.stages().isPresent() && reach(gauge, zone).isPresent())
        .filter(gauge -> stageM(gauge).isPresent())
        .max(
            Comparator.comparingInt(this::rank)
                .thenComparingDouble(gauge -> stageM(gauge).getAsDouble())
                .thenComparing(Gauge::id));
  }

  /**
   * When the water comes to {@code zone}: told by the nearest gauge above it that has seen the
   * water, from the moment when it first stood at that gauge's action threshold.
   */
  Optional<Window> arrival(ZoneId zone) {
    return gauges.stream()
        .filter(gauge -> reach(gauge, zone).isPresent() && seenAt(gauge).isPresent())
        .min(
            Comparator.comparing((Gauge gauge) -> reach(gauge, zone).orElseThrow().latest())
                .thenComparing(Gauge::id))
        .map(gauge -> window(seenAt(gauge).orElseThrow(), reach(gauge, zone).orElseThrow()));
  }

  private static Window window(Instant seenAt, Gauge.Reach reach) {
    return new Window(seenAt.plus(reach.earliest()), seenAt.plus(reach.latest()));
  }

  GaugeState state(Gauge gauge) {
    return find(gauge).orElseThrow();
  }

  private Optional<GaugeState> find(Gauge gauge) {
    return flood.gauges().stream().filter(state -> state.gauge().equals(gauge.id())).findFirst();
  }

  private OptionalDouble stageM(Gauge gauge) {
    return find(gauge).map(GaugeState::stageM).orElse(OptionalDouble.empty());
  }

  private boolean isOver(Gauge gauge) {
    OptionalDouble value =
        gauge.stages().isPresent()
            ? stageM(gauge)
            : find(gauge).map(GaugeState::rainMm30).orElse(OptionalDouble.empty());
    return value.isPresent() && value.getAsDouble() >= actionOf(gauge);
  }

  private Optional<Instant> seenAt(Gauge gauge) {
    return gauging.reached(gauge.id(), actionOf(gauge));
  }

  private static double actionOf(Gauge gauge) {
    return gauge
        .stages()
        .map(Gauge.Stages::actionM)
        .orElseGet(() -> gauge.rainActionMm30().orElse(Double.POSITIVE_INFINITY));
  }

  /** 0 below action, 1 at action, 2 at minor, 3 at moderate, 4 at major stage. */
  private int rank(Gauge gauge) {
    double stageM = stageM(gauge).orElse(Double.NEGATIVE_INFINITY);
    Gauge.Stages stages = gauge.stages().orElseThrow();
    if (stageM >= stages.majorM()) {
      return 4;
    }
    if (stageM >= stages.moderateM()) {
      return 3;
    }
    if (stageM >= stages.minorM()) {
      return 2;
    }
    return stageM >= stages.actionM() ? 1 : 0;
  }

  private static Optional<Gauge.Reach> reach(Gauge gauge, ZoneId zone) {
    return gauge.downstream().stream().filter(reach -> reach.zone().equals(zone)).findFirst();
  }
}
