package nadhir.geofence.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardTypeId;
import nadhir.core.site.Zone;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.zone.Geodesy;
import nadhir.geofence.zone.ZoneProperties;

/** The same answer as the engine's, by asking GeoTools about each rule in each zone. */
final class EngineOracle {
  /** The named facts of a zone; empty where it is not touched. */
  interface Sheets {
    Optional<SortedMap<String, Double>> of(Zone zone);
  }

  private EngineOracle() {}

  static List<String> holding(
      HazardTypeId type, List<Rule> rules, Collection<Zone> zones, Sheets sheets) {
    var names = ZoneProperties.namesIn(zones);
    List<Zone> sorted = zones.stream().sorted(Comparator.comparing(Zone::id)).toList();
    List<String> holding = new ArrayList<>();
    for (Rule rule : rules) {
      for (Zone zone : sorted) {
        if (rule.hazard().equals(type)
            && rule.zones().holds(ZoneProperties.of(zone, names))
            && sheets.of(zone).filter(facts -> holds(rule, facts)).isPresent()) {
          holding.add(rule.id() + " " + zone.id());
        }
      }
    }
    return holding;
  }

  private static boolean holds(Rule rule, SortedMap<String, Double> facts) {
    return rule.when().holds(facts);
  }

  static List<String> words(Holding holding) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < holding.size(); i++) {
      words.add(holding.rule(i).id() + " " + holding.zone(i).id());
    }
    return words;
  }

  /** As the sheet of a quake has it. */
  static double toCentreKm(LatLon place, Zone zone) {
    return rounded(Geodesy.distanceM(place, zone.centre()) / 1_000);
  }

  static double toOutlineKm(LatLon place, Zone zone) {
    return rounded(Geodesy.distanceM(place, zone.area()) / 1_000);
  }

  private static double rounded(double value) {
    return StrictMath.rint(value * 1_000) / 1_000 + 0.0;
  }

  static SortedMap<String, Double> sheet(String words) {
    var sheet = new TreeMap<String, Double>();
    for (String word : words.split(" ")) {
      sheet.put(word.split("=")[0], Double.valueOf(word.split("=")[1]));
    }
    return sheet;
  }
}
