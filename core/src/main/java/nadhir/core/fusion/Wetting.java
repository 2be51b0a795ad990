package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.fusion.GaugeTrack.Wetness;

/**
 * Antecedent precipitation: rain weighted by its age, P + k · API a day later. k lies between 0.85
 * and 0.98 by the season (Kohler and Linsley 1951, Weather Bureau Research Paper 34); 0.90 is what
 * is mostly taken, and about right for a warm and dry country in the rainy season. Two numbers are
 * kept, whatever the number of readings.
 */
final class Wetting {
  static final double K_PER_DAY = 0.9;

  private static final double DAY_MS = Duration.ofDays(1).toMillis();

  private Wetting() {}

  /** After {@code rainMm} more at {@code at}, perhaps told late. */
  static Wetness after(Optional<Wetness> before, double rainMm, Instant at) {
    if (before.isEmpty()) {
      return new Wetness(rainMm, at);
    }
    Wetness w = before.get();
    return at.isBefore(w.at())
        ? new Wetness(positive(w.mm() + rainMm * decay(at, w.at())), w.at())
        : new Wetness(positive(w.mm() * decay(w.at(), at) + rainMm), at);
  }

  /** What is left of it at {@code at}. */
  static double mm(Wetness wetness, Instant at) {
    return at.isBefore(wetness.at()) ? wetness.mm() : wetness.mm() * decay(wetness.at(), at);
  }

  private static double decay(Instant from, Instant to) {
    return StrictMath.pow(K_PER_DAY, Duration.between(from, to).toMillis() / DAY_MS);
  }

  /** A correction can take back a little more than is there, by rounding. */
  private static double positive(double mm) {
    return StrictMath.max(0, mm);
  }
}
