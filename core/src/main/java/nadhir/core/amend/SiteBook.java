package nadhir.core.amend;

import java.util.List;
import nadhir.core.id.ZoneId;

/** A site pack with changes laid over it, as far as the site desk must know it. Pure. */
public interface SiteBook {
  /** Whether the site has the zone after these changes. */
  boolean hasZone(SiteState site, ZoneId zone);

  /**
   * What would be wrong with the site after these changes, each with where and why; nothing when
   * desks can be made from it.
   */
  List<String> mistakes(SiteState site);
}
