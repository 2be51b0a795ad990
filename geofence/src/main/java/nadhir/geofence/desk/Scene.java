package nadhir.geofence.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.ZoneId;
import nadhir.core.report.GaugeFault;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Gauge;
import nadhir.geofence.desk.RiskState.Held;
import nadhir.geofence.engine.RuleEngine;
import nadhir.geofence.engine.Verdicts;
import nadhir.geofence.impact.Around;
import nadhir.geofence.impact.Impacts;
import nadhir.geofence.impact.ZoneImpacts;
import nadhir.geofence.impact.flood.WadiGauges;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleSensors;

/**
 * One hazard at one moment, with its impacts: what rules are asked about.
 *
 * @param site the models, for what the rules cannot ask
 * @param engine all rules
 * @param impacts worked out of the zones that somebody asks about
 * @param verdicts where each rule about the hazard holds
 * @param wadi the gauges, for a flood
 * @param shakings earthquakes that may have shaken a gauge
 */
record Scene(
    Hazard hazard,
    Instant now,
    Impacts site,
    RuleEngine engine,
    ZoneImpacts impacts,
    Verdicts verdicts,
    Optional<WadiGauges> wadi,
    List<Hazard> shakings) {
  /** A rain gauge that jumps so soon after such shaking is doubted. */
  static final Duration SHAKEN_FOR = Duration.ofMinutes(10);

  static final double SHAKEN_MMI = 4;

  static Scene of(
      Hazard hazard, Instant now, Impacts impacts, RuleEngine engine, RiskMemory memory) {
    var gauging = memory.gauges().gauging(hazard.id());
    var watches = memory.hazards().stream().filter(h -> impacts.isWatch(h.type())).toList();
    ZoneImpacts inZones = impacts.in(hazard, new Around(gauging, watches), now);
    return new Scene(
        hazard,
        now,
        impacts,
        engine,
        inZones,
        Verdicts.of(engine, hazard.type(), inZones),
        hazard.detail() instanceof HazardDetail.Flood flood
            ? Optional.of(impacts.wadi(flood, gauging))
            : Optional.empty(),
        memory.hazards().stream().filter(h -> h.detail() instanceof HazardDetail.Quake).toList());
  }

  /** The same with other impacts. */
  Scene with(SortedMap<ZoneId, ZoneImpact> others) {
    ZoneImpacts given = ZoneImpacts.given(others);
    var verdicts = Verdicts.of(engine, hazard.type(), given);
    return new Scene(hazard, now, site, engine, given, verdicts, wadi, shakings);
  }

  /** The zones where the rule applies and its condition holds. */
  SortedMap<ZoneId, ZoneImpact> holding(Rule rule) {
    return verdicts.holding(rule.id());
  }

  /** Whether a fired zone can be let go: nothing of what is known speaks for keeping it. */
  boolean lets(ZoneId zone, Rule rule) {
    return impacts.find(zone).map(impact -> lets(impact, rule)).orElse(true);
  }

  private static boolean lets(ZoneImpact impact, Rule rule) {
    return rule.until()
        .map(until -> until.condition().holds(impact.facts()))
        .orElseGet(() -> !rule.when().holds(impact.facts()));
  }

  /** A gauge that saw the danger is silent or not believed: nothing is let go. */
  boolean blind() {
    return wadi.map(WadiGauges::blind).orElse(false);
  }

  /** A gauge that saw the danger says nothing more. */
  boolean silenced() {
    return wadi.map(WadiGauges::silenced).orElse(false);
  }

  /** Why gauges of the wadi are not believed, beside silence. */
  List<GaugeFault> faults() {
    return wadi.map(WadiGauges::faults).orElse(List.of());
  }

  /** One gauge is all that is left to believe. */
  boolean singleSensor() {
    return wadi.map(gauges -> gauges.alive() == 1).orElse(false);
  }

  /**
   * A second reading says the same: a gauge that what is known of {@code where} comes from is alive
   * and has spoken since then. A dry gauge does not speak for a wet one that repeats itself. What
   * rests on no gauge needs no second word.
   */
  boolean saidAgain(Rule rule, Collection<ZoneId> where, Held since, GaugeMemory gauges) {
    return wadi.isEmpty()
        || sources(rule, where).stream()
            .filter(said -> wadi.get().isAlive(said.gauge().id()))
            .anyMatch(said -> isNew(said, since, gauges));
  }

  /** Of a rule on stages the leading gauges, of any other those with the most rain. */
  private List<WadiGauges.Said> sources(Rule rule, Collection<ZoneId> where) {
    WadiGauges gauges = wadi.orElseThrow();
    List<WadiGauges.Said> counted =
        gauges.all().stream().filter(said -> RuleSensors.counts(rule, said.gauge())).toList();
    List<Gauge> leading =
        where.stream().flatMap(zone -> gauges.leading(zone).stream()).distinct().toList();
    List<WadiGauges.Said> water =
        counted.stream().filter(said -> leading.contains(said.gauge())).toList();
    double most =
        counted.stream().mapToDouble(said -> said.state().rainMm30().orElse(0)).max().orElse(0);
    return water.isEmpty()
        ? counted.stream().filter(said -> said.state().rainMm30().orElse(-1) >= most).toList()
        : water;
  }

  /** A living gauge that the rule rests on has been over its threshold since then. */
  boolean seenAgain(Rule rule, Held since, GaugeMemory gauges) {
    return counted(rule).filter(WadiGauges.Said::over).anyMatch(said -> isNew(said, since, gauges));
  }

  private Stream<WadiGauges.Said> counted(Rule rule) {
    return wadi.stream()
        .flatMap(gauges -> gauges.living().stream())
        .filter(said -> RuleSensors.counts(rule, said.gauge()));
  }

  private static boolean isNew(WadiGauges.Said said, Held since, GaugeMemory gauges) {
    Instant then = since.readings().get(said.gauge().id().value());
    return then == null || gauges.newestWord(said.state()).filter(then::isBefore).isPresent();
  }

  /** As many gauges as the rule wants are over; of fewer living ones, all. */
  boolean quorum(Rule rule) {
    if (rule.quorum() == 0 || wadi.isEmpty()) {
      return true;
    }
    int alive = wadi.get().alive();
    return alive > 0 && wadi.get().over() >= Math.min(rule.quorum(), alive);
  }

  /** Not so many gauges are over as the rule wants: it speaks for those that are left. */
  boolean fewerThanQuorum(Rule rule) {
    return wadi.map(gauges -> gauges.over() < rule.quorum()).orElse(false);
  }

  /** A rain gauge went over its threshold while, or just after, the ground shook under it. */
  boolean jumpedDuringShaking() {
    return wadi.map(WadiGauges::rainOver).orElse(List.of()).stream()
        .anyMatch(rain -> shakings.stream().anyMatch(quake -> shook(quake, rain)));
  }

  private boolean shook(Hazard quake, WadiGauges.RainOver rain) {
    Instant from = quake.occurredAt();
    return !rain.since().isBefore(from)
        && !rain.since().isAfter(from.plus(SHAKEN_FOR))
        && site.mmiAt(quake, rain.gauge().place()).orElse(0) >= SHAKEN_MMI;
  }
}
