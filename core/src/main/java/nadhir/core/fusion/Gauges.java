package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.fusion.GaugeTrack.Health;
import nadhir.core.fusion.GaugeTrack.Wetness;
import nadhir.core.fusion.HazardState.Reading;
import nadhir.core.id.GaugeId;
import nadhir.core.report.GaugeFault;
import nadhir.core.report.HazardReport;
import nadhir.core.report.SensorFault;
import nadhir.core.site.Gauge;

/**
 * What the gauges say, and which of them to believe. A value that cannot be true is no reading: it
 * moves nothing, up or down. The second one in a row makes the gauge doubtful, a good one ends
 * that; so a gauge whose radio drops every other value goes on with the good ones. A value that
 * changed too fast counts when the next one agrees with it: water may come as a wall.
 */
final class Gauges {
  private final Map<GaugeId, Gauge> gauges = new LinkedHashMap<>();
  private final SortedMap<String, GaugeTrack> tracks = new TreeMap<>();

  Gauges(List<Gauge> gauges) {
    gauges.forEach(g -> this.gauges.put(g.id(), g));
  }

  Optional<Gauge> find(GaugeId id) {
    return Optional.ofNullable(gauges.get(id));
  }

  /** In the order of the site. */
  List<Gauge> of(String wadi) {
    return gauges.values().stream().filter(g -> g.wadi().equals(wadi)).toList();
  }

  Optional<GaugeTrack> track(GaugeId id) {
    return Optional.ofNullable(tracks.get(id.value()));
  }

  Verdict fold(Entry entry, HazardReport report, GaugeId id) {
    Gauge gauge = gauges.get(id);
    if (gauge == null) {
      return Verdict.ignored(entry.seq(), WhyIgnored.UNKNOWN_GAUGE);
    }
    if (report.status() == HazardReport.Status.WITHDRAWN) {
      return Verdict.ignored(entry.seq(), WhyIgnored.NOT_WITHDRAWABLE);
    }
    if (report.occurredAt().isBefore(entry.at().minus(GaugeSeries.KEPT))) {
      return Verdict.ignored(entry.seq(), WhyIgnored.TOO_OLD);
    }
    var before = track(id);
    var reading = GaugeSeries.reading(report.observation(), report.occurredAt());
    boolean newWord = before.filter(t -> !t.lastWordAt().isBefore(report.occurredAt())).isEmpty();
    if (reading.isEmpty()) {
      return newWord
          ? alive(entry, id, report.occurredAt())
          : Verdict.ignored(entry.seq(), WhyIgnored.REPEATED);
    }
    if (before.filter(t -> knows(t, reading.get())).isPresent()) {
      return Verdict.ignored(entry.seq(), WhyIgnored.REPEATED);
    }
    return taken(entry, gauge, before, reading.get(), newWord);
  }

  private static boolean knows(GaugeTrack track, Reading reading) {
    return track.readings().contains(reading)
        || track.health().lastBadAt().filter(reading.at()::equals).isPresent();
  }

  /** Discharge alone: the gauge lives. */
  private Verdict alive(Entry entry, GaugeId id, Instant at) {
    var before = track(id);
    Health health = before.map(GaugeTrack::health).orElse(Health.GOOD);
    tracks.put(
        id.value(),
        new GaugeTrack(
            id,
            before.map(GaugeTrack::readings).orElse(List.of()),
            at,
            entry.at(),
            health.alive(),
            before.flatMap(GaugeTrack::wetness)));
    return Verdict.ofGauge(entry.seq(), !health.equals(health.alive()), Optional.empty());
  }

  private Verdict taken(
      Entry entry, Gauge gauge, Optional<GaugeTrack> before, Reading reading, boolean newWord) {
    List<Reading> readings = before.map(GaugeTrack::readings).orElse(List.of());
    Optional<GaugeFault> fault = GaugeCheck.fault(gauge, readings, reading);
    Optional<Reading> suspect = before.flatMap(t -> t.health().suspect());
    boolean confirms =
        fault.filter(f -> f == GaugeFault.JUMPING).isPresent()
            && suspect.filter(s -> confirms(gauge, s, reading)).isPresent();
    if (fault.isEmpty() || confirms) {
      return believed(entry, gauge, before, reading, confirms ? suspect : Optional.empty());
    }
    var why = fault.get() == GaugeFault.JUMPING ? WhyIgnored.JUMPED : WhyIgnored.OUT_OF_RANGE;
    return newWord
        ? doubted(entry, gauge, fault.get(), reading.at(), Optional.of(reading)).ignoring(why)
        : Verdict.ignored(entry.seq(), why);
  }

  private static boolean confirms(Gauge gauge, Reading suspect, Reading reading) {
    return reading.stageM().isPresent()
        && suspect.stageM().isPresent()
        && reading.at().isAfter(suspect.at())
        && GaugeCheck.isSmooth(gauge, suspect, reading);
  }

  private Verdict believed(
      Entry entry,
      Gauge gauge,
      Optional<GaugeTrack> before,
      Reading reading,
      Optional<Reading> suspect) {
    boolean newWord = before.filter(t -> !t.lastWordAt().isBefore(reading.at())).isEmpty();
    List<Reading> known = before.map(GaugeTrack::readings).orElse(List.of());
    List<Reading> readings = known;
    if (suspect.isPresent()) {
      readings = GaugeSeries.with(readings, suspect.get());
    }
    readings = GaugeSeries.with(readings, reading);
    Health old = before.map(GaugeTrack::health).orElse(Health.GOOD);
    Instant sameSince = sameSince(known, old, reading);
    Health health = newWord ? old.better(sameSince) : old;
    boolean stuck = newWord && isStuck(gauge, reading, sameSince);
    if (stuck) {
      health = health.with(GaugeFault.STUCK, sameSince);
    }
    tracks.put(
        gauge.id().value(),
        new GaugeTrack(
            gauge.id(),
            readings,
            newWord ? reading.at() : before.orElseThrow().lastWordAt(),
            newWord ? entry.at() : before.orElseThrow().heardAt(),
            health,
            wetness(before, known, reading)));
    boolean wasStuck = old.is(GaugeFault.STUCK);
    return Verdict.ofGauge(
        entry.seq(),
        newWord && old.fault().isPresent() && !(stuck && wasStuck),
        stuck && !wasStuck ? Optional.of(GaugeFault.STUCK) : Optional.empty());
  }

  private static Instant sameSince(List<Reading> known, Health health, Reading reading) {
    return GaugeCheck.before(known, reading)
        .filter(b -> GaugeCheck.value(b) == GaugeCheck.value(reading))
        .map(b -> health.sameSince().orElse(b.at()))
        .orElse(reading.at());
  }

  private boolean isStuck(Gauge gauge, Reading reading, Instant sameSince) {
    Duration same = Duration.between(sameSince, reading.at());
    var limit = gauge.limits().stuckAfter();
    return !GaugeCheck.isAtRest(reading)
        && (limit.isPresent()
            ? same.compareTo(limit.get()) >= 0
            : same.compareTo(GaugeCheck.STUCK_WHILE_OTHERS_MOVE) >= 0
                && othersMoved(gauge, sameSince));
  }

  /** Another gauge of the wadi saw more than waves, or rain, meanwhile. */
  private boolean othersMoved(Gauge gauge, Instant since) {
    return of(gauge.wadi()).stream()
        .filter(g -> !g.id().equals(gauge.id()))
        .flatMap(g -> track(g.id()).stream())
        .anyMatch(
            t -> {
              var values =
                  t.readings().stream()
                      .filter(r -> r.at().isAfter(since))
                      .mapToDouble(GaugeCheck::value)
                      .summaryStatistics();
              return values.getCount() > 0
                  && values.getMax() - values.getMin() >= GaugeCheck.WAVES_M;
            });
  }

  private static Optional<Wetness> wetness(
      Optional<GaugeTrack> before, List<Reading> known, Reading reading) {
    Optional<Wetness> wetness = before.flatMap(GaugeTrack::wetness);
    if (reading.rainMm().isEmpty()) {
      return wetness;
    }
    double corrected =
        known.stream()
            .filter(r -> GaugeSeries.sameMoment(r, reading))
            .mapToDouble(GaugeCheck::value)
            .findFirst()
            .orElse(0);
    return Optional.of(Wetting.after(wetness, GaugeCheck.value(reading) - corrected, reading.at()));
  }

  // What cannot be believed

  /** The gauge sent something that its decoder could not take for a value. */
  Verdict fold(Entry entry, SensorFault told) {
    Gauge gauge = gauges.get(told.gauge());
    boolean old =
        track(told.gauge())
            .filter(
                t ->
                    told.at().isBefore(t.lastWordAt())
                        || t.health().lastBadAt().filter(b -> !b.isBefore(told.at())).isPresent())
            .isPresent();
    return gauge == null || old
        ? Verdict.about(entry.seq(), List.of())
        : doubted(entry, gauge, told.fault(), told.at(), Optional.empty());
  }

  private Verdict doubted(
      Entry entry, Gauge gauge, GaugeFault fault, Instant at, Optional<Reading> reading) {
    var before = track(gauge.id());
    Health old = before.map(GaugeTrack::health).orElse(Health.GOOD);
    Health health = old.worse(at, fault == GaugeFault.JUMPING ? reading : old.suspect());
    boolean faulty = health.bad() >= GaugeCheck.BAD_IN_A_ROW && !health.is(fault);
    if (faulty) {
      health = health.with(fault, at);
    }
    tracks.put(
        gauge.id().value(),
        new GaugeTrack(
            gauge.id(),
            before.map(GaugeTrack::readings).orElse(List.of()),
            before.map(GaugeTrack::lastWordAt).orElse(at),
            entry.at(),
            health,
            before.flatMap(GaugeTrack::wetness)));
    return Verdict.ofGauge(entry.seq(), false, faulty ? Optional.of(fault) : Optional.empty());
  }

  void fold(HazardEvent.GaugeSilent silent) {
    set(silent.gauge(), GaugeFault.SILENT, silent.lastAt());
  }

  void fold(HazardEvent.GaugeFaulty faulty) {
    set(faulty.gauge(), faulty.fault(), faulty.since());
  }

  private void set(GaugeId gauge, GaugeFault fault, Instant since) {
    tracks.computeIfPresent(gauge.value(), (_, t) -> t.with(t.health().with(fault, since)));
  }

  SortedMap<String, GaugeTrack> tracks() {
    return tracks;
  }

  void restore(SortedMap<String, GaugeTrack> state) {
    tracks.clear();
    tracks.putAll(state);
  }
}
