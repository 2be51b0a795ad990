package nadhir.ops.site;

import java.util.List;
import nadhir.alerting.AlertingParts;
import nadhir.alerting.desk.DeskSettings;
import nadhir.alerting.desk.Institutions;
import nadhir.core.amend.SiteDesk;
import nadhir.core.amend.SiteState;
import nadhir.core.desk.Desk;
import nadhir.core.fusion.HazardDesk;
import nadhir.core.lane.Lane;
import nadhir.core.watch.Desks;
import nadhir.core.yaml.Parsed;
import nadhir.dispatch.DispatchDesk;
import nadhir.dispatch.DispatchPlan;
import nadhir.drills.DrillDesk;
import nadhir.geofence.desk.RiskDesk;

/** Makes the desks of a lane from a site pack, in the order in which they react. */
public final class LaneDesks {
  private LaneDesks() {}

  /** Desks whose zones and rules people can change. */
  public static Desks of(SitePack pack, Lane lane, Institutions institutions) {
    var site = new AmendedSite(pack);
    return new Desks(
        new SiteDesk(site, lane), changes -> desks(amended(site, changes), lane, institutions));
  }

  /** Changes that an earlier pack allowed may not fit this one. */
  private static SitePack amended(AmendedSite site, SiteState changes) {
    Parsed<SitePack> pack = site.pack(changes);
    if (!pack.mistakes().isEmpty()) {
      throw new IllegalStateException(
          "the changes to zones and rules in the journal do not fit this site pack: "
              + String.join("; ", site.mistakes(changes)));
    }
    return pack.get();
  }

  private static List<Desk<?>> desks(SitePack pack, Lane lane, Institutions institutions) {
    var alerting =
        new AlertingParts(
            pack.info(), pack.messages(), pack.zones(), DeskSettings.USUAL, institutions);
    var plan = DispatchPlan.of(pack.info(), pack.units(), pack.runCards(), pack.zones());
    return List.of(
        new HazardDesk(pack.info(), pack.gauges(), pack.feeds()),
        new RiskDesk(
            pack.info(), pack.gauges(), pack.zones(), pack.rules(), pack.feeds(), pack.models()),
        alerting.desk(lane),
        new DispatchDesk(plan),
        new DrillDesk(lane));
  }
}
