package nadhir.ops.site;

import java.util.List;
import nadhir.alerting.AlertingParts;
import nadhir.alerting.desk.DeskSettings;
import nadhir.alerting.desk.Institutions;
import nadhir.core.fusion.HazardDesk;
import nadhir.core.lane.Lane;
import nadhir.core.watch.Desks;
import nadhir.dispatch.DispatchDesk;
import nadhir.dispatch.DispatchPlan;
import nadhir.drills.DrillDesk;
import nadhir.geofence.desk.RiskDesk;

/** Makes the desks of a lane from a site pack, in the order in which they react. */
public final class LaneDesks {
  private LaneDesks() {}

  public static Desks of(SitePack pack, Lane lane, Institutions institutions) {
    var alerting =
        new AlertingParts(
            pack.info(), pack.messages(), pack.zones(), DeskSettings.USUAL, institutions);
    var plan = DispatchPlan.of(pack.info(), pack.units(), pack.runCards(), pack.zones());
    return new Desks(
        List.of(
            new HazardDesk(pack.info(), pack.gauges(), pack.feeds()),
            new RiskDesk(
                pack.info(),
                pack.gauges(),
                pack.zones(),
                pack.rules(),
                pack.feeds(),
                pack.models()),
            alerting.desk(lane),
            new DispatchDesk(plan),
            new DrillDesk(lane)));
  }
}
