package nadhir.geofence.impact.flood;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The successive record highs of one gauge during one hazard: enough to tell when the water first
 * stood at any stage, without keeping every reading.
 *
 * @param highs rising, oldest first, at most {@link #MAX_HIGHS}; when full the newest is replaced
 */
public record GaugeTrack(List<High> highs) {
  public static final int MAX_HIGHS = 48;

  /** A wave is over when the gauge has fallen to this share of its highest. */
  private static final double WAVE_OVER = 0.25;

  public static final GaugeTrack NONE = new GaugeTrack(List.of());

  public GaugeTrack {
    highs = List.copyOf(highs);
  }

  /** {@code value} in the gauge's own unit, metres or millimetres. */
  public record High(double value, Instant at) {}

  /** The track after one more reading. */
  public GaugeTrack with(double value, Instant at) {
    if (highs.isEmpty() || value <= WAVE_OVER * highs.getLast().value()) {
      return value > 0 ? new GaugeTrack(List.of(new High(value, at))) : NONE;
    }
    if (value <= highs.getLast().value()) {
      return this;
    }
    List<High> longer = new ArrayList<>(highs);
    if (longer.size() == MAX_HIGHS) {
      longer.removeLast();
    }
    longer.add(new High(value, at));
    return new GaugeTrack(longer);
  }

  /** The highs of this wave at or over {@code threshold}, oldest first. */
  List<High> from(double threshold) {
    return highs.stream().filter(high -> high.value() >= threshold).toList();
  }

  /** When this wave first reached {@code threshold}; empty when it has not. */
  public Optional<Instant> reached(double threshold) {
    return highs.stream().filter(high -> high.value() >= threshold).findFirst().map(High::at);
  }
}
