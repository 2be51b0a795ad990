package nadhir.ops.http;

/** What consoles must know of the site behind a lane. Made once per site pack; must be quick. */
public interface SiteView {
  /**
   * @param siteJson {@code Site} of the contract
   * @param zonesGeoJson a FeatureCollection with the properties of the site pack
   */
  record Texts(String siteJson, String zonesGeoJson) {}

  Texts of(String laneKey);
}
