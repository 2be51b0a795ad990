package nadhir.geofence.impact.flood;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.GaugeId;
import nadhir.core.report.GaugeFault;

/**
 * What is remembered of the gauges, by gauge id.
 *
 * @param tracks record highs during the hazard in question
 * @param heard when each gauge last spoke, and whether it is believed
 */
public record Gauging(SortedMap<String, GaugeTrack> tracks, SortedMap<String, Heard> heard) {
  public Gauging {
    tracks = Collections.unmodifiableSortedMap(new TreeMap<>(tracks));
    heard = Collections.unmodifiableSortedMap(new TreeMap<>(heard));
  }

  /**
   * The last word of a gauge.
   *
   * @param fault why it is not believed, beside silence
   */
  public record Heard(Instant at, boolean silent, Optional<GaugeFault> fault) {
    /** A word that nobody doubts. */
    public static Heard well(Instant at) {
      return new Heard(at, false, Optional.empty());
    }

    /** A late word is still a word. */
    public boolean isBelieved() {
      return !silent && fault.filter(why -> why != GaugeFault.LATE).isEmpty();
    }
  }

  /** What the gauge saw of its present wave from {@code threshold} on, oldest first. */
  List<GaugeTrack.High> highs(GaugeId gauge, double threshold) {
    return Optional.ofNullable(tracks.get(gauge.value()))
        .map(t -> t.from(threshold))
        .orElse(List.of());
  }

  Optional<Instant> reached(GaugeId gauge, double threshold) {
    return Optional.ofNullable(tracks.get(gauge.value())).flatMap(t -> t.reached(threshold));
  }

  boolean isSilent(GaugeId gauge) {
    Heard last = heard.get(gauge.value());
    return last != null && last.silent();
  }

  /** Why the gauge is not believed, beside silence. */
  Optional<GaugeFault> fault(GaugeId gauge) {
    return Optional.ofNullable(heard.get(gauge.value())).flatMap(Heard::fault);
  }

  /** Heard at least once, not silent, and believed. */
  boolean isAlive(GaugeId gauge) {
    Heard last = heard.get(gauge.value());
    return last != null && last.isBelieved();
  }
}
