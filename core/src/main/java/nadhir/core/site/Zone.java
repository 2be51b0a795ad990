package nadhir.core.site;

import java.time.ZonedDateTime;
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
 * @param populationDay from 7 to 19 o'clock local time, where the schedule says nothing else
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
    List<Attendance> schedule,
    OptionalDouble siteTermMmi,
    Optional<Words> assemblyPoint,
    Optional<Words> highGround,
    List<Words> accessRoads,
    String provenance) {
  private static final int DAY_FROM_H = 7;
  private static final int DAY_TO_H = 19;

  public Zone {
    schedule = List.copyOf(schedule);
    accessRoads = List.copyOf(accessRoads);
  }

  /**
   * People in it at that local time: by the first of its schedule that covers it, else by day or
   * night.
   */
  public int peopleAt(ZonedDateTime at) {
    boolean isDay = at.getHour() >= DAY_FROM_H && at.getHour() < DAY_TO_H;
    return schedule.stream()
        .filter(attendance -> attendance.covers(at))
        .findFirst()
        .map(Attendance::people)
        .orElse(isDay ? populationDay : populationNight);
  }
}
