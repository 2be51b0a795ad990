package nadhir.geofence.zone;

import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Zone;

/** Finds zones by place. Immutable, can be used by many threads. */
public interface ZoneIndex {
  /** The zones that a place is in or on the border of, sorted by id. */
  List<ZoneId> zonesAt(LatLon place);

  /** The zones that have a place at most {@code radiusM} metres from {@code place}, sorted. */
  List<ZoneId> within(LatLon place, double radiusM);

  static ZoneIndex over(List<Zone> zones) {
    return new TreeZoneIndex(zones);
  }
}
