package nadhir.geofence.impact.flood;

import java.util.List;
import java.util.Optional;
import nadhir.core.id.GaugeId;

/** What the gauges of a wadi have seen of the present wave. */
interface Sightings {
  /** The record highs from the action threshold on, oldest first; none when it was not reached. */
  List<GaugeTrack.High> highs(GaugeId gauge);

  /** Whether the gauge measures water, not rain. */
  boolean isWater(GaugeId gauge);

  default Optional<GaugeTrack.High> first(GaugeId gauge) {
    return highs(gauge).stream().findFirst();
  }
}
