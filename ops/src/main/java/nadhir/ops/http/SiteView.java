package nadhir.ops.http;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import nadhir.core.id.ZoneId;

/** What consoles must know of the site behind a lane, as it is now. Must be quick. */
public interface SiteView {
  /**
   * @param siteJson {@code Site} of the contract
   * @param zonesGeoJson a FeatureCollection with the properties of the site pack
   * @param rulesJson {@code Rules} of the contract
   */
  record Texts(String siteJson, String zonesGeoJson, String rulesJson) {}

  Texts texts();

  /** What would come of a zone as it is written there; changes nothing. Takes its time. */
  ZoneCheck check(ZoneId zone, String geoJson);

  /**
   * @param mistakes each with its line where it has one; nothing when the site is sound with it
   * @param repair a sound outline near it, for a person to look at
   */
  record ZoneCheck(List<Told> mistakes, Optional<Repair> repair) {}

  /**
   * A mistake.
   *
   * @param text with its place, in English
   * @param key for whoever says it in another language; empty where nobody has words for it
   * @param gaps what fills those words
   */
  record Told(String text, Optional<String> key, SortedMap<String, String> gaps) {}

  /**
   * @param geoJson the Feature with the other outline
   * @param outlines how many it has become
   */
  record Repair(String geoJson, int outlines, double km2) {}
}
