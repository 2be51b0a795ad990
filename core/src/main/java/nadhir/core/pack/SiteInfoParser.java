package nadhir.core.pack;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nadhir.core.feed.FeedConfig;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.site.Borders;
import nadhir.core.site.Gauge;
import nadhir.core.site.HazardType;
import nadhir.core.site.Level;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Words;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;

/** Reads {@code site.yaml}: the head, the gauges, the feeds and what the impact models want. */
public final class SiteInfoParser {
  private static final List<String> CAP_CATEGORIES =
      List.of(
          "Geo",
          "Met",
          "Safety",
          "Security",
          "Rescue",
          "Fire",
          "Health",
          "Env",
          "Transport",
          "Infra",
          "CBRNE",
          "Other");

  private SiteInfoParser() {}

  public static Parsed<SiteHead> parse(SiteFile file) {
    return YamlNode.parse(file, SiteInfoParser::head);
  }

  private static Optional<SiteHead> head(YamlNode root) {
    var id = root.text("id");
    var name = root.words("name");
    var timeZone = timeZone(root);
    var languages = root.texts("languages");
    var centre = root.place("centre");
    var capSender = capSender(root);
    var smsSender = smsSender(root);
    var levels = root.list("levels", SiteInfoParser::level);
    var dangerFrom = dangerFrom(root, levels);
    var types = root.list("hazardTypes", SiteInfoParser::hazardType);
    List<String> gaugeIds = new ArrayList<>();
    var gauges = root.optionalList("gauges", node -> gauge(node, gaugeIds));
    var feeds = root.optionalList("feeds", FeedParser::feed);
    if (languages.size() < 2) {
      root.mistake("languages", "two languages at least: the first two are mandatory for alerts");
    }
    mandatory(root, name, languages);
    unique(root, "levels", levels, level -> level.id().value());
    unique(root, "levels", levels, level -> "rank " + level.rank());
    unique(root, "hazardTypes", types, type -> type.id().value());
    unique(root, "gauges", gauges, gauge -> gauge.id().value());
    unique(root, "feeds", feeds, feed -> feed.id().value());
    feeds.forEach(feed -> hazardTypes(root, feed, types));
    var borders = root.optionalNode("borders", BordersParser::borders);
    var models = ModelsParser.models(root, gauges, gaugeIds, types);
    return root.make(
        () ->
            new SiteHead(
                new SiteInfo(
                    id,
                    name,
                    timeZone,
                    languages,
                    centre,
                    capSender,
                    smsSender,
                    levels,
                    dangerFrom.orElseGet(() -> SiteInfo.usualDanger(levels)),
                    types,
                    borders.orElse(Borders.NONE)),
                gauges,
                feeds,
                models));
  }

  private static Optional<LevelId> dangerFrom(YamlNode root, List<Level> levels) {
    Optional<LevelId> named = root.optionalText("dangerFrom").map(LevelId::new);
    List<String> known = levels.stream().map(level -> level.id().value()).toList();
    named
        .map(LevelId::value)
        .filter(level -> !known.contains(level))
        .ifPresent(
            level ->
                root.mistake(
                    "dangerFrom",
                    "there is no level '" + level + "'" + Nearest.hint(level, known)));
    return named;
  }

  /** Notes the id of a faulty one, too: who names it made no mistake. */
  private static Optional<Gauge> gauge(YamlNode node, List<String> gaugeIds) {
    node.optionalText("id").ifPresent(gaugeIds::add);
    return GaugeParser.gauge(node);
  }

  /** What the site names itself; what a format speaks of by nature can be more than it has. */
  private static void hazardTypes(YamlNode root, FeedConfig feed, List<HazardType> types) {
    List<String> known = types.stream().map(type -> type.id().value()).toList();
    Set<HazardTypeId> named = new LinkedHashSet<>();
    if (!feed.tells().equals(feed.format().tells())) {
      named.addAll(feed.tells());
    }
    if (!feed.options().equals(feed.format().usual())) {
      named.addAll(feed.options().hazardTypes());
    }
    for (HazardTypeId type : named) {
      if (!known.contains(type.value())) {
        root.mistake(
            "feeds",
            "feed '"
                + feed.id()
                + "': there is no hazard type '"
                + type
                + "'"
                + Nearest.hint(type.value(), known));
      }
    }
  }

  private static ZoneId timeZone(YamlNode root) {
    String text = root.text("timeZone");
    try {
      return text.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(text);
    } catch (DateTimeException _) {
      String hint = Nearest.hint(text, ZoneId.getAvailableZoneIds().stream().sorted().toList());
      root.mistake("timeZone", "'" + text + "' is no time zone" + hint);
      return ZoneId.of("UTC");
    }
  }

  /** CAP 1.2, 3.2.1: no blanks, commas or the characters {@code < &} in a sender. */
  private static String capSender(YamlNode root) {
    String sender = root.text("capSender");
    if (sender.matches(".*[\\s,<&].*")) {
      root.mistake("capSender", "a CAP sender has no blanks, commas, '<' or '&'");
    }
    return sender;
  }

  private static String smsSender(YamlNode root) {
    String sender = root.text("smsSender");
    if (!sender.isEmpty() && !sender.matches("[A-Za-z0-9 ]{1,11}")) {
      root.mistake("smsSender", "an SMS sender has 1 to 11 of A-Z a-z 0-9 and blank");
    }
    return sender;
  }

  private static Optional<Level> level(YamlNode node) {
    var id = node.text("id");
    var rank = node.integer("rank");
    var name = node.words("name");
    var colour = node.text("colour");
    if (!colour.isEmpty() && !colour.matches("#[0-9a-fA-F]{6}")) {
      node.mistake("colour", "a colour is written #rrggbb in quotes, not '" + colour + "'");
    }
    return node.make(() -> new Level(new LevelId(id), rank, name, colour));
  }

  private static Optional<HazardType> hazardType(YamlNode node) {
    var id = node.text("id");
    var name = node.words("name");
    var category = node.text("capCategory");
    var staysFor = node.duration("staysFor");
    if (!category.isEmpty() && !CAP_CATEGORIES.contains(category)) {
      node.mistake("capCategory", "'" + category + "' is none of " + CAP_CATEGORIES);
    }
    return node.make(() -> new HazardType(new HazardTypeId(id), name, category, staysFor));
  }

  private static void mandatory(YamlNode root, Words name, List<String> languages) {
    for (String language : languages.stream().limit(2).toList()) {
      if (root.has("name") && !name.byLanguage().containsKey(language)) {
        root.mistake("name", "no text in '" + language + "', which is mandatory");
      }
    }
  }

  private static <T> void unique(YamlNode root, String key, List<T> all, Function<T, String> name) {
    Set<String> seen = new HashSet<>();
    for (T one : all) {
      if (!seen.add(name.apply(one))) {
        root.mistake(key, "'" + name.apply(one) + "' is there twice in '" + key + "'");
      }
    }
  }
}
