package nadhir.core.command;

import nadhir.core.id.ZoneId;

/**
 * Commands for the site desk: they change what a lane knows of its city while it runs. Each says
 * which version it is based on, so that nobody overwrites what another has just changed.
 */
public sealed interface SiteCommand extends Command {
  /**
   * A zone as it is to be from now on, new or changed.
   *
   * @param geoJson one Feature, as in the site pack's {@code zones.geojson}
   * @param basedOn version of the zone that was changed; 0 for that of the site pack, or a new zone
   */
  record PutZone(ZoneId zone, String geoJson, int basedOn, String why) implements SiteCommand {}

  /** The zone is no more. */
  record RemoveZone(ZoneId zone, int basedOn, String why) implements SiteCommand {}

  /**
   * All rules as they are to be. In the live lane another person must agree.
   *
   * @param yaml the whole of {@code rules.yaml}
   * @param basedOn version of the rules that were changed; 0 for those of the site pack
   */
  record ProposeRules(String yaml, int basedOn, String why) implements SiteCommand {}

  /** Another person agrees to the rules that are proposed under this version. */
  record ApproveRules(int version) implements SiteCommand {}

  record RejectRules(int version, String why) implements SiteCommand {}
}
