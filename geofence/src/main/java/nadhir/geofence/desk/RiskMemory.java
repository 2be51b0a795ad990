package nadhir.geofence.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
import nadhir.core.id.AssessmentId;
import nadhir.core.id.HazardId;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.ZoneImpact;
import nadhir.geofence.desk.RiskState.Closed;
import nadhir.geofence.desk.RiskState.FeedWord;
import nadhir.geofence.desk.RiskState.Fired;
import nadhir.geofence.desk.RiskState.Firing;
import nadhir.geofence.desk.RiskState.Held;

/**
 * The desk's state while it works. It keeps what entries say and applies no threshold of the site,
 * so that a journal folds to the same state under other thresholds.
 */
final class RiskMemory {
  private final SortedMap<String, Hazard> hazards = new TreeMap<>();
  private final GaugeMemory gauges = new GaugeMemory();
  private final SortedMap<String, Firing> firings = new TreeMap<>();
  private final SortedMap<String, Fired> lastFired = new TreeMap<>();
  private final SortedMap<String, Instant> waiting = new TreeMap<>();
  private final SortedMap<String, Held> held = new TreeMap<>();
  private final SortedMap<String, Closed> closed = new TreeMap<>();
  private final SortedMap<String, FeedWord> feeds = new TreeMap<>();
  private final SortedMap<String, Instant> blind = new TreeMap<>();

  RiskState snapshot() {
    return new RiskState(
        hazards,
        gauges.tracks(),
        gauges.gauges(),
        firings,
        lastFired,
        waiting,
        held,
        closed,
        gauges.words(),
        feeds,
        blind);
  }

  void restore(RiskState state) {
    clear();
    hazards.putAll(state.hazards());
    gauges.restore(state);
    firings.putAll(state.firings());
    lastFired.putAll(state.lastFired());
    waiting.putAll(state.waiting());
    held.putAll(state.held());
    closed.putAll(state.closed());
    feeds.putAll(state.feeds());
    blind.putAll(state.blind());
  }

  private void clear() {
    hazards.clear();
    firings.clear();
    lastFired.clear();
    waiting.clear();
    held.clear();
    closed.clear();
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

  /** What is known of gauges. */
  GaugeMemory gauges() {
    return gauges;
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
    return Optional.ofNullable(closed.get(ofFamily(family, hazard)));
  }

  private static String ofFamily(RuleId family, HazardId hazard) {
    return family + "|" + hazard;
  }

  /** Keys of what holds for the same as this one, whatever is counted. */
  List<WaitKey> alike(WaitKey key) {
    List<WaitKey> alike = new ArrayList<>(heldFrom(key.stem()));
    if (key instanceof WaitKey.ToFire fire && held.containsKey(fire.former())) {
      alike.add(WaitKey.parse(fire.former()));
    }
    return alike;
  }

  /** Keys of the zones that wait to be let go from a firing. */
  List<WaitKey.ToClear> clearing(AssessmentId id) {
    return heldFrom(WaitKey.ToClear.ofFiring(id)).stream()
        .map(WaitKey.ToClear.class::cast)
        .toList();
  }

  private List<WaitKey> heldFrom(String stem) {
    return held.subMap(stem, stem + Character.MAX_VALUE).keySet().stream()
        .map(WaitKey::parse)
        .toList();
  }

  /** Whether something on this hazard has held for its time, and lacks a second word only. */
  boolean lacksWord(HazardId hazard) {
    return held.keySet().stream()
        .anyMatch(key -> !waiting.containsKey(key) && WaitKey.parse(key).hazard().equals(hazard));
  }

  /** Keys of the wake-ups asked for. */
  List<String> waiting() {
    return List.copyOf(waiting.keySet());
  }

  /** When a wake-up that was asked for comes; empty when none is. */
  Optional<Instant> due(WaitKey key) {
    return Optional.ofNullable(waiting.get(key.text()));
  }

  /** Keys of all that holds and has to hold longer. */
  List<WaitKey> holding() {
    return held.keySet().stream().map(WaitKey::parse).toList();
  }

  /** How a feed is; empty when nothing was said of it. */
  Optional<FeedWord> feed(String id) {
    return Optional.ofNullable(feeds.get(id));
  }

  boolean isBlind(RuleId rule) {
    return blind.containsKey(rule.value());
  }

  /** The rules that have been called blind. */
  List<RuleId> blind() {
    return blind.keySet().stream().map(RuleId::new).toList();
  }

  void fold(Entry entry, Families families) {
    switch (entry.event()) {
      case Input.Reported(var report) -> gauges.heard(report);
      case Input.FeedHealthChanged(var feed, var health, _, _) ->
          feeds.put(feed.value(), new FeedWord(health, entry.at()));
      case Input.Woken(var desk, var key) when isOurs(desk) -> waiting.remove(key);
      case WatchEvent.WakeUpAsked(var desk, var key, var due) when isOurs(desk) -> {
        waiting.put(key, due);
        held.putIfAbsent(key, new Held(entry.at(), readings(WaitKey.parse(key).hazard())));
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
    return gauges.readings(hazard(id));
  }

  private void fold(HazardEvent event) {
    gauges.fold(event);
    switch (event) {
      case HazardEvent.Opened(var hazard) -> hazards.put(hazard.id().value(), hazard);
      case HazardEvent.Revised(var hazard) -> hazards.put(hazard.id().value(), hazard);
      case HazardEvent.Withdrawn(var hazard) -> hazards.put(hazard.id().value(), hazard);
      case HazardEvent.Ended(var hazard, _, _) -> {
        hazards.remove(hazard.value());
        held.keySet().removeIf(key -> WaitKey.parse(key).hazard().equals(hazard));
        closed.keySet().removeIf(key -> key.endsWith("|" + hazard));
      }
      case HazardEvent.GaugeSilent _,
          HazardEvent.GaugeBack _,
          HazardEvent.GaugeFaulty _,
          HazardEvent.Told _,
          HazardEvent.Ignored _,
          HazardEvent.Quarantined _ -> {}
    }
  }

  private void fold(RiskEvent event, Families families) {
    switch (event) {
      case RiskEvent.Assessed(var assessment) -> {
        RuleId family = families.of(assessment.rule());
        firings.put(assessment.id().value(), new Firing(family, assessment));
        lastFired.put(family.value(), reach(assessment));
        closed.remove(ofFamily(family, assessment.hazard()));
        families.members(family).stream()
            .map(rule -> new WaitKey.ToFire(rule.id(), assessment.hazard(), ""))
            .forEach(this::nothingHolds);
      }
      case RiskEvent.Reassessed(var assessment) -> {
        firings.computeIfPresent(
            assessment.id().value(), (_, firing) -> new Firing(firing.family(), assessment));
        List<ZoneId> zones = reach(assessment).zones();
        clearing(assessment.id()).stream()
            .filter(key -> key.zone().filter(zone -> !zones.contains(zone)).isPresent())
            .forEach(this::nothingHolds);
      }
      case RiskEvent.Cleared(var id, var at, var why) -> cleared(id, at, why);
      case RiskEvent.Blind(var rule, _, var since) -> blind.put(rule.value(), since);
      case RiskEvent.Sighted(var rule, _) -> blind.remove(rule.value());
    }
  }

  private void nothingHolds(WaitKey key) {
    alike(key).forEach(other -> held.remove(other.text()));
  }

  private void cleared(AssessmentId id, Instant at, String why) {
    Firing firing = firings.remove(id.value());
    if (firing != null) {
      HazardId hazard = firing.latest().hazard();
      clearing(id).forEach(key -> held.remove(key.text()));
      if (why.startsWith(RiskDesk.CLOSED)) {
        closed.put(
            ofFamily(firing.family(), hazard),
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
}
