package nadhir.core.site;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.id.ZoneId;

/**
 * A stretch of a wadi, from one node down to another or into zones.
 *
 * @param from id of a gauge, or name of a junction
 * @param to id of a gauge or name of a junction; empty where the reach ends in its zones
 * @param zones that the reach ends in or, when it has a {@code to}, that lie along it
 * @param slope fall over length
 * @param roughness Manning's n in s/m^(1/3), for reaches without a table of travel times
 * @param attenuation the share of the stage at the upper end that is left at the lower one, 0 to 1
 * @param travel rising by stage; linear between the lines, and the nearest line outside of them
 */
public record WadiReach(
    String from,
    Optional<String> to,
    List<ZoneId> zones,
    double lengthM,
    double slope,
    OptionalDouble roughness,
    double attenuation,
    List<TravelTime> travel) {
  public WadiReach {
    zones = List.copyOf(zones);
    travel = List.copyOf(travel);
    if (to.isEmpty() && zones.isEmpty()) {
      throw new IllegalArgumentException("a reach leads to a gauge, a junction or zones");
    }
    if (!(lengthM > 0) || !(slope > 0)) {
      throw new IllegalArgumentException("a reach has a length and a slope above 0");
    }
    if (!(attenuation > 0 && attenuation <= 1)) {
      throw new IllegalArgumentException("an attenuation is a share above 0, 1 at most");
    }
    if (travel.isEmpty() && !(roughness.orElse(0) > 0)) {
      throw new IllegalArgumentException("a reach has a table 'travel' or a 'roughness' above 0");
    }
    for (int i = 1; i < travel.size(); i++) {
      if (travel.get(i).stageM() <= travel.get(i - 1).stageM()) {
        throw new IllegalArgumentException("the stages of 'travel' must rise");
      }
    }
  }
}
