package nadhir.geofence.impact;

import java.time.Instant;
import java.util.List;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.site.Zone;
import nadhir.geofence.impact.flood.Gauging;
import nadhir.geofence.zone.Overlap;

/**
 * What else there is while a hazard is looked at.
 *
 * @param gauging what the gauges have said
 * @param watches hazards that lower the thresholds of others
 */
public record Around(Gauging gauging, List<Hazard> watches) {
  public Around {
    watches = List.copyOf(watches);
  }

  /** Whether a watch holds over the zone at this moment. One without an area is for the site. */
  boolean isWatched(Zone zone, Instant now) {
    return watches.stream().anyMatch(watch -> holds(watch, zone, now));
  }

  private static boolean holds(Hazard watch, Zone zone, Instant now) {
    return watch.status() == Hazard.Status.ACTIVE
        && watch.detail() instanceof HazardDetail.Stated stated
        && !now.isBefore(stated.onset())
        && stated.until().map(now::isBefore).orElse(true)
        && stated.area().map(area -> Overlap.touch(area, zone.area())).orElse(true);
  }
}
