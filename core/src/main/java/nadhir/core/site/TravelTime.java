package nadhir.core.site;

import java.time.Duration;

/**
 * How long water needs through a reach when it stands at {@code stageM} at the reach's upper end.
 */
public record TravelTime(double stageM, Duration earliest, Duration latest) {
  public TravelTime {
    if (earliest.isNegative() || latest.compareTo(earliest) < 0) {
      throw new IllegalArgumentException("travel times must be 0 or more, and in order");
    }
  }
}
