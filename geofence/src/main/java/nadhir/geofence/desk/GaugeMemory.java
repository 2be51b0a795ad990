package nadhir.geofence.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nadhir.core.event.HazardEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;
import nadhir.core.report.GaugeFault;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.geofence.desk.RiskState.GaugeWord;
import nadhir.geofence.impact.flood.GaugeTrack;
import nadhir.geofence.impact.flood.Gauging;
import nadhir.geofence.impact.flood.Gauging.Heard;

/** What the desk keeps of gauges: who was heard, when, and how high each has been. */
final class GaugeMemory {
  private final SortedMap<String, SortedMap<String, GaugeTrack>> tracks = new TreeMap<>();
  private final SortedMap<String, Heard> gauges = new TreeMap<>();
  private final SortedMap<String, GaugeWord> words = new TreeMap<>();

  SortedMap<String, SortedMap<String, GaugeTrack>> tracks() {
    SortedMap<String, SortedMap<String, GaugeTrack>> copied = new TreeMap<>();
    tracks.forEach((hazard, ofHazard) -> copied.put(hazard, new TreeMap<>(ofHazard)));
    return copied;
  }

  SortedMap<String, Heard> gauges() {
    return new TreeMap<>(gauges);
  }

  SortedMap<String, GaugeWord> words() {
    return new TreeMap<>(words);
  }

  void restore(RiskState state) {
    tracks.clear();
    gauges.clear();
    words.clear();
    state.tracks().forEach((hazard, ofHazard) -> tracks.put(hazard, new TreeMap<>(ofHazard)));
    gauges.putAll(state.gauges());
    words.putAll(state.words());
  }

  Gauging gauging(HazardId hazard) {
    return new Gauging(tracks.getOrDefault(hazard.value(), new TreeMap<>()), gauges);
  }

  /** When a gauge spoke last, by its own time: by what it reported, or by the flood it is in. */
  Optional<Instant> newestWord(GaugeState state) {
    return Stream.concat(
            Stream.of(state.at()),
            Optional.ofNullable(words.get(state.gauge().value())).map(GaugeWord::at).stream())
        .max(Comparator.naturalOrder());
  }

  /** The last word of a gauge; empty when it was never heard. */
  Optional<Heard> gauge(String id) {
    return Optional.ofNullable(gauges.get(id));
  }

  /** The newest word of each gauge of a flood, by id; of all else, nothing. */
  SortedMap<String, Instant> readings(Optional<Hazard> hazard) {
    SortedMap<String, Instant> readings = new TreeMap<>();
    if (hazard.map(Hazard::detail).orElse(null) instanceof HazardDetail.Flood flood) {
      flood
          .gauges()
          .forEach(g -> newestWord(g).ifPresent(at -> readings.put(g.gauge().value(), at)));
    }
    return readings;
  }

  void fold(HazardEvent event) {
    switch (event) {
      case HazardEvent.Opened(var hazard) -> keep(hazard);
      case HazardEvent.Revised(var hazard) -> keep(hazard);
      case HazardEvent.Withdrawn(var hazard) -> keep(hazard);
      case HazardEvent.Ended(var hazard, _, _) -> tracks.remove(hazard.value());
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

  void heard(HazardReport report) {
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
