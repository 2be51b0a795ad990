package nadhir.geofence.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.site.Gauge;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.SiteModels;
import nadhir.core.site.Zone;
import nadhir.geofence.desk.RiskState.Firing;
import nadhir.geofence.engine.RuleEngine;
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

  private final Impacts impacts;
  private final Families families;
  private final Sight sight;
  private final RiskMemory memory = new RiskMemory();
  private final Assessing assessing;

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
    this.impacts = new Impacts(site.timeZone(), gauges, zones, models);
    this.families = new Families(rules);
    var known = new Zones(zones);
    var engine = RuleEngine.of(rules, zones);
    var counting = new Counting(rules);
    this.assessing = new Assessing(site, impacts, known, families, engine, counting, memory, view);
    this.sight = new Sight(gauges, impacts, known, rules, feeds);
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
    memory.clearing(id).forEach(key -> events.add(new WatchEvent.WakeUpDropped(NAME, key.text())));
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
   * What each rule about the hazard makes of it at this moment, and why; empty for a hazard that is
   * not open. A function of the state alone.
   */
  public Optional<List<Explanation>> explain(HazardId id, Instant at) {
    return memory.hazard(id).map(hazard -> assessing.explain(hazard, at));
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

  /**
   * What is going on is asked about anew: a new zone may lie in it already. A firing whose rule is
   * gone stays until a person closes it or its hazard ends, and nobody waits for that rule.
   */
  private List<Event> siteChanged(Entry entry) {
    var events = new Consequences(entry.seq());
    for (Hazard hazard : memory.hazards()) {
      assessing.dropUnwanted(hazard, events);
      assessing.assess(entry, hazard, events);
    }
    sight.changes(entry, memory).forEach(events::add);
    return events.all();
  }

  /** A watch changes what floods mean. */
  private List<Event> changed(Entry entry, Hazard hazard) {
    var events = new Consequences(entry.seq());
    assessing.assess(entry, hazard, events);
    if (impacts.isWatch(hazard.type())) {
      assessing.assessFloods(entry, _ -> true, events);
    }
    return events.all();
  }

  private List<Event> gaugeChanged(Entry entry, GaugeId gauge) {
    Optional<String> wadi = impacts.gauge(gauge).map(Gauge::wadi);
    var events = new Consequences(entry.seq());
    assessing.assessFloods(entry, flood -> wadi.filter(flood.wadi()::equals).isPresent(), events);
    sight.changes(entry, memory).forEach(events::add);
    return events.all();
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
    assessing.assessFloods(entry, _ -> true, events);
    return events.all();
  }

  private List<Event> woken(Entry entry, String key) {
    var waited = WaitKey.parse(key);
    var events = new Consequences(entry.seq());
    memory.hazard(waited.hazard()).ifPresent(hazard -> assessing.assess(entry, hazard, events));
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
        assessing.assess(entry, hazard, events);
      }
    }
    return events.all();
  }
}
