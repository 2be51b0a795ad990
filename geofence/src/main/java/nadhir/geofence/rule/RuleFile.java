package nadhir.geofence.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.alert.CapCodes;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.id.RuleId;
import nadhir.core.pack.SiteHead;
import nadhir.core.site.Gauge;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Zone;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;

/** Reads {@code rules.yaml}. Keys of messages and run cards are checked where those files are. */
public final class RuleFile {
  /** So many rules at most. */
  public static final int MAX_RULES = 5_000;

  private static final int MAX_QUORUM = 20;

  private static final String RUN_CARDS = "runcards/";

  private final SiteInfo site;
  private final Optional<SiteHead> head;
  private final List<Zone> siteZones;
  private final ConditionParser facts = new ConditionParser(Vocabulary.ofFacts());
  private final ConditionParser zones;
  private final Phrases phrases = new Phrases(facts);
  private final Map<String, Integer> lineOfRule = new HashMap<>();
  private final List<WrittenRule> written = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();

  private RuleFile(SiteInfo site, Optional<SiteHead> head, List<Zone> zones) {
    this.site = site;
    this.head = head;
    this.siteZones = zones;
    this.zones = new ConditionParser(Vocabulary.ofZones(zones));
  }

  /** The rules in the order of the file, for a site of whose gauges and feeds nothing is known. */
  public static Parsed<List<Rule>> parse(SiteFile file, SiteInfo site, List<Zone> zones) {
    return parse(file, new RuleFile(site, Optional.empty(), zones))
        .then(book -> Parsed.of(book.rules()));
  }

  /** All that the file holds, looked at with the gauges and feeds of the site, too. */
  public static Parsed<RuleBook> read(SiteFile file, SiteHead head, List<Zone> zones) {
    return parse(file, new RuleFile(head.info(), Optional.of(head), zones));
  }

  private static Parsed<RuleBook> parse(SiteFile file, RuleFile reader) {
    return YamlNode.parseWithColumns(file, root -> reader.book(file, root));
  }

  private Optional<RuleBook> book(SiteFile file, YamlNode root) {
    if (root.size("rules") > MAX_RULES) {
      root.mistake("rules", "more than " + MAX_RULES + " rules: " + root.size("rules"));
      return Optional.empty();
    }
    List<Rule> rules = root.list("rules", this::rule);
    List<Mistake> warnings = new ArrayList<>();
    new Updating(written, lineOfRule.keySet().stream().sorted().toList()).check();
    new RuleCheck(file.name(), siteZones, head, warnings).check(written);
    return root.make(() -> new RuleBook(rules, samples, warnings));
  }

  private Optional<Rule> rule(YamlNode node) {
    var id = node.text("rule");
    var hazard = hazard(node);
    var when = facts.required(node, "when");
    var where = zones.required(node, "zones");
    var holdFor = phrases.holdFor(node);
    int quorum = phrases.quorum(node, MAX_QUORUM);
    var until = phrases.until(node);
    var again = phrases.again(node);
    var level = level(node);
    var urgency =
        node.has("urgency")
            ? Optional.of(node.choice("urgency", CapCodes.Urgency.class))
            : Optional.<CapCodes.Urgency>empty();
    var approval = phrases.approval(node);
    var message = message(node);
    var units = node.optionalText("units").map(RuleFile::runCard);
    var doubts = doubts(node);
    var updates = node.optionalText("updates");
    unique(node, id);
    samples.addAll(samples(node, id, hazard));
    Optional<Rule> rule =
        node.make(
            () ->
                new Rule(
                    new RuleId(id),
                    new HazardTypeId(hazard),
                    when.orElseThrow(),
                    where.orElseThrow(),
                    holdFor,
                    quorum,
                    until,
                    again,
                    new LevelId(level),
                    urgency,
                    approval,
                    message,
                    units,
                    doubts,
                    updates.map(RuleId::new)));
    rule.ifPresent(sound -> written.add(new WrittenRule(sound, node)));
    return rule;
  }

  private List<Sample> samples(YamlNode node, String id, String hazard) {
    Optional<Subject> subject =
        hazard.isEmpty() ? Optional.empty() : Optional.of(Subject.of(new HazardTypeId(hazard)));
    List<String> gauges =
        head.map(SiteHead::gauges).orElse(List.of()).stream()
            .map(Gauge::id)
            .map(Object::toString)
            .toList();
    List<String> known = siteZones.stream().map(zone -> zone.id().value()).toList();
    return new SampleReader(new RuleId(id.isEmpty() ? "?" : id), subject, known, gauges).read(node);
  }

  /** {@code runcards/flood} is the run card {@code flood}. */
  private static String runCard(String text) {
    return text.startsWith(RUN_CARDS) ? text.substring(RUN_CARDS.length()) : text;
  }

  /** {@code message:} is the older word for {@code alert:}. */
  private static Optional<String> message(YamlNode node) {
    if (node.has("alert") && node.has("message")) {
      node.mistake("message", "'message' is the older word for 'alert': one of them is enough");
    }
    return node.optionalText("alert").or(() -> node.optionalText("message"));
  }

  private static List<String> doubts(YamlNode node) {
    List<String> doubts = node.texts("doubts");
    doubts.stream()
        .filter(doubt -> !doubt.matches("[a-z][a-z0-9-]*"))
        .forEach(doubt -> node.mistake("doubts", "a doubt is a word like single-sensor: " + doubt));
    return doubts;
  }

  private void unique(YamlNode node, String id) {
    Integer before = id.isEmpty() ? null : lineOfRule.putIfAbsent(id, node.line("rule"));
    if (before != null) {
      node.mistake("rule", 0, "rule '" + id + "' is there already, on line " + before);
    }
  }

  private String hazard(YamlNode node) {
    String hazard = node.text("hazard");
    listed(node, "hazard", hazard, site.hazardTypes().stream().map(t -> t.id().value()).toList());
    return hazard;
  }

  private String level(YamlNode node) {
    String level = node.text("level");
    listed(node, "level", level, site.levels().stream().map(l -> l.id().value()).toList());
    return level;
  }

  private static void listed(YamlNode node, String key, String value, List<String> known) {
    if (!value.isEmpty() && !known.contains(value)) {
      node.mistake(key, 0, "'" + value + "' is none of the site's: " + String.join(", ", known));
    }
  }
}
