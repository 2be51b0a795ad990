package nadhir.geofence.zone;

import java.util.List;

/** The properties of a zone that a rule's {@code zones:} may name, beside the site's own tags. */
public final class ZoneProperties {
  public static final List<String> NAMES =
      List.of("id", "kind", "population_day", "population_night", "site_term_mmi");

  private ZoneProperties() {}
}
