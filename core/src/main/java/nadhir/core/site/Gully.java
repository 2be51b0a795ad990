package nadhir.core.site;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadhir.core.id.ZoneId;

/**
 * A short, steep catchment that floods minutes after the rain: no gauge below could warn in time.
 *
 * @param id the word that its rain gauges name in {@link Gauge#wadi()}
 * @param lengthM of the longest way that the water takes
 * @param slope fall over length of that way
 * @param curveNumber of the SCS for average wetness, 30 to 100: how little the ground takes in
 * @param peaks discharges that count as the four classes
 */
public record Gully(
    String id,
    double areaKm2,
    double lengthM,
    double slope,
    double curveNumber,
    Peaks peaks,
    List<Reached> zones,
    String provenance) {
  public Gully {
    zones = List.copyOf(zones);
    if (!(areaKm2 > 0) || !(lengthM > 0) || !(slope > 0)) {
      throw new IllegalArgumentException("a gully has an area, a length and a slope above 0");
    }
    if (!(curveNumber >= 30 && curveNumber <= 100)) {
      throw new IllegalArgumentException("a curve number lies between 30 and 100");
    }
  }

  /** Discharges in m³/s, each higher than the one before. */
  public record Peaks(double actionM3ps, double minorM3ps, double moderateM3ps, double majorM3ps) {
    public Peaks {
      boolean rising =
          actionM3ps < minorM3ps && minorM3ps < moderateM3ps && moderateM3ps < majorM3ps;
      if (!rising || !(actionM3ps > 0)) {
        throw new IllegalArgumentException("peaks must rise: action, minor, moderate, major");
      }
    }
  }

  /** A zone below, and when the water is there after the rain; empty: by the catchment's lag. */
  public record Reached(ZoneId zone, Optional<Times> times) {}

  public record Times(Duration earliest, Duration latest) {
    public Times {
      if (earliest.isNegative() || latest.compareTo(earliest) < 0) {
        throw new IllegalArgumentException("travel times must be 0 or more, and in order");
      }
    }
  }
}
