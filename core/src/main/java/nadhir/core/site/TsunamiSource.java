package nadhir.core.site;

import java.time.Duration;
import java.util.List;
import nadhir.core.geo.Area;
import nadhir.core.id.ZoneId;

/**
 * Where an earthquake must lie, and how strong and shallow it must be, for a sea wave to be
 * expected, and when that wave reaches the shore.
 *
 * @param maxDepthM deeper ones move the sea floor too little
 */
public record TsunamiSource(
    String id,
    Area area,
    double minMagnitude,
    double maxDepthM,
    List<Arrival> arrivals,
    String provenance) {
  public TsunamiSource {
    arrivals = List.copyOf(arrivals);
  }

  /** After the earthquake's origin. */
  public record Arrival(ZoneId zone, Duration earliest, Duration latest) {
    public Arrival {
      if (earliest.isNegative() || latest.compareTo(earliest) < 0) {
        throw new IllegalArgumentException("a wave's times must be 0 or more, and in order");
      }
    }
  }
}
