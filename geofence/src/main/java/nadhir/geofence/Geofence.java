package nadhir.geofence;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Gauge;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Zone;
import nadhir.core.site.pack.Mistake;
import nadhir.core.site.pack.Nearest;
import nadhir.core.site.pack.Parsed;
import nadhir.core.site.pack.SiteFile;
import nadhir.core.site.pack.SiteHead;
import nadhir.geofence.desk.RiskDesk;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleFile;
import nadhir.geofence.zone.ZoneFile;
import nadhir.geofence.zone.ZoneIndex;

/**
 * The site's zones, gauges and rules, read and checked together.
 *
 * <pre>{@code
 * Parsed<Geofence> geofence = Geofence.parse(siteYaml, zonesGeojson, rulesYaml, head);
 * RiskDesk desk = geofence.get().desk();
 * }</pre>
 */
public record Geofence(SiteInfo site, List<Gauge> gauges, List<Zone> zones, List<Rule> rules) {
  public Geofence {
    gauges = List.copyOf(gauges);
    zones = List.copyOf(zones);
    rules = List.copyOf(rules);
  }

  /**
   * Reads zones and rules, and checks that they fit with the head and each other; mistakes of both
   * files are listed together.
   *
   * @param siteFile {@code site.yaml}, which {@code head} was read from: mistakes of its gauges
   *     name it
   */
  public static Parsed<Geofence> parse(
      SiteFile siteFile, SiteFile zonesFile, SiteFile rulesFile, SiteHead head) {
    Parsed<List<Zone>> zones = ZoneFile.parse(zonesFile, head.info());
    List<Mistake> mistakes = new ArrayList<>(zones.mistakes());
    zones.value().ifPresent(known -> mistakes.addAll(gaugeMistakes(siteFile, head, known)));
    // Without zones their tags are unknown, and each rule that names one would look wrong.
    Parsed<List<Rule>> rules = zones.then(known -> RuleFile.parse(rulesFile, head.info(), known));
    if (zones.value().isPresent()) {
      mistakes.addAll(rules.mistakes());
    }
    return mistakes.isEmpty()
        ? Parsed.of(new Geofence(head.info(), head.gauges(), zones.get(), rules.get()))
        : Parsed.failed(mistakes);
  }

  private static List<Mistake> gaugeMistakes(SiteFile file, SiteHead head, List<Zone> zones) {
    List<String> known = zones.stream().map(zone -> zone.id().value()).toList();
    List<Mistake> mistakes = new ArrayList<>();
    for (Gauge gauge : head.gauges()) {
      for (Gauge.Reach reach : gauge.downstream()) {
        String zone = reach.zone().value();
        if (!known.contains(zone)) {
          String reason =
              "gauge "
                  + gauge.id()
                  + ": there is no zone '"
                  + zone
                  + "'"
                  + Nearest.hint(zone, known);
          mistakes.add(new Mistake(file.name(), lineOf(file, zone), reason));
        }
      }
    }
    return mistakes;
  }

  /** The first line that names the zone as a value; 0 where none is found. */
  private static int lineOf(SiteFile file, String zone) {
    List<String> lines = file.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("zone: " + zone)) {
        return i + 1;
      }
    }
    return 0;
  }

  public ZoneIndex index() {
    return ZoneIndex.over(zones);
  }

  /** A fresh desk for one lane. */
  public RiskDesk desk() {
    return new RiskDesk(site, gauges, zones, rules);
  }

  /** The zone; a programmer's error when the site does not have it. */
  public Zone zone(ZoneId id) {
    return zones.stream().filter(zone -> zone.id().equals(id)).findFirst().orElseThrow();
  }
}
