package nadhir.core.dispatch;

import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;
import nadhir.core.site.Words;

/**
 * A response unit.
 *
 * @param kind the site's word: {@code ladder}, {@code rescue-boat}, {@code ambulance}, {@code
 *     patrol}…
 * @param skills what run cards ask for
 * @param speedMps usual speed to a call, for the estimate of its arrival
 */
public record Unit(
    UnitId id,
    Words name,
    String agency,
    String kind,
    List<String> skills,
    LatLon base,
    double speedMps,
    int crew) {
  public Unit {
    skills = List.copyOf(skills);
  }
}
