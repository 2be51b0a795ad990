package nadhir.alerting.sandbox;

import java.util.List;
import nadhir.alerting.register.Contacts;
import nadhir.alerting.register.RegisterSpec;
import nadhir.core.site.Zone;

/** Who is told in a drill: the site's register and contacts, spread over its zones. */
public record DrillPeople(
    RegisterSpec spec, Contacts contacts, List<Zone> zones, String smsSender) {
  public DrillPeople {
    zones = List.copyOf(zones);
  }
}
