package nadhir.ops.face;

import java.util.TreeMap;
import nadhir.core.id.ZoneId;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Saying;
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
        return new ZoneCheck(
            site.mistakes(zone, geoJson).stream().map(SiteViews::told).toList(),
            ZoneRepair.of(geoJson)
                .map(offer -> new Repair(offer.geoJson(), offer.outlines(), offer.km2())));
      }
    };
  }

  private static SiteView.Told told(Mistake mistake) {
    return new SiteView.Told(
        mistake.toString(),
        mistake.saying().map(Saying::key),
        mistake.saying().map(Saying::gaps).orElseGet(TreeMap::new));
  }
}
