package nadhir.ops.face;

import nadhir.core.id.ZoneId;
import nadhir.geofence.zone.ZoneRepair;
import nadhir.ops.http.SiteView;
import nadhir.ops.site.LaneSite;

/** A lane's site as consoles read it. */
public final class SiteViews {
  private SiteViews() {}

  public static SiteView of(LaneSite site) {
    return new SiteView() {
      @Override
      public Texts texts() {
        var texts = site.shown().texts();
        return new Texts(texts.siteJson(), texts.zonesGeoJson(), texts.rulesJson());
      }

      @Override
      public ZoneCheck check(ZoneId zone, String geoJson) {
        var mistakes = site.mistakes(zone, geoJson);
        return new ZoneCheck(
            mistakes,
            ZoneRepair.of(geoJson)
                .map(offer -> new Repair(offer.geoJson(), offer.outlines(), offer.km2())));
      }
    };
  }
}
