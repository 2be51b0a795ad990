package nadhir.core.event;

import java.util.Optional;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;

/**
 * What changed in a lane's knowledge of its city. A change is in force for every entry behind it,
 * and for none before.
 */
public sealed interface SiteEvent extends Event {
  /**
   * A zone was drawn, changed or removed.
   *
   * @param version counted for each zone; that of the site pack is 0
   * @param geoJson the Feature; empty when the zone is no more
   */
  record ZoneChanged(ZoneId zone, int version, Optional<String> geoJson, PersonRef by, String why)
      implements SiteEvent {}

  /** Rules wait for a second person. */
  record RulesProposed(int version, String yaml, PersonRef by, String why) implements SiteEvent {}

  record RulesRejected(int version, PersonRef by, String why) implements SiteEvent {}

  /**
   * Rules are in force.
   *
   * @param version counted up from the site pack's, which is 0
   * @param by who agreed last
   */
  record RulesChanged(int version, String yaml, PersonRef by, String why) implements SiteEvent {}
}
