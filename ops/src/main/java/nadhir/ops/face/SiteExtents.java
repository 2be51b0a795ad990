package nadhir.ops.face;

import java.time.Instant;
import java.util.List;
import nadhir.core.hazard.Hazard;
import nadhir.geofence.impact.Extent;
import nadhir.geofence.impact.Impacts;
import nadhir.ops.http.HazardExtents;
import nadhir.ops.site.SitePack;

/** The extents of hazards by the models of one site: the same as its rules are asked about. */
final class SiteExtents implements HazardExtents {
  private final Impacts impacts;

  SiteExtents(SitePack pack) {
    this.impacts = new Impacts(pack.info().timeZone(), pack.gauges(), pack.zones(), pack.models());
  }

  @Override
  public List<HazardExtent> of(List<Hazard> hazards, Instant at) {
    return hazards.stream()
        .flatMap(hazard -> impacts.extent(hazard, at).map(e -> told(hazard, e)).stream())
        .toList();
  }

  private static HazardExtent told(Hazard hazard, Extent extent) {
    return new HazardExtent(
        hazard.id(),
        extent.kind().name(),
        extent.area(),
        extent.radiusM(),
        extent.isolationM(),
        extent.since());
  }
}
