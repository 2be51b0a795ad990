package nadhir.ops.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import nadhir.geofence.desk.Rehearsal;
import nadhir.geofence.rule.RuleBook;
import nadhir.geofence.rule.RuleFile;
import nadhir.geofence.rule.Sample;
import nadhir.geofence.zone.ZoneFault;
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
    return faults(site).stream().map(Mistake::toString).toList();
  }

  /** The same as they are found. */
  List<Mistake> faults(SiteState site) {
    return pack(site).mistakes();
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
    Parsed<RuleBook> rules = RuleFile.read(rulesYaml, base.head(), zones);
    mistakes.addAll(rules.mistakes());
    rules
        .value()
        .ifPresent(
            sound -> {
              mistakes.addAll(CrossCheck.messages(rulesYaml, sound.rules(), base.messages()));
              mistakes.addAll(CrossCheck.runCards(rulesYaml, sound.rules(), base.runCards()));
            });
    if (mistakes.isEmpty() && site.rules().isPresent()) {
      mistakes.addAll(wrongSamples(rulesYaml, rules.get(), zones));
    }
    return mistakes.isEmpty() ? Parsed.of(base.with(zones, rules.get())) : Parsed.failed(mistakes);
  }

  /** Whoever changes a rule changes what its samples expect, or has changed more than was meant. */
  private List<Mistake> wrongSamples(SiteFile file, RuleBook rules, List<Zone> zones) {
    List<Mistake> wrong = new ArrayList<>();
    for (Rehearsal.Played played : new Rehearsal(base.head(), zones).play(rules)) {
      for (Rehearsal.Step step : played.steps()) {
        if (!step.isRight()) {
          String said = word(step.did()) + ", and should: " + word(step.step().expect());
          String what = "sample of rule " + played.sample().rule() + ": " + said;
          wrong.add(new Mistake(file.name(), step.step().line(), what));
        }
      }
    }
    return wrong;
  }

  private static String word(Sample.Expectation expectation) {
    return expectation.name().toLowerCase(Locale.ROOT);
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
                                file.name(),
                                0,
                                ZoneFault.ANOTHER_ID.said(
                                    "the feature calls itself '" + zone.id() + "'",
                                    "id",
                                    zone.id().value())))));
  }
}
