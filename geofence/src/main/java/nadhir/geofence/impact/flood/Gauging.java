package nadhir.geofence.impact.flood;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.GaugeId;

/**
 * What is remembered of the gauges, by gauge id.
 *
 * @param tracks record highs during the hazard in question
 * @param heard when each gauge last spoke, and whether it has fallen silent
 */
public record Gauging(SortedMap<String, GaugeTrack> tracks, SortedMap<String, Heard> heard) {
  public Gauging {
    tracks = Collections.unmodifiableSortedMap(new TreeMap<>(tracks));
    heard = Collections.unmodifiableSortedMap(new TreeMap<>(heard));
  }

  /** The last word of a gauge. */
  public record Heard(Instant at, boolean silent) {}

  /** What the gauge saw of its present wave from {@code threshold} on, oldest first. */
  List<GaugeTrack.High> highs(GaugeId gauge, double threshold) {
    return Optional.ofNullable(tracks.get(gauge.value()))
        .map(t -> t.from(threshold))
        .orElse(List.of());
  }

  Optional<Instant> reached(GaugeId gauge, double threshold) {
    return Optional.ofNullable(tracks.get(gauge.value())).flatMap(t -> t.reached(threshold));
  }

  /** Heard at least once and not silent. */
  boolean isAlive(GaugeId gauge) {
    Heard last = heard.get(gauge.value());
    return last != null && !last.silent();
  }
}
