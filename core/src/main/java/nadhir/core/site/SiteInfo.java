package nadhir.core.site;

import java.time.ZoneId;
import java.util.Comparator;
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
 * @param dangerFrom the calmest level that is a danger for a unit on the spot; what is below is
 *     news, and a crew that is told of it ten times a day hears nothing any more
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
    LevelId dangerFrom,
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

  /** Whether a unit in the middle of it is in danger. */
  public boolean isDanger(LevelId level) {
    return rank(level) >= rank(dangerFrom);
  }

  /**
   * What is dangerous where the site does not say: all but the calmest level, which in ISO 22324 is
   * the green of safety; of one level alone, that one.
   *
   * @param levels at least one
   */
  public static LevelId usualDanger(List<Level> levels) {
    List<Level> byRank = levels.stream().sorted(Comparator.comparingInt(Level::rank)).toList();
    return byRank.get(StrictMath.min(1, byRank.size() - 1)).id();
  }

  public HazardType hazardType(HazardTypeId type) {
    return hazardTypes.stream().filter(t -> t.id().equals(type)).findFirst().orElseThrow();
  }
}
