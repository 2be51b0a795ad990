package nadhir.core.fusion;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nadhir.core.event.HazardEvent;
import nadhir.core.id.GaugeId;
import nadhir.core.report.GaugeFault;

/** What is said of a gauge that is not heard or not believed, and when. */
final class GaugeWords {
  /** A gauge is late after so many of its intervals. */
  static final double LATE_AFTER = 1.5;

  /** And silent after so many. */
  static final double SILENT_AFTER = 2;

  private final Gauges gauges;

  GaugeWords(Gauges gauges) {
    this.gauges = gauges;
  }

  /** When something is due to be said of a gauge's silence; empty when nothing is awaited. */
  Optional<Instant> silenceDue(GaugeId id) {
    return gauges
        .track(id)
        .filter(t -> gauges.find(id).isPresent() && !t.isSilent())
        .map(t -> after(t, t.health().fault().isEmpty() ? LATE_AFTER : SILENT_AFTER));
  }

  private Instant after(GaugeTrack track, double intervals) {
    long every = gauges.find(track.gauge()).orElseThrow().expectedEvery().toMillis();
    return track.heardAt().plusMillis((long) (every * intervals));
  }

  /** What is to be said now that {@link #silenceDue} has come. */
  HazardEvent silence(GaugeId id, Instant now) {
    GaugeTrack track = gauges.track(id).orElseThrow();
    return now.isBefore(after(track, SILENT_AFTER))
        ? faulty(track, GaugeFault.LATE, track.lastWordAt())
        : new HazardEvent.GaugeSilent(id, track.lastWordAt());
  }

  /** Of a fault that the gauge's values have shown. */
  HazardEvent.GaugeFaulty faulty(GaugeId id, GaugeFault fault) {
    GaugeTrack track = gauges.track(id).orElseThrow();
    return faulty(track, fault, track.health().since().orElse(track.lastWordAt()));
  }

  private static HazardEvent.GaugeFaulty faulty(GaugeTrack track, GaugeFault fault, Instant since) {
    String last =
        track.readings().isEmpty()
            ? "nothing before"
            : "last " + GaugeCheck.value(track.readings().getLast());
    String name = fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new HazardEvent.GaugeFaulty(track.gauge(), fault, since, name + ", " + last);
  }
}
