package nadhir.core.site;

import java.time.ZoneId;
import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;

/**
 * What every module may know of a site: the head of {@code site.yaml}.
 *
 * @param languages BCP 47 tags, the first two mandatory for every alert
 * @param capSender CAP {@code sender}, an Internet-style name that the authority owns
 * @param smsSender alphanumeric SMS sender, at most 11 ASCII characters
 * @param levels from the calmest to the worst
 */
public record SiteInfo(
    String id,
    Words name,
    ZoneId timeZone,
    List<String> languages,
    LatLon centre,
    String capSender,
    String smsSender,
    List<Level> levels,
    List<HazardType> hazardTypes,
    Borders borders) {
  public SiteInfo {
    languages = List.copyOf(languages);
    levels = List.copyOf(levels);
    hazardTypes = List.copyOf(hazardTypes);
    if (smsSender.length() > 11) {
      throw new IllegalArgumentException("an SMS sender has at most 11 characters");
    }
  }

  /** The level's rank; a programmer's error when the site does not list it. */
  public int rank(LevelId level) {
    return levels.stream().filter(l -> l.id().equals(level)).findFirst().orElseThrow().rank();
  }

  public HazardType hazardType(HazardTypeId type) {
    return hazardTypes.stream().filter(t -> t.id().equals(type)).findFirst().orElseThrow();
  }
}
