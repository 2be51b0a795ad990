package nadhir.geofence.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import nadhir.core.command.Command;
import nadhir.core.desk.Desk;
import nadhir.core.desk.Outcome;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.DrillEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.SiteEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.feed.FeedConfig;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Gauge;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.SiteModels;
import nadhir.core.site.Zone;
import nadhir.geofence.desk.RiskState.Fired;
import nadhir.geofence.desk.RiskState.Firing;
import nadhir.geofence.impact.Impacts;
import nadhir.geofence.rule.Rule;

/**
 * Turns hazards into assessments: works out what a hazard does in each zone, asks the rules, and
 * keeps which of them have fired. A withdrawal by the source changes nothing here: a person decides
 * what it means. The end of a hazard clears its firings, which is no all-clear either.
 */
public final class RiskDesk implements Desk<RiskState> {
  public static final String NAME = "risk";

  private final SiteInfo site;
  private final Impacts impacts;
  private final Zones zones;
  private final Families families;
  private final Draft draft;
  private final Sight sight;
  private final RiskMemory memory = new RiskMemory();

  /**
   * @param feeds on which rules of their hazard types rest
   */
  public RiskDesk(
      SiteInfo site,
      List<Gauge> gauges,
      List<Zone> zones,
      List<Rule> rules,
      List<FeedConfig> feeds,
      SiteModels models) {
    this.site = site;
    this.impacts = new Impacts(site.timeZone(), gauges, zones, models);
    this.zones = new Zones(zones);
    this.families = new Families(rules);
    this.draft = new Draft(this.zones);
    this.sight = new Sight(gauges, impacts, this.zones, rules, feeds);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Class<? extends Command>> commands() {
    return Optional.empty();
  }

  @Override
  public void fold(Entry entry) {
    memory.fold(entry, families);
  }

  @Override
  public Outcome decide(Entry input, Command command) {
    throw new IllegalStateException("the risk desk has no commands");
  }

  @Override
  public RiskState snapshot() {
    return memory.snapshot();
  }

  @Override
  public Class<RiskState> stateType() {
    return RiskState.class;
  }

  @Override
  public void restore(RiskState state) {
    memory.restore(state);
  }

  @Override
  public List<Event> react(Entry entry) {
    return switch (entry.event()) {
      case HazardEvent.Opened(var hazard) -> changed(entry, hazard);
      case HazardEvent.Revised(var hazard) -> changed(entry, hazard);
      case HazardEvent.Withdrawn(var hazard) -> changed(entry, hazard);
      case HazardEvent.Ended(var hazard, var at, var why) -> ended(entry, hazard, at, why);
      case HazardEvent.GaugeSilent(var gauge, _) -> gaugeChanged(entry, gauge);
      case HazardEvent.GaugeFaulty(var gauge, _, _, _) -> gaugeChanged(entry, gauge);
      case HazardEvent.GaugeBack(var gauge, _) -> gaugeChanged(entry, gauge);
      case SiteEvent.ZoneChanged _, SiteEvent.RulesChanged _ -> siteChanged(entry);
      case Input.FeedHealthChanged _ -> sight.changes(entry, memory);
      case Input.Woken(var desk, var key) when desk.equals(NAME) -> woken(entry, key);
      case HazardEvent _,
          Input _,
          WatchEvent _,
          RiskEvent _,
          AlertEvent _,
          DispatchEvent _,
          DrillEvent _,
          SiteEvent.RulesProposed _,
          SiteEvent.RulesRejected _ ->
          List.of();
    };
  }

  /** What is going on is asked about anew: a new zone may lie in it already. */
  private List<Event> siteChanged(Entry entry) {
    var events = new Consequences(entry.seq());
    for (Hazard hazard : memory.hazards()) {
      assess(entry, hazard, Optional.empty(), events);
    }
    sight.changes(entry, memory).forEach(events::add);
    return events.all();
  }

  /** A watch changes what floods mean. */
  private List<Event> changed(Entry entry, Hazard hazard) {
    var events = new Consequences(entry.seq());
    assess(entry, hazard, Optional.empty(), events);
    if (impacts.isWatch(hazard.type())) {
      assessFloods(entry, _ -> true, events);
    }
    return events.all();
  }

  private List<Event> gaugeChanged(Entry entry, GaugeId gauge) {
    Optional<String> wadi = impacts.gauge(gauge).map(Gauge::wadi);
    var events = new Consequences(entry.seq());
    assessFloods(entry, flood -> wadi.filter(flood.wadi()::equals).isPresent(), events);
    sight.changes(entry, memory).forEach(events::add);
    return events.all();
  }

  private void assessFloods(Entry entry, Predicate<HazardDetail.Flood> which, Consequences events) {
    for (Hazard hazard : memory.hazards()) {
      if (hazard.detail() instanceof HazardDetail.Flood flood && which.test(flood)) {
        assess(entry, hazard, Optional.empty(), events);
      }
    }
  }

  /** What has ended may have been a watch. */
  private List<Event> ended(Entry entry, HazardId hazard, Instant at, String why) {
    var events = new Consequences(entry.seq());
    for (Firing firing : memory.firings(hazard)) {
      events.add(new RiskEvent.Cleared(firing.latest().id(), at, "hazard over: " + why));
    }
    for (String key : memory.waiting()) {
      if (WaitKey.parse(key).hazard().equals(hazard)) {
        events.add(new WatchEvent.WakeUpDropped(NAME, key));
      }
    }
    assessFloods(entry, _ -> true, events);
    return events.all();
  }

  private List<Event> woken(Entry entry, String key) {
    var waited = WaitKey.parse(key);
    var events = new Consequences(entry.seq());
    memory
        .hazard(waited.hazard())
        .ifPresent(hazard -> assess(entry, hazard, Optional.of(waited.rule()), events));
    return events.all();
  }

  /**
   * A hazard that is held or was withdrawn fires nothing, and what it has fired stays as it is: a
   * person decides.
   *
   * @param waited the rule whose {@code for} has just run out
   */
  private void assess(Entry entry, Hazard hazard, Optional<RuleId> waited, Consequences events) {
    if (hazard.status() != Hazard.Status.ACTIVE) {
      return;
    }
    Scene scene = Scene.of(hazard, entry.at(), impacts, memory);
    for (RuleId family : families.about(hazard.type())) {
      Optional<Firing> firing = memory.firing(family, hazard.id());
      if (firing.isPresent()) {
        followUp(firing.get(), scene).ifPresent(events::add);
      } else {
        fire(family, scene, waited, events);
      }
    }
  }

  private void fire(RuleId family, Scene scene, Optional<RuleId> waited, Consequences events) {
    for (Rule rule : families.members(family)) {
      var holding = scene.holding(rule, zones);
      boolean holds = !holding.isEmpty() && scene.quorum(rule);
      if (mayFire(rule, holds, scene, waited, events) && !isQuiet(family, rule, scene, holding)) {
        AssessmentId id = events.nextId();
        events.add(new RiskEvent.Assessed(draft.write(id, 1, rule, scene, holding.values())));
        return;
      }
    }
  }

  /** Whether the condition holds and has held long enough; asks to be woken where it has not. */
  private boolean mayFire(
      Rule rule, boolean holds, Scene scene, Optional<RuleId> waited, Consequences events) {
    if (rule.holdFor().isZero()) {
      return holds;
    }
    String key = new WaitKey(rule.id(), scene.hazard().id()).text();
    if (waited.filter(rule.id()::equals).isPresent()) {
      return holds;
    }
    if (holds && !memory.isWaiting(key)) {
      events.add(new WatchEvent.WakeUpAsked(NAME, key, scene.now().plus(rule.holdFor())));
    } else if (!holds && memory.isWaiting(key)) {
      events.add(new WatchEvent.WakeUpDropped(NAME, key));
    }
    return false;
  }

  /** Fired lately with as high a level for all these zones: not again, for this or another. */
  private boolean isQuiet(
      RuleId family, Rule rule, Scene scene, SortedMap<ZoneId, ZoneImpact> holding) {
    Optional<Fired> last = memory.lastFired(family);
    return last.isPresent()
        && scene.now().isBefore(last.get().at().plus(rule.again()))
        && site.rank(rule.level()) <= site.rank(last.get().level())
        && last.get().zones().containsAll(holding.keySet());
  }

  private Optional<Event> followUp(Firing firing, Scene scene) {
    Assessment before = firing.latest();
    List<Rule> members = families.members(firing.family());
    if (members.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<ZoneId, ZoneImpact> reached = new TreeMap<>();
    members.forEach(rule -> reached.putAll(scene.holding(rule, zones)));
    Rule rule = inForce(members, before, scene);
    for (ZoneImpact old : before.zones()) {
      if (scene.blind() || !scene.lets(old.zone(), rule)) {
        reached.putIfAbsent(old.zone(), scene.impacts().getOrDefault(old.zone(), old));
      }
    }
    if (reached.isEmpty()) {
      return Optional.of(new RiskEvent.Cleared(before.id(), scene.now(), "condition over"));
    }
    Assessment after =
        draft.write(before.id(), before.revision() + 1, rule, scene, reached.values());
    return News.between(before, after)
        ? Optional.of(new RiskEvent.Reassessed(after))
        : Optional.empty();
  }

  /** The last updating rule that holds; none holding, the one that spoke last. */
  private Rule inForce(List<Rule> members, Assessment before, Scene scene) {
    return members.reversed().stream()
        .filter(rule -> rule.updates().isPresent() && !scene.holding(rule, zones).isEmpty())
        .findFirst()
        .or(() -> members.stream().filter(rule -> rule.id().equals(before.rule())).findFirst())
        .orElse(members.getFirst());
  }
}
