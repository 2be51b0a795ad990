package nadhir.geofence.desk;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.event.RiskEvent;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.ZoneImpact;
import nadhir.geofence.desk.RiskState.Firing;
import nadhir.geofence.rule.Rule;

/**
 * What becomes of a living firing: zones join it and are let go, each by itself, until none is
 * left. Of a firing whose own rule is gone, others of its family let nothing go: they never said
 * why it fired.
 */
final class Following {
  private final Families families;
  private final Zones zones;
  private final Draft draft;
  private final RiskMemory memory;
  private final Waits waits;
  private final Counting counting;

  Following(
      Families families,
      Zones zones,
      Draft draft,
      RiskMemory memory,
      Waits waits,
      Counting counting) {
    this.families = families;
    this.zones = zones;
    this.draft = draft;
    this.memory = memory;
    this.waits = waits;
    this.counting = counting;
  }

  void followUp(Firing firing, Scene scene, Consequences events) {
    Assessment before = firing.latest();
    List<Rule> members = families.members(firing.family());
    SortedMap<ZoneId, ZoneImpact> reached = new TreeMap<>();
    members.forEach(rule -> reached.putAll(scene.holding(rule)));
    Rule rule = inForce(members, before, scene);
    List<ZoneImpact> had =
        before.zones().stream().filter(old -> zones.find(old.zone()).isPresent()).toList();
    boolean gone = !families.isMember(before.rule(), firing.family());
    if (gone && reached.isEmpty() && !had.isEmpty()) {
      return;
    }
    nobodyWaitsElsewhere(before, had, events);
    for (ZoneImpact old : had) {
      boolean stays = gone || reached.containsKey(old.zone());
      if (!isOver(before, old.zone(), stays, rule, scene, events)) {
        reached.putIfAbsent(old.zone(), scene.impacts().find(old.zone()).orElse(old));
      }
    }
    if (reached.isEmpty()) {
      String why = had.isEmpty() ? "none of its zones is there any more" : "condition over";
      events.add(new RiskEvent.Cleared(before.id(), scene.now(), why));
      return;
    }
    Assessment after =
        draft.write(before.id(), before.revision() + 1, rule, scene, reached.values());
    if (News.between(before, after)) {
      events.add(new RiskEvent.Reassessed(after));
    }
  }

  /**
   * Whether a zone is let go: nothing speaks for keeping it, for as long as the rule says, and a
   * second reading says so.
   */
  private boolean isOver(
      Assessment before, ZoneId zone, boolean stays, Rule rule, Scene scene, Consequences events) {
    var key =
        new WaitKey.ToClear(
            before.id(), scene.hazard().id(), Optional.of(zone), counting.ofClearing(rule));
    boolean lets = !stays && !scene.blind() && scene.lets(zone, rule);
    boolean over =
        waits.hasHeld(key, lets, rule.clearAfter(), scene, events)
            && saidAgain(key, rule, zone, scene);
    if (over) {
      waits.dropAsked(key, events);
    }
    return over;
  }

  private boolean saidAgain(WaitKey key, Rule rule, ZoneId zone, Scene scene) {
    return memory
        .held(key)
        .filter(_ -> !rule.clearAfter().isZero())
        .map(held -> scene.saidAgain(rule, List.of(zone), held, memory.gauges()))
        .orElse(true);
  }

  /** In zones that are no longer the site's. */
  private void nobodyWaitsElsewhere(Assessment before, List<ZoneImpact> had, Consequences events) {
    List<ZoneId> zones = had.stream().map(ZoneImpact::zone).toList();
    memory.clearing(before.id()).stream()
        .filter(key -> key.zone().filter(zones::contains).isEmpty())
        .forEach(key -> waits.drop(key, events));
  }

  /** The last updating rule that holds; none holding, the one that spoke last. */
  private Rule inForce(List<Rule> members, Assessment before, Scene scene) {
    return members.reversed().stream()
        .filter(rule -> rule.updates().isPresent() && !scene.holding(rule).isEmpty())
        .findFirst()
        .or(() -> members.stream().filter(rule -> rule.id().equals(before.rule())).findFirst())
        .orElse(members.getFirst());
  }
}
