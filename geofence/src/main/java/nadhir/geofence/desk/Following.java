package nadhir.geofence.desk;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.event.RiskEvent;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.ZoneImpact;
import nadhir.geofence.desk.RiskState.Firing;
import nadhir.geofence.rule.Rule;

/**
 * What becomes of a living firing: zones join it and are let go, until none is left. Of a firing
 * whose own rule is gone, others of its family let nothing go: they never said why it fired.
 */
final class Following {
  private final Families families;
  private final Zones zones;
  private final Draft draft;
  private final RiskMemory memory;
  private final Waits waits;

  Following(Families families, Zones zones, Draft draft, RiskMemory memory, Waits waits) {
    this.families = families;
    this.zones = zones;
    this.draft = draft;
    this.memory = memory;
    this.waits = waits;
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
    boolean letsAll =
        !scene.blind()
            && reached.isEmpty()
            && had.stream().allMatch(old -> scene.lets(old.zone(), rule));
    var key = new WaitKey.ToClear(before.id(), scene.hazard().id());
    List<ZoneId> where = had.stream().map(ZoneImpact::zone).toList();
    boolean over =
        !gone
            && waits.hasHeld(key, letsAll, rule.clearAfter(), scene, events)
            && saidAgain(key, rule, where, scene);
    for (ZoneImpact old : had) {
      boolean stays =
          gone || scene.blind() || !rule.clearAfter().isZero() || !scene.lets(old.zone(), rule);
      if (stays && !over) {
        reached.putIfAbsent(old.zone(), scene.impacts().getOrDefault(old.zone(), old));
      }
    }
    if (reached.isEmpty()) {
      String why = had.isEmpty() ? "none of its zones is there any more" : "condition over";
      clear(before, key, why, scene, events);
      return;
    }
    Assessment after =
        draft.write(before.id(), before.revision() + 1, rule, scene, reached.values());
    if (News.between(before, after)) {
      events.add(new RiskEvent.Reassessed(after));
    }
  }

  private void clear(Assessment before, WaitKey key, String why, Scene scene, Consequences events) {
    waits.dropLater(key, scene.now(), events);
    events.add(new RiskEvent.Cleared(before.id(), scene.now(), why));
  }

  private boolean saidAgain(WaitKey key, Rule rule, List<ZoneId> where, Scene scene) {
    return memory
        .held(key)
        .filter(_ -> !rule.clearAfter().isZero())
        .map(held -> scene.saidAgain(rule, where, held, memory.gauges()))
        .orElse(true);
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
