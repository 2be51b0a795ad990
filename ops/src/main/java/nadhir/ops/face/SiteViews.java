package nadhir.ops.face;

import nadhir.ops.http.SiteView;
import nadhir.ops.site.LaneSite;

/** A lane's site as consoles read it. */
public final class SiteViews {
  private SiteViews() {}

  public static SiteView of(LaneSite site) {
    return () -> {
      var texts = site.shown().texts();
      return new SiteView.Texts(texts.siteJson(), texts.zonesGeoJson(), texts.rulesJson());
    };
  }
}
