package nadhir.core.feed.gauge;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Turns the readings of rain counters into what fell between them. Remembers the last readings of
 * each series, so that a source which repeats its history gets the same answers, and one that only
 * sends the newest gets any at all.
 *
 * <p>A smaller reading than the one before means that the counter ran over, where the site says at
 * what number it does; else that it was reset, and what it shows has fallen since: less than what
 * really fell, never more.
 */
final class Counters {
  /** Series remembered; at the limit the one that was silent for longest is forgotten. */
  static final int MAX_SERIES = 200;

  /** Readings remembered of each; a week of quarters of an hour. */
  static final int MAX_READINGS = 700;

  /** What fell over a longer gap is spread too thinly to mean anything: a new beginning. */
  static final Duration LONGEST_GAP = Duration.ofHours(6);

  /** What fell, and over what time. */
  record Fallen(double mm, Duration over) {}

  /**
   * @param fallen empty where nothing was known before it
   */
  private record Reading(double totalMm, Optional<Fallen> fallen) {}

  private final Map<String, TreeMap<Instant, Reading>> known = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * What fell up to {@code at}. Of one series ask in order of time; a reading that comes after a
   * later one is not used, because what it would tell is in the later one already.
   */
  Optional<Fallen> fallen(String series, Instant at, double totalMm, OptionalDouble wrapsAtMm) {
    TreeMap<Instant, Reading> readings = known.computeIfAbsent(series, _ -> new TreeMap<>());
    if (known.size() > MAX_SERIES) {
      known.remove(known.keySet().iterator().next());
    }
    Reading same = readings.get(at);
    if (same != null && same.totalMm() == totalMm) {
      return same.fallen();
    }
    if (!readings.isEmpty() && at.isBefore(readings.lastKey())) {
      return Optional.empty();
    }
    var before = Optional.ofNullable(readings.lowerEntry(at));
    Optional<Fallen> fallen =
        before
            .filter(b -> Duration.between(b.getKey(), at).compareTo(LONGEST_GAP) <= 0)
            .map(
                b ->
                    new Fallen(
                        since(b.getValue().totalMm(), totalMm, wrapsAtMm),
                        Duration.between(b.getKey(), at)));
    readings.put(at, new Reading(totalMm, fallen));
    if (readings.size() > MAX_READINGS) {
      readings.pollFirstEntry();
    }
    return fallen;
  }

  private static double since(double before, double now, OptionalDouble wrapsAtMm) {
    if (now >= before) {
      return now - before;
    }
    return wrapsAtMm.isPresent() ? Math.max(0, wrapsAtMm.getAsDouble() - before) + now : now;
  }
}
