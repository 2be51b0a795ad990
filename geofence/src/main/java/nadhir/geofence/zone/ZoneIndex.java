package nadhir.geofence.zone;

import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Zone;
import nadhir.geofence.zone.grid.Found;

/**
 * Finds zones by place. Immutable, can be used by many threads; a change gives another index
 * ({@link LiveZones} holds the current one).
 *
 * <p>Answers for polygons are those of JTS's {@code covers} on every place, also on borders and
 * corners, and for circles those of {@link Geodesy}. Within an index each zone has a number, by
 * which the methods without garbage answer:
 *
 * <pre>
 * int[] numbers = new int[index.most()];
 * int count = index.zonesAt(29.53, 35.0, numbers);
 * for (int i = 0; i &lt; count; i++) {
 *   tell(index.zone(numbers[i]));
 * }
 * </pre>
 */
public interface ZoneIndex {
  static ZoneIndex over(List<Zone> zones) {
    return GridZoneIndex.over(zones);
  }

  /** The zones that a place is in or on the border of, sorted by id. */
  List<ZoneId> zonesAt(LatLon place);

  /** The zones that have a place at most {@code radiusM} metres from {@code place}, sorted. */
  List<ZoneId> within(LatLon place, double radiusM);

  /**
   * The numbers of the zones that a place is in or on the border of, in no particular order.
   *
   * @param into with room for {@link #most()}; what stands behind the answer is overwritten
   * @return how many they are
   */
  int zonesAt(double latDeg, double lonDeg, int[] into);

  /**
   * The same for many places at once, quicker for each: what is read for one is fetched while
   * another is answered. The more places, the better; they are told in any order.
   */
  void zonesAt(double[] latDeg, double[] lonDeg, Found found);

  /** So many zones a place can be in at most, roughly. */
  int most();

  /** The zone with a number that this index has answered. */
  Zone zone(int number);

  /** With one zone more, or another in place of the one with its id. */
  ZoneIndex with(Zone zone);

  /** Without a zone; the same when there is none with that id. */
  ZoneIndex without(ZoneId id);
}
