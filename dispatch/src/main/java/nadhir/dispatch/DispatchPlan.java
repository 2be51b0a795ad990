package nadhir.dispatch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.dispatch.Unit;
import nadhir.core.geo.LatLon;
import nadhir.core.id.LevelId;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Zone;

/**
 * What dispatch knows of a site before anything happens.
 *
 * @param units by id, in the order of the site pack
 * @param zoneCentres where to send a unit for a zone
 */
public record DispatchPlan(
    SiteInfo site,
    SequencedMap<UnitId, Unit> units,
    SortedMap<String, RunCard> runCards,
    SortedMap<ZoneId, LatLon> zoneCentres) {

  public DispatchPlan {
    units = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(units));
    runCards = Collections.unmodifiableSortedMap(new TreeMap<>(runCards));
    zoneCentres = Collections.unmodifiableSortedMap(new TreeMap<>(zoneCentres));
  }

  public static DispatchPlan of(
      SiteInfo site, List<Unit> units, List<RunCard> runCards, List<Zone> zones) {
    var unitById = new LinkedHashMap<UnitId, Unit>();
    units.forEach(unit -> unitById.put(unit.id(), unit));
    var cardByName = new TreeMap<String, RunCard>();
    runCards.forEach(card -> cardByName.put(card.name(), card));
    var centreByZone = new TreeMap<ZoneId, LatLon>();
    zones.forEach(zone -> centreByZone.put(zone.id(), zone.centre()));
    return new DispatchPlan(site, unitById, cardByName, centreByZone);
  }

  Optional<Unit> findUnit(UnitId id) {
    return find(units, id);
  }

  Optional<RunCard> findRunCard(String name) {
    return find(runCards, name);
  }

  Optional<LatLon> findCentre(ZoneId zone) {
    return find(zoneCentres, zone);
  }

  /** The level's rank; below every other when this site does not list it. */
  int rank(LevelId level) {
    return hasLevel(level) ? site.rank(level) : Integer.MIN_VALUE;
  }

  /** Whether units on the spot are in danger; a level that this site does not list is one. */
  boolean isDanger(LevelId level) {
    return !hasLevel(level) || site.isDanger(level);
  }

  boolean hasLevel(LevelId level) {
    return site.levels().stream().anyMatch(l -> l.id().equals(level));
  }

  private static <K, V> Optional<V> find(Map<K, V> map, K key) {
    return Optional.ofNullable(map.get(key));
  }
}
