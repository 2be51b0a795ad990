package nadhir.ops.site;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nadhir.alerting.compose.Messages;
import nadhir.alerting.register.Contacts;
import nadhir.alerting.register.RegisterSpec;
import nadhir.core.dispatch.Unit;
import nadhir.core.feed.FeedConfig;
import nadhir.core.id.UnitId;
import nadhir.core.pack.SiteHead;
import nadhir.core.site.Gauge;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.SiteModels;
import nadhir.core.site.Zone;
import nadhir.core.yaml.SiteFile;
import nadhir.dispatch.RunCard;
import nadhir.drills.scenario.SiteKeys;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleBook;

/**
 * A city, read whole and without a mistake: what the desks and channels are built from.
 *
 * @param files its texts by name, scenarios left out
 * @param sha256 over names and bytes of all files of the pack, scenarios left out
 */
public record SitePack(
    Path folder,
    String sha256,
    SiteInfo info,
    List<Gauge> gauges,
    List<FeedConfig> feeds,
    SiteModels models,
    List<Zone> zones,
    RuleBook ruleBook,
    Messages messages,
    List<Unit> units,
    List<RunCard> runCards,
    RegisterSpec register,
    Contacts contacts,
    SortedMap<String, SiteFile> files) {
  public SitePack {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    gauges = List.copyOf(gauges);
    feeds = List.copyOf(feeds);
    zones = List.copyOf(zones);
    units = List.copyOf(units);
    runCards = List.copyOf(runCards);
  }

  public boolean hasUnit(UnitId id) {
    return units.stream().anyMatch(unit -> unit.id().equals(id));
  }

  /** The same city with other zones and rules; the names in them are checked by the caller. */
  SitePack with(List<Zone> otherZones, RuleBook otherRules) {
    return new SitePack(
        folder,
        sha256,
        info,
        gauges,
        feeds,
        models,
        otherZones,
        otherRules,
        messages,
        units,
        runCards,
        register,
        contacts,
        files);
  }

  /** In the order of their file. */
  public List<Rule> rules() {
    return ruleBook.rules();
  }

  /** What {@code site.yaml} holds. */
  public SiteHead head() {
    return new SiteHead(info, gauges, feeds, models);
  }

  /** The names that a scenario of this site may use. */
  public SiteKeys keys() {
    return new SiteKeys(
        info.timeZone(),
        new TreeSet<>(messages.messages().keySet()),
        names(runCards, RunCard::name),
        names(units, u -> u.id().value()),
        names(info.hazardTypes(), t -> t.id().value()),
        names(info.levels(), l -> l.id().value()),
        names(zones, z -> z.id().value()),
        feeds);
  }

  private static <T> SortedSet<String> names(List<T> things, Function<T, String> name) {
    return things.stream().map(name).collect(Collectors.toCollection(TreeSet::new));
  }
}
