package nadhir.geofence.impact.flood;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.id.GaugeId;
import nadhir.core.id.ZoneId;

/** What lies below the gauges of one wadi, and how its water gets there. */
sealed interface Downstream permits TravelTable, WadiNetwork, GullyBelow {
  /** All zones that water can come to. */
  List<ZoneId> zones();

  /** Whether the gauge's water comes to the zone. */
  boolean above(GaugeId gauge, ZoneId zone);

  /** When the water that has been seen is in the zone; empty when none was. */
  Optional<Arrival> arrival(ZoneId zone, Sightings seen);

  /** The highest stage that the water seen so far makes in the zone, in metres. */
  OptionalDouble peakM(ZoneId zone, Sightings seen);

  /** The gauge whose thresholds speak for the zone. */
  Optional<GaugeId> reference(ZoneId zone);
}
