package nadhir.geofence.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Assessment;
import nadhir.geofence.desk.RiskState.Firing;
import nadhir.geofence.impact.flood.WadiGauges;
import nadhir.geofence.rule.Comparisons;
import nadhir.geofence.rule.Rule;

/** Says why a rule does what it does, in the order in which the desk asks. */
final class Explainer {
  private final Rule rule;
  private final Scene scene;
  private final RiskMemory memory;
  private final List<Why> reasons = new ArrayList<>();

  private Explainer(Rule rule, Scene scene, RiskMemory memory) {
    this.rule = rule;
    this.scene = scene;
    this.memory = memory;
  }

  static Explanation explain(
      Rule rule, Scene scene, Zones zones, RiskMemory memory, Optional<Firing> firing) {
    var explainer = new Explainer(rule, scene, memory);
    boolean holds = !scene.holding(rule).isEmpty();
    boolean own = firing.filter(f -> f.latest().rule().equals(rule.id())).isPresent();
    if (own) {
      explainer.fired(firing.orElseThrow());
    } else if (firing.isPresent()) {
      explainer.besides(firing.get().latest(), holds);
    } else {
      explainer.quiet(holds);
    }
    return new Explanation(
        rule.id(),
        scene.hazard().id(),
        scene.now(),
        Optional.of(asked(rule)),
        firing.filter(_ -> own).map(f -> f.latest().id()),
        explainer.reasons,
        explainer.zones(zones),
        readings(scene, memory));
  }

  /** Of a firing whose rule the site no longer has. */
  static Explanation explain(Firing firing, Scene scene, RiskMemory memory) {
    return new Explanation(
        firing.latest().rule(),
        scene.hazard().id(),
        scene.now(),
        Optional.empty(),
        Optional.of(firing.latest().id()),
        List.of(hasFired(firing), new Why.RuleGone(firing.latest().rule())),
        List.of(),
        readings(scene, memory));
  }

  private static Explanation.Asked asked(Rule rule) {
    return new Explanation.Asked(
        rule.level(),
        rule.when().written(),
        rule.until().map(until -> until.condition().written()),
        rule.updates());
  }

  private static Why hasFired(Firing firing) {
    return new Why.Fired(firing.latest().id(), firing.latest().at());
  }

  private void fired(Firing firing) {
    reasons.add(hasFired(firing));
    if (scene.blind()) {
      reasons.add(new Why.CannotSee());
    }
    SortedMap<Instant, List<ZoneId>> letting = new TreeMap<>();
    memory
        .clearing(firing.latest().id())
        .forEach(
            key ->
                key.zone()
                    .ifPresent(
                        zone ->
                            letting.computeIfAbsent(since(key), _ -> new ArrayList<>()).add(zone)));
    letting.forEach(
        (since, where) -> reasons.add(held(where, since, rule.clearAfter(), Why.Outcome.CLEARS)));
  }

  /** A family has one firing for a hazard, and one of its rules at a time speaks for it. */
  private void besides(Assessment told, boolean holds) {
    reasons.add(new Why.FamilyFired(told.rule(), told.id(), told.at()));
    if (!holds) {
      reasons.add(new Why.HoldsNowhere());
    }
  }

  private void quiet(boolean holds) {
    if (scene.hazard().status() != Hazard.Status.ACTIVE) {
      reasons.add(new Why.NotActive(scene.hazard().status()));
    }
    if (!holds) {
      reasons.add(new Why.HoldsNowhere());
    }
    scene
        .wadi()
        .filter(_ -> rule.quorum() > 0 && !scene.quorum(rule))
        .map(gauges -> new Why.Quorum(gauges.over(), gauges.alive(), rule.quorum()))
        .ifPresent(reasons::add);
    memory
        .alike(new WaitKey.ToFire(rule.id(), scene.hazard().id(), ""))
        .forEach(
            key -> reasons.add(held(List.of(), since(key), rule.holdFor(), Why.Outcome.FIRES)));
    RuleId family = rule.updates().orElse(rule.id());
    memory
        .lastFired(family)
        .map(last -> last.at().plus(rule.again()))
        .filter(scene.now()::isBefore)
        .ifPresent(until -> reasons.add(new Why.Quiet(until)));
    memory
        .closed(family, scene.hazard().id())
        .ifPresent(closed -> reasons.add(new Why.Closed(closed.then().since())));
  }

  private Instant since(WaitKey key) {
    return memory.held(key).orElseThrow().since();
  }

  private Why held(List<ZoneId> where, Instant since, Duration wait, Why.Outcome outcome) {
    Instant due = since.plus(wait);
    return scene.now().isBefore(due)
        ? new Why.Holding(where, since, due, outcome)
        : new Why.LacksWord(where, since, outcome);
  }

  private List<Explanation.OfZone> zones(Zones zones) {
    List<Explanation.OfZone> told = new ArrayList<>();
    scene
        .impacts()
        .forEach(
            (id, impact) -> {
              if (zones.applies(rule, id)) {
                told.add(
                    new Explanation.OfZone(
                        id,
                        rule.when().holds(impact.facts()),
                        Comparisons.of(rule.when(), impact.facts()).stream()
                            .map(
                                one ->
                                    new Explanation.Comparison(
                                        one.text(), one.holds(), one.names()))
                            .toList()));
              }
            });
    return told;
  }

  private static List<Explanation.Reading> readings(Scene scene, RiskMemory memory) {
    return scene.wadi().map(WadiGauges::all).orElse(List.of()).stream()
        .map(
            said ->
                new Explanation.Reading(
                    said.gauge().id(),
                    value(said.state()),
                    memory.gauges().newestWord(said.state()).orElse(said.state().at()),
                    scene.wadi().orElseThrow().isAlive(said.gauge().id()),
                    said.over()))
        .toList();
  }

  private static OptionalDouble value(GaugeState state) {
    return state.stageM().isPresent() ? state.stageM() : state.rainMm30();
  }
}
