package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.fusion.HazardState.WadiMemory;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.GaugeId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.SensorFault;
import nadhir.core.site.Gauge;

/**
 * Gauge readings to floods: one for each wadi, opened when a gauge passes action (stage, or rain in
 * 30 minutes), revised by what its gauges say, over when nothing was above action for as long as
 * its type stays. A water gauge that died above action still counts: nobody saw the water go.
 */
final class FloodFusion {
  /** Older news of a gauge fills its series, but opens nothing. */
  static final Duration FRESH = Duration.ofHours(1);

  private final Hazards hazards;
  private final Gauges gauges;
  private final GaugeWords words;
  private final SortedMap<String, WadiMemory> wadis = new TreeMap<>();

  FloodFusion(Hazards hazards, Gauges gauges) {
    this.hazards = hazards;
    this.gauges = gauges;
    this.words = new GaugeWords(gauges);
  }

  Verdict fold(Entry entry, HazardReport report, GaugeId id) {
    Optional<String> wadi = gauges.find(id).map(Gauge::wadi);
    int bandBefore = wadi.map(this::band).orElse(0);
    Verdict verdict = gauges.fold(entry, report, id);
    if (verdict.ignored().isEmpty() || verdict.gaugeFault().isPresent()) {
      wadi.ifPresent(w -> remember(w, bandBefore, entry.at()));
    }
    return verdict;
  }

  Verdict fold(Entry entry, SensorFault told) {
    Optional<String> wadi = gauges.find(told.gauge()).map(Gauge::wadi);
    int bandBefore = wadi.map(this::band).orElse(0);
    Verdict verdict = gauges.fold(entry, told);
    if (verdict.gaugeFault().isPresent()) {
      wadi.ifPresent(w -> remember(w, bandBefore, entry.at()));
    }
    return verdict;
  }

  /** A last word above action holds until the next one: the reading that ends it counts, too. */
  private void remember(String wadi, int bandBefore, Instant at) {
    var before = wadis.getOrDefault(wadi, new WadiMemory(Optional.empty(), 0));
    int band = band(wadi);
    wadis.put(
        wadi,
        new WadiMemory(
            band > 0 || bandBefore > 0 ? Optional.of(at) : before.lastAboveAt(),
            band == 0 ? 0 : before.quietBand()));
  }

  List<Event> react(Entry entry, HazardReport report, GaugeId id, Verdict verdict) {
    List<Event> events = new ArrayList<>(ofGauge(entry, id, verdict));
    if (verdict.ignored().isPresent()) {
      events.add(new HazardEvent.Ignored(report.id(), verdict.ignored().get()));
      return events;
    }
    Gauge gauge = gauges.find(id).orElseThrow();
    var open = open(gauge.wadi());
    if (verdict.gaugeFault().isPresent()) {
      return events; // what follows from the fault tells of the reading, too
    }
    if (open.isPresent()) {
      revised(entry, open.get(), Optional.of(report)).ifPresent(events::add);
    } else if (opens(gauge, entry)) {
      var truth =
          Truth.active(
              report.occurredAt(),
              Optional.of(gauge.place()),
              report.certainty(),
              detail(gauge.wadi()));
      events.add(
          new HazardEvent.Opened(Change.open(entry, report.type(), List.of(report.id()), truth)));
    }
    return events;
  }

  /** What the verdict says of the gauge itself. */
  List<Event> ofGauge(Entry entry, GaugeId id, Verdict verdict) {
    List<Event> events = new ArrayList<>();
    if (verdict.gaugeBack()) {
      events.add(new HazardEvent.GaugeBack(id, entry.at()));
    }
    verdict.gaugeFault().ifPresent(fault -> events.add(words.faulty(id, fault)));
    return events;
  }

  private boolean opens(Gauge gauge, Entry entry) {
    var track = gauges.track(gauge.id()).orElseThrow();
    var patience = gauge.expectedEvery().multipliedBy(2);
    var fresh = entry.at().minus(patience.compareTo(FRESH) > 0 ? patience : FRESH);
    int band = GaugeSeries.band(gauge, GaugeSeries.state(track));
    return band > 0
        && band > wadis.get(gauge.wadi()).quietBand()
        && !track.lastWordAt().isBefore(fresh)
        && !hazards.isFull();
  }

  private Optional<Event> revised(Entry entry, Hazard before, Optional<HazardReport> report) {
    var flood = (HazardDetail.Flood) before.detail();
    var detail = detail(flood.wadi());
    if (saysTheSame(flood, detail)) {
      return Optional.empty();
    }
    return Optional.of(
        new HazardEvent.Revised(
            report
                .map(r -> heard(entry, before, r, detail))
                .orElseGet(() -> Change.revise(before, detail))));
  }

  /** A flood began when it began, and is where it is. */
  private static Hazard heard(
      Entry entry, Hazard before, HazardReport report, HazardDetail detail) {
    return Change.revise(
        entry,
        before,
        Change.with(before.reports(), report.id()),
        Truth.active(before.occurredAt(), before.place(), report.certainty(), detail));
  }

  /** The time of a reading alone, or ground that dries, is nothing that a rule could see. */
  private static boolean saysTheSame(HazardDetail.Flood a, HazardDetail.Flood b) {
    return a.gauges().stream()
        .map(FloodFusion::withoutTime)
        .toList()
        .equals(b.gauges().stream().map(FloodFusion::withoutTime).toList());
  }

  private static GaugeState withoutTime(GaugeState s) {
    return new GaugeState(
        s.gauge(),
        Instant.EPOCH,
        s.stageM(),
        s.riseMPerH(),
        s.rainMm30(),
        s.silent(),
        s.rainMm15(),
        s.rainMm60(),
        s.rainMm180(),
        s.rainMm360(),
        OptionalDouble.empty(),
        s.fault());
  }

  private HazardDetail.Flood detail(String wadi) {
    return new HazardDetail.Flood(
        wadi,
        gauges.of(wadi).stream()
            .flatMap(g -> gauges.track(g.id()).stream())
            .map(GaugeSeries::state)
            .toList());
  }

  private Optional<Hazard> open(String wadi) {
    return hazards.open(h -> h.detail() instanceof HazardDetail.Flood f && f.wadi().equals(wadi));
  }

  /** The highest band of the wadi's gauges. */
  private int band(String wadi) {
    int highest = 0;
    for (Gauge g : gauges.of(wadi)) {
      var track = gauges.track(g.id());
      if (track.isPresent()) {
        highest = Math.max(highest, GaugeSeries.band(g, GaugeSeries.state(track.get())));
      }
    }
    return highest;
  }

  /** A gauge that is not believed any more changes what the rules see. */
  List<Event> react(Entry entry, GaugeId gauge) {
    return gauges
        .find(gauge)
        .flatMap(g -> open(g.wadi()))
        .flatMap(h -> revised(entry, h, Optional.empty()))
        .stream()
        .toList();
  }

  // The end

  /** When the flood is over if nothing more happens; never while a last word is above action. */
  Optional<Instant> overFrom(Hazard hazard, HazardDetail.Flood flood) {
    if (band(flood.wadi()) > 0) {
      return Optional.empty();
    }
    var lastAbove = Optional.ofNullable(wadis.get(flood.wadi())).flatMap(WadiMemory::lastAboveAt);
    return Optional.of(
        lastAbove.orElse(hazard.lastReportAt()).plus(hazards.staysFor(hazard.type())));
  }

  /** Whoever declared it over has seen what there is: only more than that opens it again. */
  void ended(HazardDetail.Flood flood) {
    var before = wadis.getOrDefault(flood.wadi(), new WadiMemory(Optional.empty(), 0));
    wadis.put(flood.wadi(), new WadiMemory(before.lastAboveAt(), band(flood.wadi())));
  }

  SortedMap<String, WadiMemory> wadis() {
    return wadis;
  }

  void restore(SortedMap<String, WadiMemory> state) {
    wadis.clear();
    wadis.putAll(state);
  }
}
