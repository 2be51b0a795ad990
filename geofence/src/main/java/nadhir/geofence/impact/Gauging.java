package nadhir.geofence.impact;

import java.time.Instant;
import java.util.Collections;
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

  Optional<Instant> reached(GaugeId gauge, double threshold) {
    return Optional.ofNullable(tracks.get(gauge.value())).flatMap(t -> t.reached(threshold));
  }

  /** Heard at least once and not silent. */
  boolean isAlive(GaugeId gauge) {
    Heard last = heard.get(gauge.value());
    return last != null && !last.silent();
  }
}
