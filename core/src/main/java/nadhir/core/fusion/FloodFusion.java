package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.fusion.HazardState.GaugeTrack;
import nadhir.core.fusion.HazardState.Reading;
import nadhir.core.fusion.HazardState.Verdict;
import nadhir.core.fusion.HazardState.WadiMemory;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.GaugeId;
import nadhir.core.report.HazardReport;
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
  private final Map<GaugeId, Gauge> gauges = new LinkedHashMap<>();
  private final SortedMap<String, GaugeTrack> tracks = new TreeMap<>();
  private final SortedMap<String, WadiMemory> wadis = new TreeMap<>();

  FloodFusion(Hazards hazards, List<Gauge> gauges) {
    this.hazards = hazards;
    gauges.forEach(g -> this.gauges.put(g.id(), g));
  }

  Verdict fold(Entry entry, HazardReport report, GaugeId id) {
    if (!gauges.containsKey(id)) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.UNKNOWN_GAUGE);
    }
    if (report.status() == HazardReport.Status.WITHDRAWN) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.NOT_WITHDRAWABLE);
    }
    if (report.occurredAt().isBefore(entry.at().minus(GaugeSeries.KEPT))) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.TOO_OLD);
    }
    var before = Optional.ofNullable(tracks.get(id.value()));
    var reading = GaugeSeries.reading(report.observation(), report.occurredAt());
    if (reading.isPresent()
        && before.filter(t -> t.readings().contains(reading.get())).isPresent()) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.REPEATED);
    }
    boolean newWord = before.filter(t -> !t.lastWordAt().isBefore(report.occurredAt())).isEmpty();
    if (reading.isEmpty() && !newWord) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.REPEATED);
    }
    String wadi = gauges.get(id).wadi();
    int bandBefore = band(wadi);
    tracks.put(id.value(), track(id, before, reading, report, entry, newWord));
    remember(wadi, bandBefore, entry.at());
    boolean back = newWord && before.filter(GaugeTrack::silent).isPresent();
    return new Verdict(entry.seq(), Optional.empty(), List.of(), back);
  }

  private static GaugeTrack track(
      GaugeId id,
      Optional<GaugeTrack> before,
      Optional<Reading> reading,
      HazardReport report,
      Entry entry,
      boolean newWord) {
    List<Reading> readings = before.map(GaugeTrack::readings).orElse(List.of());
    return new GaugeTrack(
        id,
        reading.map(r -> GaugeSeries.with(readings, r)).orElse(readings),
        newWord ? report.occurredAt() : before.orElseThrow().lastWordAt(),
        newWord ? entry.at() : before.orElseThrow().heardAt(),
        !newWord && before.orElseThrow().silent());
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
    List<Event> events = new ArrayList<>();
    if (verdict.gaugeBack()) {
      events.add(new HazardEvent.GaugeBack(id, entry.at()));
    }
    Gauge gauge = gauges.get(id);
    var open = open(gauge.wadi());
    if (open.isPresent()) {
      revised(entry, open.get(), Optional.of(report)).ifPresent(events::add);
    } else if (opens(gauge, entry)) {
      events.add(
          new HazardEvent.Opened(
              Change.open(entry, report, Optional.of(gauge.place()), detail(gauge.wadi()))));
    }
    return events;
  }

  private boolean opens(Gauge gauge, Entry entry) {
    var track = tracks.get(gauge.id().value());
    var patience = gauge.expectedEvery().multipliedBy(2);
    var fresh = entry.at().minus(patience.compareTo(FRESH) > 0 ? patience : FRESH);
    int band = GaugeSeries.band(gauge, GaugeSeries.state(track));
    return band > 0
        && band > wadis.get(gauge.wadi()).quietBand()
        && !track.lastWordAt().isBefore(fresh)
        && hazards.size() < HazardDesk.MAX_HAZARDS;
  }

  private Optional<Event> revised(Entry entry, Hazard before, Optional<HazardReport> report) {
    var wadi = ((HazardDetail.Flood) before.detail()).wadi();
    var detail = detail(wadi);
    if (saysTheSame((HazardDetail.Flood) before.detail(), detail)) {
      return Optional.empty();
    }
    return Optional.of(
        new HazardEvent.Revised(
            report
                .map(r -> Change.heard(entry, before, r, before.place(), r.certainty(), detail))
                .orElseGet(() -> Change.revise(before, detail))));
  }

  /** The time of a reading alone is nothing that a rule could see. */
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
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  private HazardDetail.Flood detail(String wadi) {
    List<GaugeState> states = new ArrayList<>();
    for (Gauge g : gauges.values()) {
      if (g.wadi().equals(wadi) && tracks.containsKey(g.id().value())) {
        states.add(GaugeSeries.state(tracks.get(g.id().value())));
      }
    }
    return new HazardDetail.Flood(wadi, states);
  }

  private Optional<Hazard> open(String wadi) {
    return hazards.open(h -> h.detail() instanceof HazardDetail.Flood f && f.wadi().equals(wadi));
  }

  /**
   * The highest band of the wadi's gauges; of a silent gauge the stage counts, the rain does not.
   */
  private int band(String wadi) {
    int highest = 0;
    for (Gauge g : gauges.values()) {
      GaugeTrack track = tracks.get(g.id().value());
      if (g.wadi().equals(wadi) && track != null) {
        var state = GaugeSeries.state(track);
        var counts = track.silent() ? withoutRain(state) : state;
        highest = Math.max(highest, GaugeSeries.band(g, counts));
      }
    }
    return highest;
  }

  private static GaugeState withoutRain(GaugeState s) {
    return new GaugeState(
        s.gauge(),
        s.at(),
        s.stageM(),
        s.riseMPerH(),
        OptionalDouble.empty(),
        s.silent(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  // Silence

  /**
   * When a gauge that was heard is due to be called silent; empty when nothing is to be awaited.
   */
  Optional<Instant> silentFrom(GaugeId id) {
    GaugeTrack track = tracks.get(id.value());
    Gauge gauge = gauges.get(id);
    return track == null || gauge == null || track.silent()
        ? Optional.empty()
        : Optional.of(track.heardAt().plus(gauge.expectedEvery().multipliedBy(2)));
  }

  HazardEvent.GaugeSilent silence(GaugeId id) {
    return new HazardEvent.GaugeSilent(id, tracks.get(id.value()).lastWordAt());
  }

  void fold(HazardEvent.GaugeSilent silent) {
    tracks.computeIfPresent(
        silent.gauge().value(),
        (_, t) -> new GaugeTrack(t.gauge(), t.readings(), t.lastWordAt(), t.heardAt(), true));
  }

  /** A silent gauge changes what the rules see. */
  List<Event> react(Entry entry, HazardEvent.GaugeSilent silent) {
    return Optional.ofNullable(gauges.get(silent.gauge()))
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

  SortedMap<String, GaugeTrack> tracks() {
    return tracks;
  }

  SortedMap<String, WadiMemory> wadis() {
    return wadis;
  }

  void restore(HazardState state) {
    tracks.clear();
    tracks.putAll(state.gauges());
    wadis.clear();
    wadis.putAll(state.wadis());
  }
}
