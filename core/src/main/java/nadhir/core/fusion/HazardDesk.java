package nadhir.core.fusion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.command.Command;
import nadhir.core.command.HazardCommand;
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
import nadhir.core.hazard.HazardDetail;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.site.Gauge;
import nadhir.core.site.SiteInfo;

/**
 * Reports to hazards: which reports speak of the same thing, what of it to believe, and when it is
 * over. A report is weighed when it is folded; the reaction tells what came of it. The subjects
 * have their own classes; this one hands each report to its subject.
 */
public final class HazardDesk implements Desk<HazardState> {
  public static final String NAME = "hazard";

  /** Hazards kept; ended ones make room, and with so many open no report opens another one. */
  public static final int MAX_HAZARDS = 5_000;

  /** Solutions behind one hazard; further ones are ignored. */
  public static final int MAX_SOLUTIONS = 50;

  /** {@code why} of a hazard of which nothing more was heard. */
  public static final String NOTHING_MORE_HEARD = "nothing-more-heard";

  /** {@code why} of a stated hazard whose own end has come. */
  public static final String TIME_IS_OVER = "its-time-is-over";

  /** {@code why} of a hazard that its source took back, and nobody decided about. */
  public static final String WITHDRAWN_LONG_AGO = "withdrawn-long-ago";

  /** {@code why} of a hazard that goes on as another one; that one's id follows. */
  public static final String SAME_AS = "same-as ";

  private final Hazards hazards;
  private final Solutions solutions = new Solutions();
  private final FeltReports felt = new FeltReports();
  private final ShakeMaps maps = new ShakeMaps();
  private final Quarantine quarantine;
  private final Plausibility plausibility;
  private final QuakeDetails quakes;
  private final ReportFusion reports;
  private final ReportReaction reaction;
  private final Evidence evidence;
  private final Gauges gauges;
  private final FloodFusion floods;
  private final DistressFusion distress;
  private final VesselFusion vessels;
  private final Endings endings;
  private final HazardCommands commands;
  private Optional<Verdict> latest = Optional.empty();

  /**
   * @param feeds for their limits of age and who is believed first
   */
  public HazardDesk(SiteInfo site, List<Gauge> gauges, List<FeedConfig> feeds) {
    this.hazards = new Hazards(site);
    this.quarantine = new Quarantine(feeds);
    this.plausibility = new Plausibility(site.centre());
    this.quakes = new QuakeDetails(new Preference(site.centre(), feeds), plausibility, felt, maps);
    this.reports = new ReportFusion(hazards, solutions, felt);
    this.reaction =
        new ReportReaction(hazards, solutions, quakes, new StatedDetails(site.languages()));
    this.evidence = new Evidence(hazards, solutions, felt, maps);
    this.gauges = new Gauges(gauges);
    this.floods = new FloodFusion(hazards, this.gauges);
    this.distress = new DistressFusion(hazards);
    this.vessels = new VesselFusion(hazards);
    this.endings = new Endings(hazards, floods, this.gauges);
    this.commands = new HazardCommands(hazards, new Merging(hazards, solutions, reaction));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Class<? extends Command>> commands() {
    return Optional.of(HazardCommand.class);
  }

  @Override
  public void fold(Entry entry) {
    switch (entry.event()) {
      case Input.Reported(var report) -> latest = Optional.of(weigh(entry, report));
      case Input.GaugeDoubted(_, var fault, _) -> latest = Optional.of(floods.fold(entry, fault));
      case Input.Woken(var desk, var key) when desk.equals(NAME) -> endings.came(key);
      case HazardEvent event -> fold(entry, event);
      case WatchEvent event -> endings.fold(event);
      case Input _, RiskEvent _, AlertEvent _, DispatchEvent _, DrillEvent _, SiteEvent _ -> {}
    }
  }

  private void fold(Entry entry, HazardEvent event) {
    switch (event) {
      case HazardEvent.Told(var report) -> latest = Optional.of(weigh(entry, report));
      case HazardEvent.Opened(var hazard) -> {
        hazards.put(hazard, plausibility.isConfirmed(hazard));
        solutions.belongTo(hazard);
        forget(entry.at());
      }
      case HazardEvent.Revised(var hazard) -> hazards.put(hazard, plausibility.isConfirmed(hazard));
      case HazardEvent.Withdrawn(var hazard) ->
          hazards.put(hazard, plausibility.isConfirmed(hazard));
      case HazardEvent.Ended ended -> end(ended);
      case HazardEvent.GaugeSilent silent -> gauges.fold(silent);
      case HazardEvent.GaugeFaulty faulty -> gauges.fold(faulty);
      case HazardEvent.Ignored _, HazardEvent.GaugeBack _, HazardEvent.Quarantined _ -> {}
    }
  }

  private Verdict weigh(Entry entry, HazardReport report) {
    if (report.status() == HazardReport.Status.TEST) {
      return Verdict.ignored(entry.seq(), WhyIgnored.TEST);
    }
    if (!hazards.knows(report.type())) {
      return Verdict.ignored(entry.seq(), WhyIgnored.UNKNOWN_TYPE);
    }
    return quarantine.fold(entry, report).orElseGet(() -> weighed(entry, report));
  }

  private Verdict weighed(Entry entry, HazardReport report) {
    return switch (report.observation()) {
      case Observation.Nothing _ when maps.find(report.id()).isPresent() ->
          evidence.fold(entry, report);
      case Observation.Quake _, Observation.Stated _, Observation.Nothing _ ->
          reports.fold(entry, report);
      case Observation.Water(var gauge, _, _) -> floods.fold(entry, report, gauge);
      case Observation.Rain(var gauge, _, _) -> floods.fold(entry, report, gauge);
      case Observation.Distress _ -> distress.fold(entry, report);
      case Observation.Vessel _ -> vessels.fold(entry, report);
      case Observation.Felt shaking -> evidence.fold(entry, report, shaking);
      case Observation.ShakeMap _ -> evidence.fold(entry, report);
    };
  }

  private void end(HazardEvent.Ended ended) {
    String why = ended.why();
    boolean byItself = List.of(NOTHING_MORE_HEARD, TIME_IS_OVER, WITHDRAWN_LONG_AGO).contains(why);
    hazards.end(ended.hazard(), ended.at(), byItself);
    if (why.startsWith(SAME_AS)) {
      goesOnAs(ended.hazard(), new HazardId(why.substring(SAME_AS.length())));
    }
    if (hazards.find(ended.hazard()).orElseThrow().hazard().detail()
        instanceof HazardDetail.Flood flood) {
      floods.ended(flood);
    }
    forget(ended.at());
  }

  private void goesOnAs(HazardId from, HazardId into) {
    boolean byPerson = !solutions.all(from).isEmpty();
    solutions.merge(from, into, byPerson);
    felt.move(from, into);
    distress.move(from, into);
    hazards.believeAs(from, into);
  }

  private void forget(Instant at) {
    List<HazardId> gone = hazards.forget(at);
    solutions.forget(gone, at.minus(Hazards.LONGEST_MEMORY));
    felt.forget(gone);
    distress.forget(gone);
    vessels.forget(gone);
  }

  @Override
  public List<Event> react(Entry entry) {
    return switch (entry.event()) {
      case Input.Reported(var report) -> told(entry, report);
      case Input.GaugeDoubted(_, var fault, _) -> doubted(entry, fault.gauge());
      case Input.Woken(var desk, var key) when desk.equals(NAME) -> endings.woken(entry, key);
      case HazardEvent.Told(var report) -> told(entry, report);
      case HazardEvent.Opened(var hazard) -> endings.awaitEnd(entry, hazard);
      case HazardEvent.Revised(var hazard) -> endings.awaitEnd(entry, hazard);
      case HazardEvent.Ended(var hazard, _, _) -> endings.dropEnd(hazard);
      case HazardEvent.GaugeSilent(var gauge, _) -> floods.react(entry, gauge);
      case HazardEvent.GaugeFaulty(var gauge, _, _, _) -> notBelieved(entry, gauge);
      case HazardEvent _,
          Input _,
          WatchEvent _,
          RiskEvent _,
          AlertEvent _,
          DispatchEvent _,
          DrillEvent _,
          SiteEvent _ ->
          List.of();
    };
  }

  private List<Event> told(Entry entry, HazardReport report) {
    Verdict verdict = latest.orElseThrow();
    if (verdict.quarantined().isPresent()) {
      return List.of(new HazardEvent.Quarantined(report, verdict.quarantined().get()));
    }
    return switch (report.observation()) {
      case Observation.Water(var gauge, _, _) -> gaugeTold(entry, report, gauge, verdict);
      case Observation.Rain(var gauge, _, _) -> gaugeTold(entry, report, gauge, verdict);
      case Observation.Quake _,
          Observation.Stated _,
          Observation.Nothing _,
          Observation.ShakeMap _ ->
          reaction.react(entry, report, verdict);
      case Observation.Felt _ when verdict.opens().isPresent() ->
          List.of(new HazardEvent.Opened(evidence.opened(entry, report, quakes)));
      case Observation.Felt _ -> reaction.react(entry, report, verdict);
      case Observation.Distress _, Observation.Vessel _ when verdict.ignored().isPresent() ->
          List.of(new HazardEvent.Ignored(report.id(), verdict.ignored().get()));
      case Observation.Distress _ -> distress.react(entry, report, verdict);
      case Observation.Vessel _ -> vessels.react(entry, report, verdict);
    };
  }

  private List<Event> gaugeTold(Entry entry, HazardReport report, GaugeId id, Verdict verdict) {
    List<Event> events = new ArrayList<>(floods.react(entry, report, id, verdict));
    events.addAll(endings.awaitSilence(id));
    return events;
  }

  private List<Event> doubted(Entry entry, GaugeId id) {
    List<Event> events = new ArrayList<>(floods.ofGauge(entry, id, latest.orElseThrow()));
    events.addAll(endings.awaitSilence(id));
    return events;
  }

  private List<Event> notBelieved(Entry entry, GaugeId gauge) {
    List<Event> events = new ArrayList<>(floods.react(entry, gauge));
    events.addAll(endings.awaitSilence(gauge));
    return events;
  }

  @Override
  public Outcome decide(Entry input, Command command) {
    return commands.decide(input, (HazardCommand) command);
  }

  /** Each gauge that was heard, as it stands now, by id. */
  public List<GaugeState> gauges() {
    return gauges.tracks().values().stream().map(GaugeSeries::state).toList();
  }

  @Override
  public HazardState snapshot() {
    return new HazardState(
        hazards.snapshot(),
        solutions.snapshot(),
        felt.snapshot(),
        maps.snapshot(),
        gauges.tracks(),
        floods.wadis(),
        distress.signals(),
        vessels.episodes(),
        quarantine.snapshot(),
        endings.wakeUps(),
        latest);
  }

  @Override
  public Class<HazardState> stateType() {
    return HazardState.class;
  }

  @Override
  public void restore(HazardState state) {
    hazards.restore(state.hazards());
    solutions.restore(state.solutions());
    felt.restore(state.felt());
    maps.restore(state.shakeMaps());
    gauges.restore(state.gauges());
    floods.restore(state.wadis());
    distress.restore(state.distress());
    vessels.restore(state.vessels());
    quarantine.restore(state.quarantined());
    endings.restore(state.wakeUps());
    latest = state.latest();
  }
}
