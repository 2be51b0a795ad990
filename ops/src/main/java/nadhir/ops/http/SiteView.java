package nadhir.ops.http;

/** What consoles must know of the site behind a lane, as it is now. Must be quick. */
public interface SiteView {
  /**
   * @param siteJson {@code Site} of the contract
   * @param zonesGeoJson a FeatureCollection with the properties of the site pack
   * @param rulesJson {@code Rules} of the contract
   */
  record Texts(String siteJson, String zonesGeoJson, String rulesJson) {}

  Texts texts();
}
