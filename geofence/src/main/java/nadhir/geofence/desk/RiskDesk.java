package nadhir.geofence.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import nadhir.core.command.Command;
import nadhir.core.command.RiskCommand;
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
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Gauge;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.SiteModels;
import nadhir.core.site.Zone;
import nadhir.geofence.desk.RiskState.Fired;
import nadhir.geofence.desk.RiskState.Firing;
import nadhir.geofence.desk.RiskState.Held;
import nadhir.geofence.impact.Impacts;
import nadhir.geofence.rule.Rule;

/**
 * Turns hazards into assessments: works out what a hazard does in each zone, asks the rules, and
 * keeps which of them have fired. A withdrawal by the source changes nothing here: a person decides
 * what it means. The end of a hazard clears its firings, which is no all-clear either.
 */
public final class RiskDesk implements Desk<RiskState> {
  public static final String NAME = "risk";

  /** What stands before a person's reason. */
  static final String CLOSED = "closed by a person: ";

  private final SiteInfo site;
  private final Impacts impacts;
  private final Zones zones;
  private final Families families;
  private final Draft draft;
  private final Sight sight;
  private final View view;
  private final RiskMemory memory = new RiskMemory();

  /** How a scene is looked at; samples put what they are given in the place of what is known. */
  interface View {
    Scene of(Scene scene);
  }

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
    this(site, gauges, zones, rules, feeds, models, scene -> scene);
  }

  RiskDesk(
      SiteInfo site,
      List<Gauge> gauges,
      List<Zone> zones,
      List<Rule> rules,
      List<FeedConfig> feeds,
      SiteModels models,
      View view) {
    this.view = view;
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
    return Optional.of(RiskCommand.class);
  }

  @Override
  public void fold(Entry entry) {
    memory.fold(entry, families);
  }

  @Override
  public Outcome decide(Entry input, Command command) {
    if (input.actor() instanceof Actor.Person p && !p.is(Role.OPERATOR)) {
      return Outcome.refused("not-an-operator", "Only an operator closes an assessment.");
    }
    return switch ((RiskCommand) command) {
      case RiskCommand.CloseAssessment(var id, var why) -> close(input, id, why.strip());
    };
  }

  /** Gauges die in the flood that they measure: a person can know that it is over. */
  private Outcome close(Entry input, AssessmentId id, String why) {
    Optional<Firing> firing = memory.firing(id);
    if (firing.isEmpty()) {
      return Outcome.refused("unknown-assessment", "No assessment '" + id + "' is alive.");
    }
    if (why.isEmpty()) {
      return Outcome.refused("no-reason", "Say why it is over.");
    }
    List<Event> events = new ArrayList<>();
    var key = new WaitKey.ToClear(id, firing.get().latest().hazard());
    memory.held(key).ifPresent(_ -> events.add(new WatchEvent.WakeUpDropped(NAME, key.text())));
    events.add(new RiskEvent.Cleared(id, input.at(), CLOSED + why));
    return Outcome.accepted(id.value(), events);
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

  /**
   * What each rule about the hazard makes of it at this moment, and why; nothing for a hazard that
   * is not open. A function of the state alone.
   */
  public List<Explanation> explain(HazardId id, Instant at) {
    return memory.hazard(id).stream()
        .flatMap(
            hazard -> {
              Scene scene = view.of(Scene.of(hazard, at, impacts, memory));
              return families.about(hazard.type()).stream()
                  .flatMap(family -> families.members(family).stream())
                  .filter(rule -> rule.hazard().equals(hazard.type()))
                  .map(rule -> Explainer.explain(rule, scene, zones, memory, firing(rule, id)));
            })
        .toList();
  }

  private Optional<Firing> firing(Rule rule, HazardId hazard) {
    return memory.firing(families.of(rule.id()), hazard);
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
      case Input.Reported(var report) -> spoke(entry, report);
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
      assess(entry, hazard, events);
    }
    sight.changes(entry, memory).forEach(events::add);
    return events.all();
  }

  /** A watch changes what floods mean. */
  private List<Event> changed(Entry entry, Hazard hazard) {
    var events = new Consequences(entry.seq());
    assess(entry, hazard, events);
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
        assess(entry, hazard, events);
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
    memory.hazard(waited.hazard()).ifPresent(hazard -> assess(entry, hazard, events));
    return events.all();
  }

  /**
   * A reading that changes nothing of a flood revises it not, and can still be the second word that
   * something waits for.
   */
  private List<Event> spoke(Entry entry, HazardReport report) {
    Optional<GaugeId> gauge =
        switch (report.observation()) {
          case Observation.Water(var id, _, _) -> Optional.of(id);
          case Observation.Rain(var id, _, _) -> Optional.of(id);
          case Observation.Quake _,
              Observation.ShakeMap _,
              Observation.Felt _,
              Observation.Distress _,
              Observation.Vessel _,
              Observation.Stated _,
              Observation.Nothing _ ->
              Optional.empty();
        };
    var events = new Consequences(entry.seq());
    for (Hazard hazard : memory.hazards()) {
      if (gauge.isPresent()
          && hazard.detail() instanceof HazardDetail.Flood flood
          && flood.gauges().stream().anyMatch(g -> g.gauge().equals(gauge.get()))
          && memory.lacksWord(hazard.id())) {
        assess(entry, hazard, events);
      }
    }
    return events.all();
  }

  /**
   * A hazard that is held or was withdrawn fires nothing, and what it has fired stays as it is: a
   * person decides.
   */
  private void assess(Entry entry, Hazard hazard, Consequences events) {
    if (hazard.status() != Hazard.Status.ACTIVE) {
      return;
    }
    Scene scene = view.of(Scene.of(hazard, entry.at(), impacts, memory));
    for (RuleId family : families.about(hazard.type())) {
      Optional<Firing> firing = memory.firing(family, hazard.id());
      if (firing.isPresent()) {
        followUp(firing.get(), scene, events);
      } else {
        fire(family, scene, events);
      }
    }
  }

  private void fire(RuleId family, Scene scene, Consequences events) {
    for (Rule rule : families.members(family)) {
      var holding = scene.holding(rule, zones);
      boolean holds = !holding.isEmpty() && scene.quorum(rule);
      var key = new WaitKey.ToFire(rule.id(), scene.hazard().id());
      boolean held = hasHeld(key, holds, rule.holdFor(), scene, events);
      if (held
          && saidAgain(key, rule, holding.keySet(), scene)
          && !isQuiet(family, rule, scene, holding)
          && !isClosed(family, rule, scene, holding)) {
        AssessmentId id = events.nextId();
        events.add(new RiskEvent.Assessed(draft.write(id, 1, rule, scene, holding.values())));
        return;
      }
    }
  }

  /**
   * Whether something holds, and has held for its time. Asks to be woken where it has not held so
   * long yet; begins again where it does not hold.
   */
  private boolean hasHeld(
      WaitKey key, boolean holds, Duration span, Scene scene, Consequences events) {
    if (span.isZero()) {
      return holds;
    }
    Optional<Held> held = memory.held(key);
    if (!holds) {
      held.ifPresent(_ -> events.add(new WatchEvent.WakeUpDropped(NAME, key.text())));
      return false;
    }
    if (held.isEmpty()) {
      events.add(new WatchEvent.WakeUpAsked(NAME, key.text(), scene.now().plus(span)));
      return false;
    }
    return !scene.now().isBefore(held.get().since().plus(span));
  }

  /**
   * Whether a second reading says what has held for its time. A gauge that saw the danger and then
   * died gives none: people decide what that means, so that it is proposed to them.
   */
  private boolean saidAgain(WaitKey.ToFire key, Rule rule, Collection<ZoneId> where, Scene scene) {
    return memory
        .held(key)
        .map(held -> scene.blind() || scene.saidAgain(rule, where, held, memory::newestWord))
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
        .filter(closed -> !scene.seenAgain(rule, closed.then(), memory::newestWord))
        .isPresent();
  }

  private void followUp(Firing firing, Scene scene, Consequences events) {
    Assessment before = firing.latest();
    List<Rule> members = families.members(firing.family());
    if (members.isEmpty()) {
      return;
    }
    SortedMap<ZoneId, ZoneImpact> reached = new TreeMap<>();
    members.forEach(rule -> reached.putAll(scene.holding(rule, zones)));
    Rule rule = inForce(members, before, scene);
    boolean letsAll =
        !scene.blind()
            && reached.isEmpty()
            && before.zones().stream().allMatch(old -> scene.lets(old.zone(), rule));
    var key = new WaitKey.ToClear(before.id(), scene.hazard().id());
    List<ZoneId> where = before.zones().stream().map(ZoneImpact::zone).toList();
    boolean over =
        hasHeld(key, letsAll, rule.clearAfter(), scene, events)
            && memory
                .held(key)
                .map(held -> scene.saidAgain(rule, where, held, memory::newestWord))
                .orElse(true);
    for (ZoneImpact old : before.zones()) {
      boolean stays = scene.blind() || !rule.clearAfter().isZero() || !scene.lets(old.zone(), rule);
      if (stays && !over) {
        reached.putIfAbsent(old.zone(), scene.impacts().getOrDefault(old.zone(), old));
      }
    }
    if (reached.isEmpty()) {
      events.add(new RiskEvent.Cleared(before.id(), scene.now(), "condition over"));
      return;
    }
    Assessment after =
        draft.write(before.id(), before.revision() + 1, rule, scene, reached.values());
    if (News.between(before, after)) {
      events.add(new RiskEvent.Reassessed(after));
    }
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
