package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
import nadhir.core.event.WatchEvent;
import nadhir.core.feed.FeedConfig;
import nadhir.core.fusion.HazardState.Verdict;
import nadhir.core.hazard.Hazard;
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
 * over. A report is weighed when it is folded; the reaction tells what came of it.
 */
public final class HazardDesk implements Desk<HazardState> {
  public static final String NAME = "hazard";

  /** A report dated further ahead of lane time than this is ignored. */
  public static final Duration MAX_AHEAD = Duration.ofMinutes(5);

  /** Hazards kept, ended ones included; at the limit no report opens another one. */
  public static final int MAX_HAZARDS = 5_000;

  /** Solutions behind one hazard; further ones are ignored. */
  public static final int MAX_SOLUTIONS = 50;

  /** {@code why} of a hazard of which nothing more was heard. */
  public static final String NOTHING_MORE_HEARD = "nothing-more-heard";

  /** {@code why} of a stated hazard whose own end has come. */
  public static final String TIME_IS_OVER = "its-time-is-over";

  private static final String END = "end/";
  private static final String GAUGE = "gauge/";

  private final Hazards hazards;
  private final Solutions solutions = new Solutions();
  private final ReportFusion reports;
  private final FloodFusion floods;
  private final DistressFusion distress;
  private final HazardCommands commands;
  private final SortedMap<String, Instant> wakeUps = new TreeMap<>();
  private Optional<Verdict> latest = Optional.empty();

  /**
   * @param feeds for their limits of age and who is believed first
   */
  public HazardDesk(SiteInfo site, List<Gauge> gauges, List<FeedConfig> feeds) {
    this.hazards = new Hazards(site);
    this.reports = new ReportFusion(hazards, solutions);
    this.floods = new FloodFusion(hazards, gauges);
    this.distress = new DistressFusion(hazards);
    this.commands = new HazardCommands(hazards);
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
      case HazardEvent.Told(var report) -> latest = Optional.of(weigh(entry, report));
      case HazardEvent.Opened(var hazard) -> {
        hazards.put(hazard);
        solutions.belongTo(hazard);
        forget(entry.at());
      }
      case HazardEvent.Revised(var hazard) -> hazards.put(hazard);
      case HazardEvent.Withdrawn(var hazard) -> hazards.put(hazard);
      case HazardEvent.Ended ended -> end(ended);
      case HazardEvent.GaugeSilent silent -> floods.fold(silent);
      case HazardEvent.Ignored _,
          HazardEvent.GaugeBack _,
          HazardEvent.GaugeFaulty _,
          HazardEvent.Quarantined _ -> {}
      case Input.Woken(var desk, var key) when desk.equals(NAME) -> wakeUps.remove(key);
      case WatchEvent.WakeUpAsked(var desk, var key, var due) when desk.equals(NAME) ->
          wakeUps.put(key, due);
      case WatchEvent.WakeUpDropped(var desk, var key) when desk.equals(NAME) ->
          wakeUps.remove(key);
      case Input _, WatchEvent _, RiskEvent _, AlertEvent _, DispatchEvent _, DrillEvent _ -> {}
    }
  }

  private Verdict weigh(Entry entry, HazardReport report) {
    Instant latestAllowed = entry.at().plus(MAX_AHEAD);
    if (report.status() == HazardReport.Status.TEST) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.TEST);
    }
    if (!hazards.knows(report.type())) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.UNKNOWN_TYPE);
    }
    if (report.occurredAt().isAfter(latestAllowed) || report.updatedAt().isAfter(latestAllowed)) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.IN_THE_FUTURE);
    }
    return switch (report.observation()) {
      case Observation.Quake _, Observation.Stated _, Observation.Nothing _ ->
          reports.fold(entry, report);
      case Observation.Water(var gauge, _, _) -> floods.fold(entry, report, gauge);
      case Observation.Rain(var gauge, _, _) -> floods.fold(entry, report, gauge);
      case Observation.Distress signal -> distress.fold(entry, report, signal.mmsi());
      case Observation.ShakeMap _, Observation.Felt _, Observation.Vessel _ ->
          Verdicts.ignored(entry.seq(), WhyIgnored.EMPTY);
    };
  }

  private void end(HazardEvent.Ended ended) {
    boolean byItself = ended.why().equals(NOTHING_MORE_HEARD) || ended.why().equals(TIME_IS_OVER);
    hazards.end(ended.hazard(), ended.at(), byItself);
    if (hazards.find(ended.hazard()).orElseThrow().hazard().detail()
        instanceof HazardDetail.Flood flood) {
      floods.ended(flood);
    }
    forget(ended.at());
  }

  private void forget(Instant at) {
    var gone = hazards.forget(at);
    solutions.forget(gone, at.minus(Hazards.LONGEST_MEMORY));
    if (!gone.isEmpty()) {
      distress.forget();
    }
  }

  @Override
  public List<Event> react(Entry entry) {
    return switch (entry.event()) {
      case Input.Reported(var report) -> told(entry, report);
      case HazardEvent.Told(var report) -> told(entry, report);
      case Input.Woken(var desk, var key) when desk.equals(NAME) -> woken(entry, key);
      case HazardEvent.Opened(var hazard) -> awaitEnd(entry, hazard);
      case HazardEvent.Revised(var hazard) -> awaitEnd(entry, hazard);
      case HazardEvent.Ended(var hazard, _, _) -> dropWakeUp(END + hazard);
      case HazardEvent.GaugeSilent silent -> floods.react(entry, silent);
      case HazardEvent _,
          Input _,
          WatchEvent _,
          RiskEvent _,
          AlertEvent _,
          DispatchEvent _,
          DrillEvent _ ->
          List.of();
    };
  }

  private List<Event> told(Entry entry, HazardReport report) {
    Verdict verdict = latest.orElseThrow();
    if (verdict.ignored().isPresent()) {
      return List.of(new HazardEvent.Ignored(report.id(), verdict.ignored().get()));
    }
    return switch (report.observation()) {
      case Observation.Quake _, Observation.Stated _, Observation.Nothing _ ->
          reports.react(entry, report, verdict);
      case Observation.Water(var gauge, _, _) -> gaugeTold(entry, report, gauge, verdict);
      case Observation.Rain(var gauge, _, _) -> gaugeTold(entry, report, gauge, verdict);
      case Observation.Distress signal -> distress.react(entry, report, signal, verdict);
      case Observation.ShakeMap _, Observation.Felt _, Observation.Vessel _ -> List.of();
    };
  }

  private List<Event> gaugeTold(Entry entry, HazardReport report, GaugeId id, Verdict verdict) {
    List<Event> events = new ArrayList<>(floods.react(entry, report, id, verdict));
    floods
        .silentFrom(id)
        .filter(_ -> !wakeUps.containsKey(GAUGE + id))
        .ifPresent(due -> events.add(new WatchEvent.WakeUpAsked(NAME, GAUGE + id, due)));
    return events;
  }

  // Wake-ups: asked for once, and again only when they come too early

  private List<Event> woken(Entry entry, String key) {
    if (key.startsWith(GAUGE)) {
      var id = new GaugeId(key.substring(GAUGE.length()));
      return floods
          .silentFrom(id)
          .<Event>map(
              due ->
                  due.isAfter(entry.at())
                      ? new WatchEvent.WakeUpAsked(NAME, key, due)
                      : floods.silence(id))
          .stream()
          .toList();
    }
    return hazards
        .find(new HazardId(key.substring(END.length())))
        .filter(k -> k.hazard().status() == Hazard.Status.ACTIVE)
        .map(k -> endOrWait(entry, key, k.hazard()))
        .stream()
        .toList();
  }

  private Event endOrWait(Entry entry, String key, Hazard hazard) {
    var over = overFrom(hazard);
    if (over.isEmpty()) {
      var again = entry.at().plus(hazards.staysFor(hazard.type()));
      return new WatchEvent.WakeUpAsked(NAME, key, again);
    }
    if (over.get().isAfter(entry.at())) {
      return new WatchEvent.WakeUpAsked(NAME, key, over.get());
    }
    boolean own = hazard.detail() instanceof HazardDetail.Stated s && s.until().isPresent();
    return new HazardEvent.Ended(hazard.id(), entry.at(), own ? TIME_IS_OVER : NOTHING_MORE_HEARD);
  }

  private List<Event> awaitEnd(Entry entry, Hazard hazard) {
    String key = END + hazard.id();
    Instant due =
        overFrom(hazard)
            .orElseGet(() -> hazard.lastReportAt().plus(hazards.staysFor(hazard.type())));
    if (due.isBefore(entry.at())) {
      due = entry.at();
    }
    Instant asked = wakeUps.get(key);
    return asked == null || due.isBefore(asked)
        ? List.of(new WatchEvent.WakeUpAsked(NAME, key, due))
        : List.of();
  }

  /** When the hazard is over if nothing more is heard; empty while it cannot be. */
  private Optional<Instant> overFrom(Hazard hazard) {
    Instant silence = hazard.lastReportAt().plus(hazards.staysFor(hazard.type()));
    return switch (hazard.detail()) {
      case HazardDetail.Flood flood -> floods.overFrom(hazard, flood);
      case HazardDetail.Stated stated -> Optional.of(stated.until().orElse(silence));
      case HazardDetail.Quake _, HazardDetail.Distress _, HazardDetail.Vessel _ ->
          Optional.of(silence);
    };
  }

  private List<Event> dropWakeUp(String key) {
    return wakeUps.containsKey(key) ? List.of(new WatchEvent.WakeUpDropped(NAME, key)) : List.of();
  }

  @Override
  public Outcome decide(Entry input, Command command) {
    return commands.decide(input, (HazardCommand) command);
  }

  /** Each gauge that was heard, as it stands now, by id. */
  public List<GaugeState> gauges() {
    return floods.tracks().values().stream().map(GaugeSeries::state).toList();
  }

  @Override
  public HazardState snapshot() {
    return new HazardState(
        hazards.snapshot(),
        solutions.snapshot(),
        floods.tracks(),
        floods.wadis(),
        distress.beacons(),
        wakeUps,
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
    floods.restore(state);
    distress.restore(state);
    wakeUps.clear();
    wakeUps.putAll(state.wakeUps());
    latest = state.latest();
  }
}
