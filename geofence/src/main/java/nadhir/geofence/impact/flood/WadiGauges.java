package nadhir.geofence.impact.flood;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.GaugeId;
import nadhir.core.id.ZoneId;
import nadhir.core.report.GaugeFault;
import nadhir.core.site.Gauge;
import nadhir.core.site.Gully;
import nadhir.core.site.SiteModels;

/**
 * The gauges of one wadi during one flood, taken together: who is alive, who is over, and which of
 * them has seen the water.
 */
public final class WadiGauges {
  private final List<Gauge> gauges;
  private final HazardDetail.Flood flood;
  private final Gauging gauging;
  private final Optional<Gully> gully;
  private final Downstream downstream;
  private final Sightings seen = new Seen();

  public WadiGauges(List<Gauge> all, SiteModels models, HazardDetail.Flood flood, Gauging gauging) {
    this.gauges = all.stream().filter(gauge -> gauge.wadi().equals(flood.wadi())).toList();
    this.flood = flood;
    this.gauging = gauging;
    this.gully =
        models.gullies().stream().filter(known -> known.id().equals(flood.wadi())).findFirst();
    this.downstream = downstream(models);
  }

  /** By the gully, else by the network, else by the gauges' own travel times. */
  private Downstream downstream(SiteModels models) {
    if (gully.isPresent()) {
      var rain = gauges.stream().filter(gauge -> gauge.rainActionMm30().isPresent());
      return new GullyBelow(gully.get(), rain.map(Gauge::id).toList());
    }
    return models.wadis().stream()
        .filter(wadi -> wadi.id().equals(flood.wadi()))
        .findFirst()
        .<Downstream>map(wadi -> new WadiNetwork(wadi, node -> find(new GaugeId(node)).isPresent()))
        .orElseGet(() -> new TravelTable(gauges));
  }

  /** What each gauge saw from its action threshold on. */
  private final class Seen implements Sightings {
    @Override
    public List<GaugeTrack.High> highs(GaugeId id) {
      return find(id).map(gauge -> gauging.highs(id, actionOf(gauge))).orElse(List.of());
    }

    @Override
    public boolean isWater(GaugeId id) {
      return find(id).flatMap(Gauge::stages).isPresent();
    }
  }

  private Optional<Gauge> find(GaugeId id) {
    return gauges.stream().filter(gauge -> gauge.id().equals(id)).findFirst();
  }

  /** The zones that the wadi's water can come to, sorted. */
  public List<ZoneId> zones() {
    return downstream.zones();
  }

  /** Gauges that were heard, are not silent and are believed. */
  public int alive() {
    return (int) gauges.stream().filter(gauge -> gauging.isAlive(gauge.id())).count();
  }

  /** Living gauges whose last value is at or over their action threshold. */
  public int over() {
    return (int) gauges.stream().filter(g -> gauging.isAlive(g.id()) && isOver(g)).count();
  }

  /** What each gauge that is alive says, in the order of the site. */
  public List<Said> living() {
    return gauges.stream()
        .filter(gauge -> gauging.isAlive(gauge.id()))
        .flatMap(gauge -> said(gauge).map(state -> new Said(gauge, state, isOver(gauge))).stream())
        .toList();
  }

  /** What every gauge that has ever spoken in this flood says, in the order of the site. */
  public List<Said> all() {
    return gauges.stream()
        .flatMap(gauge -> said(gauge).map(state -> new Said(gauge, state, isOver(gauge))).stream())
        .toList();
  }

  /** Whether it was heard, is not silent and is believed. */
  public boolean isAlive(GaugeId gauge) {
    return gauging.isAlive(gauge);
  }

  /**
   * A gauge and its last word.
   *
   * @param over at or over its action threshold
   */
  public record Said(Gauge gauge, GaugeState state, boolean over) {}

  /** A gauge that saw the danger is silent or not believed: what it sees now is not known. */
  public boolean blind() {
    return gauges.stream().anyMatch(g -> isOver(g) && !gauging.isAlive(g.id()));
  }

  /** A gauge that saw the danger says nothing more. */
  public boolean silenced() {
    return gauges.stream().anyMatch(g -> isOver(g) && gauging.isSilent(g.id()));
  }

  /** Why gauges of this wadi are not believed, each reason once, in the order of their kinds. */
  public List<GaugeFault> faults() {
    return gauges.stream()
        .flatMap(gauge -> gauging.fault(gauge.id()).stream())
        .distinct()
        .sorted()
        .toList();
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

  /** The most that any gauge of the wadi says of this; empty when none does. */
  public OptionalDouble most(Function<GaugeState, OptionalDouble> value) {
    return flood.gauges().stream().map(value).flatMapToDouble(OptionalDouble::stream).max();
  }

  /** The water gauge above {@code zone} with the highest stage reached, by rank, then metres. */
  public Optional<Gauge> leading(ZoneId zone) {
    return gauges.stream()
        .filter(gauge -> gauge.stages().isPresent() && downstream.above(gauge.id(), zone))
        .filter(gauge -> stageM(gauge).isPresent())
        .max(
            Comparator.comparingInt(this::rank)
                .thenComparingDouble(gauge -> stageM(gauge).getAsDouble())
                .thenComparing(Gauge::id));
  }

  /** When the water that the gauges have seen comes to {@code zone}. */
  public Optional<Arrival> arrival(ZoneId zone) {
    return downstream.arrival(zone, seen);
  }

  /** The highest stage that the water seen so far makes in the zone, in the network's terms. */
  public OptionalDouble peakM(ZoneId zone) {
    return downstream.peakM(zone, seen);
  }

  /** What the gully's rain makes; empty for other wadis. */
  public Optional<GullyRunoff> runoff() {
    return gully.flatMap(known -> GullyRunoff.of(known, flood.gauges()));
  }

  /**
   * 4 major, 3 moderate, 2 minor, 1 action, 0 below: of the stage in the zone by the thresholds of
   * the nearest gauge above it, or of a gully's runoff; empty when neither is known.
   */
  public OptionalInt peakClass(ZoneId zone) {
    OptionalDouble peakM = peakM(zone);
    if (peakM.isPresent()) {
      return downstream.reference(zone).flatMap(this::find).flatMap(Gauge::stages).stream()
          .mapToInt(stages -> FloodClass.of(peakM.getAsDouble(), stages))
          .findFirst();
    }
    return runoff().stream().mapToInt(GullyRunoff::peakClass).findFirst();
  }

  public GaugeState state(Gauge gauge) {
    return said(gauge).orElseThrow();
  }

  private Optional<GaugeState> said(Gauge gauge) {
    return flood.gauges().stream().filter(state -> state.gauge().equals(gauge.id())).findFirst();
  }

  private OptionalDouble stageM(Gauge gauge) {
    return said(gauge).map(GaugeState::stageM).orElse(OptionalDouble.empty());
  }

  private boolean isOver(Gauge gauge) {
    OptionalDouble value =
        gauge.stages().isPresent()
            ? stageM(gauge)
            : said(gauge).map(GaugeState::rainMm30).orElse(OptionalDouble.empty());
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

  /** The class of its present stage; 0 without one. */
  private int rank(Gauge gauge) {
    OptionalDouble stageM = stageM(gauge);
    return stageM.isEmpty() ? 0 : FloodClass.of(stageM.getAsDouble(), gauge.stages().orElseThrow());
  }
}
