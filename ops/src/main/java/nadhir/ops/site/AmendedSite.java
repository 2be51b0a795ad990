package nadhir.ops.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.amend.SiteBook;
import nadhir.core.amend.SiteState;
import nadhir.core.amend.SiteState.ZoneAmendment;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Zone;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleFile;
import nadhir.geofence.zone.ZoneFile;

/**
 * A site pack with a lane's changes laid over it: checked as a pack is, all files against each
 * other. One thread at a time.
 */
public final class AmendedSite implements SiteBook {
  private static final String RULES = "rules.yaml";

  private final SitePack base;
  private SiteState latest = SiteState.AS_PACKED;
  private Parsed<SitePack> latestPack;

  public AmendedSite(SitePack base) {
    this.base = base;
    this.latestPack = Parsed.of(base);
  }

  /** The pack in that state, or every mistake in it. A state that was just asked for is free. */
  public Parsed<SitePack> pack(SiteState site) {
    if (!site.equals(latest)) {
      latestPack = site.equals(SiteState.AS_PACKED) ? Parsed.of(base) : amended(site);
      latest = site;
    }
    return latestPack;
  }

  @Override
  public boolean hasZone(SiteState site, ZoneId zone) {
    return Optional.ofNullable(site.zones().get(zone.value()))
        .map(amendment -> amendment.geoJson().isPresent())
        .orElseGet(() -> base.zones().stream().anyMatch(z -> z.id().equals(zone)));
  }

  @Override
  public List<String> mistakes(SiteState site) {
    return pack(site).mistakes().stream().map(Mistake::toString).toList();
  }

  private Parsed<SitePack> amended(SiteState site) {
    List<Mistake> mistakes = new ArrayList<>();
    List<Zone> zones = zones(site, mistakes);
    if (!mistakes.isEmpty()) {
      return Parsed.failed(mistakes);
    }
    mistakes.addAll(CrossCheck.keepOff(base.files().get("zones.geojson"), zones));
    SiteFile siteYaml = base.files().get("site.yaml");
    mistakes.addAll(CrossCheck.gauges(siteYaml, base.gauges(), zones));
    mistakes.addAll(CrossCheck.models(siteYaml, base.models(), zones));
    SiteFile rulesYaml =
        site.rules().map(r -> new SiteFile(RULES, r.yaml())).orElse(base.files().get(RULES));
    Parsed<List<Rule>> rules = RuleFile.parse(rulesYaml, base.info(), zones);
    mistakes.addAll(rules.mistakes());
    rules
        .value()
        .ifPresent(
            sound -> {
              mistakes.addAll(CrossCheck.messages(rulesYaml, sound, base.messages()));
              mistakes.addAll(CrossCheck.runCards(rulesYaml, sound, base.runCards()));
            });
    return mistakes.isEmpty() ? Parsed.of(base.with(zones, rules.get())) : Parsed.failed(mistakes);
  }

  /** Sorted by id, as a pack has them. */
  private List<Zone> zones(SiteState site, List<Mistake> mistakes) {
    SortedMap<ZoneId, Zone> zones = new TreeMap<>();
    base.zones().forEach(zone -> zones.put(zone.id(), zone));
    for (Map.Entry<String, ZoneAmendment> changed : site.zones().entrySet()) {
      var id = new ZoneId(changed.getKey());
      zones.remove(id);
      changed
          .getValue()
          .geoJson()
          .map(text -> zone(id, text))
          .ifPresent(
              parsed -> {
                mistakes.addAll(parsed.mistakes());
                parsed.value().ifPresent(zone -> zones.put(id, zone));
              });
    }
    if (zones.isEmpty()) {
      mistakes.add(new Mistake("zones.geojson", 0, "a site needs a zone"));
    }
    return List.copyOf(zones.values());
  }

  private Parsed<Zone> zone(ZoneId id, String text) {
    var file = new SiteFile("zone " + id, text);
    return ZoneFile.parseOne(file, base.info())
        .then(
            zone ->
                zone.id().equals(id)
                    ? Parsed.of(zone)
                    : Parsed.failed(
                        List.of(
                            new Mistake(
                                file.name(), 0, "the feature calls itself '" + zone.id() + "'"))));
  }
}
