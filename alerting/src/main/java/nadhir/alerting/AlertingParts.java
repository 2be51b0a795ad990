package nadhir.alerting;

import java.util.List;
import nadhir.alerting.compose.Messages;
import nadhir.alerting.desk.AlertDesk;
import nadhir.alerting.desk.DeskSettings;
import nadhir.alerting.desk.Institutions;
import nadhir.core.lane.Lane;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Zone;

/**
 * What a site says about telling people, read and checked; makes the alert desk of each lane.
 *
 * <pre>{@code
 * var messages = MessagesParser.parse(new SiteFile("messages.yaml", text), site).get();
 * var parts = new AlertingParts(site, messages, zones, DeskSettings.USUAL, Institutions.none());
 * var desk = parts.desk(new Lane.Drill("friday"));
 * }</pre>
 */
public record AlertingParts(
    SiteInfo site,
    Messages messages,
    List<Zone> zones,
    DeskSettings settings,
    Institutions institutions) {
  public AlertingParts {
    zones = List.copyOf(zones);
  }

  public AlertDesk desk(Lane lane) {
    return new AlertDesk(site, messages, zones, lane, settings, institutions);
  }
}
