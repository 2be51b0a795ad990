package nadhir.ops.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nadhir.alerting.compose.Messages;
import nadhir.core.dispatch.Unit;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.posted.PositionsFormat;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Gauge;
import nadhir.core.site.Gully;
import nadhir.core.site.SiteModels;
import nadhir.core.site.TsunamiSource;
import nadhir.core.site.Wadi;
import nadhir.core.site.Zone;
import nadhir.core.track.TrackSettings;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.SiteFile;
import nadhir.dispatch.RunCard;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.zone.KeepOff;

/** Names that one file of a pack uses and another file must have. */
final class CrossCheck {
  private CrossCheck() {}

  /** Gauges of {@code site.yaml} name zones. */
  static List<Mistake> gauges(SiteFile siteYaml, List<Gauge> gauges, List<Zone> zones) {
    List<String> known = zones.stream().map(zone -> zone.id().value()).toList();
    List<Mistake> mistakes = new ArrayList<>();
    for (Gauge gauge : gauges) {
      for (Gauge.Reach reach : gauge.downstream()) {
        String zone = reach.zone().value();
        if (!known.contains(zone)) {
          String reason = "gauge " + gauge.id() + ": " + missing("zone", zone, known);
          mistakes.add(new Mistake(siteYaml.name(), line(siteYaml, "zone: " + zone), reason));
        }
      }
    }
    return mistakes;
  }

  /** Wadis, gullies and sources of sea waves in {@code site.yaml} name zones. */
  static List<Mistake> models(SiteFile siteYaml, SiteModels models, List<Zone> zones) {
    List<String> known = zones.stream().map(zone -> zone.id().value()).toList();
    Map<String, List<ZoneId>> named = new LinkedHashMap<>();
    for (Wadi wadi : models.wadis()) {
      named.put(
          "wadi " + wadi.id(),
          wadi.reaches().stream().flatMap(reach -> reach.zones().stream()).toList());
    }
    for (Gully gully : models.gullies()) {
      named.put("gully " + gully.id(), gully.zones().stream().map(Gully.Reached::zone).toList());
    }
    for (TsunamiSource source : models.tsunamis()) {
      named.put(
          "tsunami " + source.id(),
          source.arrivals().stream().map(TsunamiSource.Arrival::zone).toList());
    }
    List<Mistake> mistakes = new ArrayList<>();
    named.forEach(
        (what, ids) ->
            ids.stream()
                .map(ZoneId::value)
                .filter(zone -> !known.contains(zone))
                .distinct()
                .forEach(
                    zone ->
                        mistakes.add(
                            new Mistake(
                                siteYaml.name(),
                                lineOfWord(siteYaml, zone),
                                what + ": " + missing("zone", zone, known)))));
    return mistakes;
  }

  /** Feeds that tell where units are name them, or their agencies. */
  static List<Mistake> speakers(SiteFile siteYaml, List<FeedConfig> feeds, List<Unit> units) {
    List<Mistake> mistakes = new ArrayList<>();
    for (FeedConfig feed : feeds) {
      if (feed.options() instanceof PositionsFormat.SpeaksFor speaksFor) {
        mistakes.addAll(speaker(siteYaml, feed, speaksFor, units));
      }
    }
    return mistakes;
  }

  private static List<Mistake> speaker(
      SiteFile siteYaml, FeedConfig feed, PositionsFormat.SpeaksFor speaksFor, List<Unit> units) {
    String what = "feed " + feed.id() + ": ";
    if (speaksFor.agencies().isEmpty() && speaksFor.units().isEmpty()) {
      String reason = what + "it speaks for nobody: name 'agencies' or 'units' in its options";
      return List.of(new Mistake(siteYaml.name(), line(siteYaml, "id: " + feed.id()), reason));
    }
    List<String> agencies = units.stream().map(Unit::agency).distinct().sorted().toList();
    List<String> ids = units.stream().map(unit -> unit.id().value()).toList();
    List<Mistake> mistakes = new ArrayList<>();
    speaksFor.agencies().stream()
        .filter(agency -> !agencies.contains(agency))
        .forEach(
            agency ->
                mistakes.add(
                    new Mistake(
                        siteYaml.name(),
                        lineOfWord(siteYaml, agency),
                        what + missing("agency", agency, agencies))));
    speaksFor.units().stream()
        .map(UnitId::value)
        .filter(unit -> !ids.contains(unit))
        .forEach(
            unit ->
                mistakes.add(
                    new Mistake(
                        siteYaml.name(),
                        lineOfWord(siteYaml, unit),
                        what + missing("unit", unit, ids))));
    return mistakes;
  }

  /** Ships are held against all points of all zones. */
  static List<Mistake> keepOff(SiteFile zonesFile, List<Zone> zones) {
    int points = KeepOff.of(zones).size();
    return points <= TrackSettings.MAX_POINTS
        ? List.of()
        : List.of(
            new Mistake(
                zonesFile.name(),
                0,
                "ships keep off at most "
                    + TrackSettings.MAX_POINTS
                    + " points; the zones name "
                    + points));
  }

  /** Rules name messages. */
  static List<Mistake> messages(SiteFile rulesYaml, List<Rule> rules, Messages messages) {
    List<String> known = List.copyOf(messages.messages().keySet());
    List<Mistake> mistakes = new ArrayList<>();
    for (Rule rule : rules) {
      rule.message()
          .filter(key -> !known.contains(key))
          .ifPresent(key -> mistakes.add(mistake(rulesYaml, rule, "message", key, known)));
    }
    return mistakes;
  }

  /** Rules name run cards. */
  static List<Mistake> runCards(SiteFile rulesYaml, List<Rule> rules, List<RunCard> cards) {
    List<String> known = cards.stream().map(RunCard::name).toList();
    List<Mistake> mistakes = new ArrayList<>();
    for (Rule rule : rules) {
      rule.units()
          .filter(name -> !known.contains(name))
          .ifPresent(name -> mistakes.add(mistake(rulesYaml, rule, "units", name, known)));
    }
    return mistakes;
  }

  private static Mistake mistake(
      SiteFile rulesYaml, Rule rule, String key, String name, List<String> known) {
    String what = key.equals("units") ? "run card" : key;
    String written = key.equals("units") ? "units: (runcards/)?" : "(alert|message): ";
    return new Mistake(
        rulesYaml.name(),
        line(rulesYaml, Pattern.compile(written + Pattern.quote(name) + "(?![\\w-])")),
        "rule " + rule.id() + ": " + missing(what, name, known));
  }

  private static String missing(String what, String name, List<String> known) {
    return "there is no " + what + " '" + name + "'" + Nearest.hint(name, known);
  }

  /** The first line with this word and no longer one, 0 where it is written in another way. */
  private static int lineOfWord(SiteFile file, String word) {
    return line(file, Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])"));
  }

  private static int line(SiteFile file, Pattern wanted) {
    List<String> lines = file.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (wanted.matcher(lines.get(i)).find()) {
        return i + 1;
      }
    }
    return 0;
  }

  /** The first line with these words, 0 where it is written in another way. */
  private static int line(SiteFile file, String words) {
    return line(file, Pattern.compile(Pattern.quote(words)));
  }
}
