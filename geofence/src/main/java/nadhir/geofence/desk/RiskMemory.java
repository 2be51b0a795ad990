package nadhir.geofence.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.DrillEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.SiteEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;
import nadhir.core.id.RuleId;
import nadhir.core.report.GaugeFault;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.ZoneImpact;
import nadhir.geofence.desk.RiskState.Closed;
import nadhir.geofence.desk.RiskState.FeedWord;
import nadhir.geofence.desk.RiskState.Fired;
import nadhir.geofence.desk.RiskState.Firing;
import nadhir.geofence.desk.RiskState.GaugeWord;
import nadhir.geofence.desk.RiskState.Held;
import nadhir.geofence.impact.flood.GaugeTrack;
import nadhir.geofence.impact.flood.Gauging;
import nadhir.geofence.impact.flood.Gauging.Heard;

/**
 * The desk's state while it works. It keeps what entries say and applies no threshold of the site,
 * so that a journal folds to the same state under other thresholds.
 */
final class RiskMemory {
  private final SortedMap<String, Hazard> hazards = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, GaugeTrack>> tracks = new TreeMap<>();
  private final SortedMap<String, Heard> gauges = new TreeMap<>();
  private final SortedMap<String, Firing> firings = new TreeMap<>();
  private final SortedMap<String, Fired> lastFired = new TreeMap<>();
  private final SortedMap<String, Instant> waiting = new TreeMap<>();
  private final SortedMap<String, Held> held = new TreeMap<>();
  private final SortedMap<String, Closed> closed = new TreeMap<>();
  private final SortedMap<String, GaugeWord> words = new TreeMap<>();
  private final SortedMap<String, FeedWord> feeds = new TreeMap<>();
  private final SortedMap<String, Instant> blind = new TreeMap<>();

  RiskState snapshot() {
    SortedMap<String, SortedMap<String, GaugeTrack>> copied = new TreeMap<>();
    tracks.forEach((hazard, ofHazard) -> copied.put(hazard, new TreeMap<>(ofHazard)));
    return new RiskState(
        hazards, copied, gauges, firings, lastFired, waiting, held, closed, words, feeds, blind);
  }

  void restore(RiskState state) {
    clear();
    hazards.putAll(state.hazards());
    state.tracks().forEach((hazard, ofHazard) -> tracks.put(hazard, new TreeMap<>(ofHazard)));
    gauges.putAll(state.gauges());
    firings.putAll(state.firings());
    lastFired.putAll(state.lastFired());
    waiting.putAll(state.waiting());
    held.putAll(state.held());
    closed.putAll(state.closed());
    words.putAll(state.words());
    feeds.putAll(state.feeds());
    blind.putAll(state.blind());
  }

  private void clear() {
    hazards.clear();
    tracks.clear();
    gauges.clear();
    firings.clear();
    lastFired.clear();
    waiting.clear();
    held.clear();
    closed.clear();
    words.clear();
    feeds.clear();
    blind.clear();
  }

  /** The hazards that have not ended, by id. */
  List<Hazard> hazards() {
    return List.copyOf(hazards.values());
  }

  Optional<Hazard> hazard(HazardId id) {
    return Optional.ofNullable(hazards.get(id.value()));
  }

  Gauging gauging(HazardId hazard) {
    return new Gauging(tracks.getOrDefault(hazard.value(), new TreeMap<>()), gauges);
  }

  Optional<Firing> firing(RuleId family, HazardId hazard) {
    return firings(hazard).stream().filter(f -> f.family().equals(family)).findFirst();
  }

  List<Firing> firings(HazardId hazard) {
    return firings.values().stream().filter(f -> f.latest().hazard().equals(hazard)).toList();
  }

  Optional<Fired> lastFired(RuleId family) {
    return Optional.ofNullable(lastFired.get(family.value()));
  }

  Optional<Firing> firing(AssessmentId id) {
    return Optional.ofNullable(firings.get(id.value()));
  }

  /** Since when it holds; empty when it does not, or nobody waits for it. */
  Optional<Held> held(WaitKey key) {
    return Optional.ofNullable(held.get(key.text()));
  }

  Optional<Closed> closed(RuleId family, HazardId hazard) {
    return Optional.ofNullable(closed.get(new WaitKey.ToFire(family, hazard).text()));
  }

  /** Whether something on this hazard has held for its time, and lacks a second word only. */
  boolean lacksWord(HazardId hazard) {
    return held.keySet().stream()
        .anyMatch(key -> !waiting.containsKey(key) && WaitKey.parse(key).hazard().equals(hazard));
  }

  /** When a gauge spoke last, by its own time: by what it reported, or by the flood it is in. */
  Optional<Instant> newestWord(GaugeState state) {
    return Stream.concat(
            Stream.of(state.at()),
            Optional.ofNullable(words.get(state.gauge().value())).map(GaugeWord::at).stream())
        .max(Comparator.naturalOrder());
  }

  /** Keys of the wake-ups asked for. */
  List<String> waiting() {
    return List.copyOf(waiting.keySet());
  }

  /** The last word of a gauge; empty when it was never heard. */
  Optional<Heard> gauge(String id) {
    return Optional.ofNullable(gauges.get(id));
  }

  /** How a feed is; empty when nothing was said of it. */
  Optional<FeedWord> feed(String id) {
    return Optional.ofNullable(feeds.get(id));
  }

  boolean isBlind(RuleId rule) {
    return blind.containsKey(rule.value());
  }

  void fold(Entry entry, Families families) {
    switch (entry.event()) {
      case Input.Reported(var report) -> heard(report);
      case Input.FeedHealthChanged(var feed, var health, _, _) ->
          feeds.put(feed.value(), new FeedWord(health, entry.at()));
      case Input.Woken(var desk, var key) when isOurs(desk) -> waiting.remove(key);
      case WatchEvent.WakeUpAsked(var desk, var key, var due) when isOurs(desk) -> {
        waiting.put(key, due);
        held.put(key, new Held(entry.at(), readings(WaitKey.parse(key).hazard())));
      }
      case WatchEvent.WakeUpDropped(var desk, var key) when isOurs(desk) -> {
        waiting.remove(key);
        held.remove(key);
      }
      case HazardEvent event -> fold(event);
      case RiskEvent event -> fold(event, families);
      case Input _, WatchEvent _, AlertEvent _, DispatchEvent _, DrillEvent _, SiteEvent _ -> {}
    }
  }

  private static boolean isOurs(String desk) {
    return desk.equals(RiskDesk.NAME);
  }

  private SortedMap<String, Instant> readings(HazardId id) {
    SortedMap<String, Instant> readings = new TreeMap<>();
    if (hazard(id).map(Hazard::detail).orElse(null) instanceof HazardDetail.Flood flood) {
      flood
          .gauges()
          .forEach(g -> newestWord(g).ifPresent(at -> readings.put(g.gauge().value(), at)));
    }
    return readings;
  }

  private void fold(HazardEvent event) {
    switch (event) {
      case HazardEvent.Opened(var hazard) -> keep(hazard);
      case HazardEvent.Revised(var hazard) -> keep(hazard);
      case HazardEvent.Withdrawn(var hazard) -> keep(hazard);
      case HazardEvent.Ended(var hazard, _, _) -> {
        hazards.remove(hazard.value());
        tracks.remove(hazard.value());
        held.keySet().removeIf(key -> WaitKey.parse(key).hazard().equals(hazard));
        closed.keySet().removeIf(key -> WaitKey.parse(key).hazard().equals(hazard));
      }
      case HazardEvent.GaugeSilent(var gauge, var lastAt) ->
          gauges.put(gauge.value(), new Heard(lastAt, true, fault(gauge)));
      case HazardEvent.GaugeBack(var gauge, var at) -> gauges.put(gauge.value(), Heard.well(at));
      case HazardEvent.GaugeFaulty(var gauge, var fault, var since, _) ->
          gauges.put(gauge.value(), new Heard(since, false, Optional.of(fault)));
      case HazardEvent.Told(var report) -> heard(report);
      case HazardEvent.Ignored(var report, _) -> unheard(report);
      case HazardEvent.Quarantined(var report, _) -> unheard(report.id());
    }
  }

  private void fold(RiskEvent event, Families families) {
    switch (event) {
      case RiskEvent.Assessed(var assessment) -> {
        RuleId family = families.of(assessment.rule());
        firings.put(assessment.id().value(), new Firing(family, assessment));
        lastFired.put(family.value(), reach(assessment));
        closed.remove(new WaitKey.ToFire(family, assessment.hazard()).text());
        families.members(family).stream()
            .map(rule -> new WaitKey.ToFire(rule.id(), assessment.hazard()))
            .forEach(key -> held.remove(key.text()));
      }
      case RiskEvent.Reassessed(var assessment) ->
          firings.computeIfPresent(
              assessment.id().value(), (_, firing) -> new Firing(firing.family(), assessment));
      case RiskEvent.Cleared(var id, var at, var why) -> cleared(id, at, why);
      case RiskEvent.Blind(var rule, _, var since) -> blind.put(rule.value(), since);
      case RiskEvent.Sighted(var rule, _) -> blind.remove(rule.value());
    }
  }

  private void cleared(AssessmentId id, Instant at, String why) {
    Firing firing = firings.remove(id.value());
    if (firing != null) {
      HazardId hazard = firing.latest().hazard();
      held.remove(new WaitKey.ToClear(id, hazard).text());
      if (why.startsWith(RiskDesk.CLOSED)) {
        closed.put(
            new WaitKey.ToFire(firing.family(), hazard).text(),
            new Closed(reach(firing.latest()), new Held(at, readings(hazard))));
      }
    }
  }

  private static Fired reach(Assessment assessment) {
    return new Fired(
        assessment.at(),
        assessment.zones().stream().map(ZoneImpact::zone).toList(),
        assessment.level());
  }

  private void heard(HazardReport report) {
    if (report.status() == HazardReport.Status.ACTUAL) {
      switch (report.observation()) {
        case Observation.Water(var gauge, _, _) -> heard(gauge, report);
        case Observation.Rain(var gauge, _, _) -> heard(gauge, report);
        case Observation.Quake _,
            Observation.ShakeMap _,
            Observation.Felt _,
            Observation.Distress _,
            Observation.Vessel _,
            Observation.Stated _,
            Observation.Nothing _ -> {}
      }
    }
  }

  /** A newer word ends the silence, not the doubt about a gauge; old news does neither. */
  private void heard(GaugeId gauge, HazardReport report) {
    Instant at = report.occurredAt();
    GaugeWord word = words.get(gauge.value());
    if (word == null || word.at().isBefore(at)) {
      Optional<Instant> before = Optional.ofNullable(word).map(GaugeWord::at);
      words.put(gauge.value(), new GaugeWord(report.id(), at, before));
    }
    Heard last = gauges.get(gauge.value());
    if (last == null || last.at().isBefore(at)) {
      gauges.put(gauge.value(), new Heard(at, false, fault(gauge)));
    }
  }

  /** What the hazard desk ignores is no word: the one before it is the newest again. */
  private void unheard(ReportId report) {
    for (String gauge : List.copyOf(words.keySet())) {
      GaugeWord word = words.get(gauge);
      if (word.report().equals(report)) {
        words.remove(gauge);
        word.before()
            .ifPresent(at -> words.put(gauge, new GaugeWord(report, at, Optional.empty())));
      }
    }
  }

  private Optional<GaugeFault> fault(GaugeId gauge) {
    return gauge(gauge.value()).flatMap(Heard::fault);
  }

  private void keep(Hazard hazard) {
    hazards.put(hazard.id().value(), hazard);
    if (hazard.detail() instanceof HazardDetail.Flood flood) {
      var ofHazard = tracks.computeIfAbsent(hazard.id().value(), _ -> new TreeMap<>());
      flood.gauges().forEach(gauge -> follow(gauge, ofHazard));
    }
  }

  private void follow(GaugeState gauge, SortedMap<String, GaugeTrack> ofHazard) {
    String id = gauge.gauge().value();
    gauges.put(id, new Heard(gauge.at(), gauge.silent(), gauge.fault()));
    var value = gauge.stageM().isPresent() ? gauge.stageM() : gauge.rainMm30();
    if (value.isPresent()) {
      GaugeTrack before = ofHazard.getOrDefault(id, GaugeTrack.NONE);
      ofHazard.put(id, before.with(value.getAsDouble(), gauge.at()));
    }
  }
}
