package nadhir.core.site;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;

/**
 * A place that a rule can speak of and an officer must know.
 *
 * @param kind the site's word: {@code district}, {@code floodplain}, {@code port}, {@code shore}…
 * @param tags further named values that rules may test, for example {@code wadi = yutum}
 * @param centre where a distance to the zone's people is measured from
 * @param siteTermMmi added to the computed intensity of shaking (soft ground), 0 where unknown
 * @param provenance where the outline comes from, with {@code illustrative} when it is a guess
 */
public record Zone(
    ZoneId id,
    Words name,
    String kind,
    SortedMap<String, String> tags,
    Area area,
    LatLon centre,
    int populationDay,
    int populationNight,
    OptionalDouble siteTermMmi,
    Optional<Words> assemblyPoint,
    Optional<Words> highGround,
    List<Words> accessRoads,
    String provenance) {
  public Zone {
    accessRoads = List.copyOf(accessRoads);
  }
}
