package nadhir.geofence.desk;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import nadhir.core.event.RiskEvent;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.SiteInfo;
import nadhir.geofence.desk.RiskState.Fired;
import nadhir.geofence.rule.Rule;

/** Whether a family of rules fires for a hazard for which it has no living firing. */
final class Opening {
  private final SiteInfo site;
  private final Families families;
  private final Draft draft;
  private final RiskMemory memory;
  private final Waits waits;
  private final Counting counting;

  Opening(
      SiteInfo site,
      Families families,
      Draft draft,
      RiskMemory memory,
      Waits waits,
      Counting counting) {
    this.site = site;
    this.families = families;
    this.draft = draft;
    this.memory = memory;
    this.waits = waits;
    this.counting = counting;
  }

  void fire(RuleId family, Scene scene, Consequences events) {
    for (Rule rule : families.members(family)) {
      var holding = scene.holding(rule);
      boolean holds = !holding.isEmpty() && scene.quorum(rule);
      var key = new WaitKey.ToFire(rule.id(), scene.hazard().id(), counting.ofFiring(rule));
      boolean held = waits.hasHeld(key, holds, rule.holdFor(), scene, events);
      if (held
          && saidAgain(key, rule, holding.keySet(), scene)
          && !isQuiet(family, rule, scene, holding)
          && !isClosed(family, rule, scene, holding)) {
        AssessmentId id = events.nextId();
        waits.dropAsked(key, events);
        events.add(new RiskEvent.Assessed(draft.write(id, 1, rule, scene, holding.values())));
        return;
      }
    }
  }

  /**
   * Whether a second reading says what has held for its time. A gauge that saw the danger and then
   * died gives none: people decide what that means, so that it is proposed to them.
   */
  private boolean saidAgain(WaitKey.ToFire key, Rule rule, Collection<ZoneId> where, Scene scene) {
    return memory
        .held(key)
        .filter(_ -> !rule.holdFor().isZero())
        .map(held -> scene.blind() || scene.saidAgain(rule, where, held, memory.gauges()))
        .orElse(true);
  }

  /** Fired lately with as high a level for all these zones: not again, for this or another. */
  private boolean isQuiet(
      RuleId family, Rule rule, Scene scene, SortedMap<ZoneId, ZoneImpact> holding) {
    Optional<Fired> last = memory.lastFired(family);
    return last.isPresent()
        && scene.now().isBefore(last.get().at().plus(rule.again()))
        && !isWorse(rule, holding, last.get());
  }

  private boolean isWorse(Rule rule, SortedMap<ZoneId, ZoneImpact> holding, Fired than) {
    return site.rank(rule.level()) > site.rank(than.level())
        || !than.zones().containsAll(holding.keySet());
  }

  /** A person has closed it on this hazard, and nothing new speaks against that. */
  private boolean isClosed(
      RuleId family, Rule rule, Scene scene, SortedMap<ZoneId, ZoneImpact> holding) {
    return memory
        .closed(family, scene.hazard().id())
        .filter(closed -> !isWorse(rule, holding, closed.reach()))
        .filter(closed -> !scene.seenAgain(rule, closed.then(), memory.gauges()))
        .isPresent();
  }
}
