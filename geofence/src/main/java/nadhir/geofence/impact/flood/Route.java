package nadhir.geofence.impact.flood;

import java.time.Duration;
import java.util.List;
import nadhir.core.site.WadiReach;

/**
 * The way of water from a node to a zone.
 *
 * @param reaches from upstream on, one at least
 * @param along the zone lies along the last reach, not at its end
 */
record Route(List<WadiReach> reaches, boolean along) {
  /** When water that stands at {@code high} at the upper end is in the zone. */
  Arrival arrival(GaugeTrack.High high) {
    ReachTravel sum = ReachTravel.NONE;
    double stageM = high.value();
    for (int i = 0; i < reaches.size(); i++) {
      ReachTravel through = ReachTravel.of(reaches.get(i), stageM);
      boolean last = i == reaches.size() - 1;
      sum = sum.then(last && along ? through.along() : through);
      stageM *= reaches.get(i).attenuation();
    }
    return new Arrival(
        high.at().plus(seconds(sum.earliestS())), high.at().plus(seconds(sum.latestS())));
  }

  /** What is left of a stage when it is in the zone; along a reach it may be as it came. */
  double left(double stageM) {
    double left = stageM;
    for (int i = 0; i < reaches.size() - (along ? 1 : 0); i++) {
      left *= reaches.get(i).attenuation();
    }
    return left;
  }

  double lengthM() {
    return reaches.stream().mapToDouble(WadiReach::lengthM).sum();
  }

  private static Duration seconds(double seconds) {
    return Duration.ofSeconds(StrictMath.round(seconds));
  }
}
