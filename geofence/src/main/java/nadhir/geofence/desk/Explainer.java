package nadhir.geofence.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.geofence.desk.RiskState.Firing;
import nadhir.geofence.impact.flood.WadiGauges;
import nadhir.geofence.rule.Comparisons;
import nadhir.geofence.rule.Rule;

/** Says why a rule does what it does, in the order in which the desk asks. */
final class Explainer {
  private final Rule rule;
  private final Scene scene;
  private final RiskMemory memory;
  private final List<String> reasons = new ArrayList<>();

  private Explainer(Rule rule, Scene scene, RiskMemory memory) {
    this.rule = rule;
    this.scene = scene;
    this.memory = memory;
  }

  static Explanation explain(
      Rule rule, Scene scene, Zones zones, RiskMemory memory, Optional<Firing> firing) {
    var explainer = new Explainer(rule, scene, memory);
    boolean holds = !scene.holding(rule).isEmpty();
    firing.ifPresentOrElse(explainer::fired, () -> explainer.quiet(holds));
    return new Explanation(
        rule.id(),
        scene.hazard().id(),
        scene.now(),
        firing.map(f -> f.latest().id()),
        explainer.reasons,
        explainer.zones(zones),
        readings(scene, memory));
  }

  /** Of a firing whose rule the site no longer has. */
  static Explanation explain(Firing firing, Scene scene, RiskMemory memory) {
    String rule = firing.latest().rule().value();
    return new Explanation(
        firing.latest().rule(),
        scene.hazard().id(),
        scene.now(),
        Optional.of(firing.latest().id()),
        List.of(
            hasFired(firing),
            "the rule '"
                + rule
                + "' is no longer there for this: nothing of it is let go,"
                + " it stays until a person closes it or its hazard ends"),
        List.of(),
        readings(scene, memory));
  }

  private static String hasFired(Firing firing) {
    return "it has fired, " + firing.latest().id() + " at " + firing.latest().at();
  }

  private void fired(Firing firing) {
    reasons.add(hasFired(firing));
    if (scene.blind()) {
      reasons.add("nothing is let go: a gauge that saw the danger is silent or not believed");
    }
    memory
        .clearing(firing.latest().id())
        .forEach(
            key ->
                held(
                    key,
                    key.zone().map(zone -> zone + ": ").orElse(""),
                    rule.clearAfter(),
                    "it is let go"));
  }

  private void quiet(boolean holds) {
    if (scene.hazard().status() != Hazard.Status.ACTIVE) {
      reasons.add("the hazard is " + scene.hazard().status() + ": nothing fires for it");
    }
    if (!holds) {
      reasons.add("its condition holds in none of its zones");
    }
    scene.wadi().filter(_ -> rule.quorum() > 0 && !scene.quorum(rule)).ifPresent(this::quorum);
    memory
        .alike(new WaitKey.ToFire(rule.id(), scene.hazard().id(), ""))
        .forEach(key -> held(key, "", rule.holdFor(), "it fires"));
    memory
        .lastFired(rule.updates().orElse(rule.id()))
        .map(last -> last.at().plus(rule.again()))
        .filter(scene.now()::isBefore)
        .ifPresent(until -> reasons.add("quiet until " + until + " unless worse"));
    if (memory.closed(rule.updates().orElse(rule.id()), scene.hazard().id()).isPresent()) {
      reasons.add("a person has closed it, and no living gauge has seen the danger since");
    }
  }

  private void quorum(WadiGauges gauges) {
    reasons.add(
        "%d of %d living gauges are over their threshold, %d are wanted"
            .formatted(gauges.over(), gauges.alive(), rule.quorum()));
  }

  private void held(WaitKey key, String where, Duration span, String then) {
    Instant since = memory.held(key).orElseThrow().since();
    Instant due = since.plus(span);
    reasons.add(
        where
            + "held since "
            + since
            + (scene.now().isBefore(due)
                ? ": " + then + " at " + due
                : ", and no second reading says so yet"));
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
                            .map(one -> new Explanation.Comparison(one.text(), one.holds()))
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
